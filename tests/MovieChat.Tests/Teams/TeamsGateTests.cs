using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Tokens;
using MovieChat.Tests.Web;
using MovieChat.Web.Problems;
using MovieChat.Web.Teams;
using MovieChat.Web.Teams.Access;
using MovieChat.Web.Teams.Wire;

namespace MovieChat.Tests.Teams;

/// <summary>Who is let in.</summary>
[Collection(TeamsTests.Name)]
public sealed class TeamsGateTests(TeamsStage stage)
{
    public static TheoryData<string> Refused =>
    [
        "missing", "no token", "empty token", "header no JSON", "header of odd values", "payload no JSON", "payload of odd values", "wrong scheme", "wrong issuer", "wrong audience", "expired", "no expiry", "not yet valid", "wrong key", "alg none", "alg HS256", "unknown kid", "no kid",
        "key of another channel", "key of no channel", "another serviceurl", "no serviceurl", "another tenant", "no tenant", "service elsewhere", "service without TLS", "service with a look-alike name",
        "another channel", "no channel", "emulator with a service of Teams",
    ];

    [Theory]
    [InlineData("as it is")]
    [InlineData("a moment too early")]
    [InlineData("a moment too late")]
    [InlineData("tenant in other letters")]
    public async Task Activity_ThatTeamsSigned_IsTaken(string variant)
    {
        using var user = stage.User();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var token = stage.Cloud.Token(variant switch
        {
            "a moment too early" => each => each.NotBefore = now.AddMinutes(4),
            "a moment too late" => each => (each.NotBefore, each.Expires) = (now.AddHours(-2), now.AddMinutes(-4)),
            _ => null,
        });
        var activity = user.Message("help");
        if (variant == "tenant in other letters") activity["conversation"]!["tenantId"] = TeamsCloud.Tenant.ToUpperInvariant();

        using var answer = await user.SendAsync(activity.ToJsonString(), token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await user.UntilShownAsync("/bind/");
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Activity_ThatTeamsDidNotSign_IsRefused(string fault)
    {
        using var user = stage.User();
        var activity = user.Message("help");
        var token = Faulty(fault, activity);

        using var answer = await user.SendAsync(activity.ToJsonString(), token);

        var problem = await answer.ProblemAsync(HttpStatusCode.Forbidden, "teams-refused");
        Assert.DoesNotContain("token", problem.Text("detail"), StringComparison.OrdinalIgnoreCase);
        Assert.Null(await stage.Head.Get<Conversations>().FindAsync(TeamsCloud.Tenant, user.Conversation, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Activity_WithAWrongScheme_IsRefused()
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, stage.Head.EndPoint) { Content = Json.Text(stage.User().Message("help").ToJsonString()) };
        request.Headers.TryAddWithoutValidation("Authorization", $"Basic {stage.Cloud.Token()}");

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/_connector", true)]
    [InlineData("http://localhost:1/_connector", true)]
    [InlineData("http://127.0.0.1.film.example/", false)]
    [InlineData("http://10.0.0.1/", false)]
    [InlineData("http://user@127.0.0.1/", false)]
    [InlineData("https://film.example/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("", false)]
    public async Task Playground_WithoutAToken_IsLetInWithALoopbackServiceAlone(string service, bool isTaken)
    {
        var activity = Emulated(service);

        using var answer = await stage.User().SendAsync(activity.ToJsonString(), null);

        Assert.Equal(isTaken ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://film.example")]
    [InlineData("Host", "film.example")]
    [InlineData("X-Forwarded-For", "203.0.113.5")]
    [InlineData("Forwarded", "for=203.0.113.5")]
    [InlineData("Content-Type", "text/plain")]
    public async Task Playground_ByAPageOrAProxy_IsRefused(string header, string value)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, stage.Head.EndPoint) { Content = Json.Text(Emulated("http://127.0.0.1:1/").ToJsonString()) };
        if (header == "Content-Type") request.Content.Headers.ContentType = new(value);
        else request.Headers.TryAddWithoutValidation(header, value);

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData(false, "127.0.0.1", false)]
    [InlineData(true, "192.0.2.7", false)]
    [InlineData(true, "::ffff:192.0.2.7", false)]
    [InlineData(true, "::ffff:127.0.0.1", true)]
    [InlineData(true, "::1", true)]
    public async Task Playground_FromElsewhereOrSwitchedOff_IsRefused(bool isOn, string remote, bool isTaken)
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(remote) }, Request = { Host = new("localhost:7071"), ContentType = "application/json" } };
        var gate = new ActivityGate(stage.Head.Get<TeamsSettings>() with { Playground = isOn }, stage.Head.Get<SigningKeys>(), TimeProvider.System, NullLogger<ActivityGate>.Instance);
        var activity = new Activity { ChannelId = "emulator", ServiceUrl = "http://127.0.0.1:1/" };

        var refusal = await Record.ExceptionAsync(() => gate.CheckAsync(context, activity, TestContext.Current.CancellationToken));

        Assert.Equal(isTaken, refusal is null);
        Assert.True(refusal is null or ProblemException { Problem.Status: 403 });
    }

    [Fact]
    public void Playground_NamingATenant_IsNobodyOfIt()
    {
        var arrival = Arrival.Of(ActivityReader.Read(Encoding.UTF8.GetBytes(Emulated("http://127.0.0.1:1/").ToJsonString())))!;

        Assert.Equal($"playground-{TeamsCloud.Tenant}", arrival.Speaker.Realm);
        Assert.Equal($"playground-{TeamsCloud.Tenant}/{arrival.Reference.Conversation}", arrival.Place.Target);
    }

    private JsonObject Emulated(string service)
    {
        using var user = stage.User();
        var activity = user.Message("help");
        (activity["channelId"], activity["serviceUrl"]) = ("emulator", service);
        return activity;
    }

    private string? Faulty(string fault, JsonObject activity)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        switch (fault)
        {
            case "missing": return null;
            case "no token": return "nothing.of.use";
            case "empty token": return "..";
            case "header no JSON": return Made("nothing", "{}");
            case "header of odd values": return Made("""{"alg":["RS256"],"kid":5,"typ":{}}""", "{}");
            case "payload no JSON": return Made("""{"alg":"RS256","kid":"key-of-teams"}""", "nothing");
            case "payload of odd values": return Made("""{"alg":"RS256","kid":"key-of-teams"}""", """{"iss":[5],"aud":{"a":1},"exp":"soon","nbf":[],"serviceurl":{"a":[1]}}""");
            case "wrong scheme": return $"Bearer {stage.Cloud.Token()}";
            case "wrong issuer": return stage.Cloud.Token(each => each.Issuer = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/");
            case "wrong audience": return stage.Cloud.Token(each => each.Audience = $"{Guid.NewGuid()}");
            case "expired": return stage.Cloud.Token(each => (each.NotBefore, each.Expires) = (now.AddHours(-2), now.AddMinutes(-6)));
            case "no expiry": return stage.Cloud.Token(each => each.Expires = null);
            case "not yet valid": return stage.Cloud.Token(each => each.NotBefore = now.AddMinutes(6));
            case "wrong key": return stage.Cloud.Token(each => each.SigningCredentials = new SigningKey("key-of-teams", "msteams").Credentials);
            case "alg none": return Unsigned();
            case "alg HS256": return stage.Cloud.Token(each => each.SigningCredentials = new(new SymmetricSecurityKey(SHA256.HashData(Encoding.UTF8.GetBytes(TeamsCloud.AppId))) { KeyId = "key-of-teams" }, SecurityAlgorithms.HmacSha256));
            case "unknown kid": return stage.Cloud.Token(each => each.SigningCredentials = new SigningKey("nobody-knows-it", "msteams").Credentials);
            case "no kid": return stage.Cloud.Token(each => each.SigningCredentials = new(new RsaSecurityKey(RSA.Create(2048)), SecurityAlgorithms.RsaSha256));
            case "key of another channel": return stage.Cloud.Token(each => each.SigningCredentials = stage.Cloud.KeyOfWebChat.Credentials);
            case "key of no channel": return stage.Cloud.Token(each => each.SigningCredentials = stage.Cloud.BareKey.Credentials);
            case "another serviceurl": return Serving("https://smba.trafficmanager.net/apac/");
            case "no serviceurl": return stage.Cloud.Token(each => each.Claims = new Dictionary<string, object>());
            case "another tenant":
                activity["conversation"]!["tenantId"] = $"{Guid.NewGuid()}";
                break;
            case "no tenant":
                activity["conversation"]!.AsObject().Remove("tenantId");
                activity["channelData"]!.AsObject().Remove("tenant");
                break;
            case "service elsewhere": return Serving((string)(activity["serviceUrl"] = "https://film.example/")!);
            case "service without TLS": return Serving((string)(activity["serviceUrl"] = "http://smba.trafficmanager.net/emea/")!);
            case "service with a look-alike name": return Serving((string)(activity["serviceUrl"] = "https://smba.trafficmanager.net.film.example/")!);
            case "another channel":
                activity["channelId"] = "webchat";
                break;
            case "no channel":
                activity.Remove("channelId");
                break;
            case "emulator with a service of Teams":
                activity["channelId"] = "emulator";
                break;
        }

        return stage.Cloud.Token();
    }

    private string Serving(string service) => stage.Cloud.Token(each => each.Claims = new Dictionary<string, object> { ["serviceurl"] = service });

    private static string Made(string header, string payload) => $"{Base64UrlEncoder.Encode(header)}.{Base64UrlEncoder.Encode(payload)}.{Base64UrlEncoder.Encode("signature")}";

    private string Unsigned()
    {
        var header = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT","kid":"key-of-teams"}""");
        return $"{header}.{stage.Cloud.Token().Split('.')[1]}.";
    }
}

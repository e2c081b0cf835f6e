using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using static MovieChat.Tests.Models.HostileAnswers;
using static MovieChat.Tests.Models.HostilePictures;

namespace MovieChat.Tests.Models;

/// <summary>What a writer is told when an image model misbehaves, and how often it was asked.</summary>
public sealed class PictureModelFailureTests : IAsyncLifetime
{
    private const string Prompt = "A secret heist under Vienna";
    private const string Setting = "MovieChat__Pictures__";
    private HostileModelServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await HostileModelServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    public static TheoryData<string, string, int, string> Failures => new()
    {
        { "busy", FailureKinds.Unavailable, 3, Setting + "MaxConcurrency" },
        { "no quota", FailureKinds.Unavailable, 3, "quota" },
        { "hard limit", FailureKinds.Unavailable, 1, "quota" },
        { "500", FailureKinds.Unavailable, 3, "HTTP 500" },
        { "503 page", FailureKinds.Unavailable, 3, "HTTP 503" },
        { "200 MB error", FailureKinds.Unavailable, 3, "HTTP 502" },
        { "200 MB answer", FailureKinds.Unavailable, 1, "64 MiB" },
        { "200 MB answer told beforehand", FailureKinds.Unavailable, 1, "64 MiB" },
        { "endless answer", FailureKinds.Unavailable, 1, "64 MiB" },
        { "cut", FailureKinds.Unavailable, 3, "cut" },
        { "no answer", FailureKinds.Unavailable, 3, "Try again" },
        { "malformed", FailureKinds.Unavailable, 1, Setting + "Endpoint" },
        { "page", FailureKinds.Unavailable, 1, Setting + "Endpoint" },
        { "empty", FailureKinds.Unavailable, 1, Setting + "Endpoint" },
        { "array", FailureKinds.Unavailable, 1, Setting + "Endpoint" },
        { "other shape", FailureKinds.Unavailable, 1, Setting + "Endpoint" },
        { "number as picture", FailureKinds.Unavailable, 1, Setting + "Endpoint" },
        { "truncated base64", FailureKinds.Unavailable, 1, Setting + "Endpoint" },
        { "null", FailureKinds.Unavailable, 1, Setting + "Model" },
        { "no data", FailureKinds.Unavailable, 1, Setting + "Model" },
        { "null as data", FailureKinds.Unavailable, 1, Setting + "Model" },
        { "no pictures", FailureKinds.Unavailable, 1, Setting + "Model" },
        { "null as picture", FailureKinds.Unavailable, 1, Setting + "Model" },
        { "nulls in picture", FailureKinds.Unavailable, 1, Setting + "Model" },
        { "empty picture", FailureKinds.Unavailable, 1, "neither PNG" },
        { "page as picture", FailureKinds.Unavailable, 1, "neither PNG" },
        { "gif", FailureKinds.Unavailable, 1, "neither PNG" },
        { "401", FailureKinds.Rejected, 1, Setting + "Key" },
        { "403", FailureKinds.Rejected, 1, Setting + "Key" },
        { "404", FailureKinds.Rejected, 1, "artist-1" },
        { "413", FailureKinds.Unreadable, 1, "more than the image model reads" },
        { "400", FailureKinds.Rejected, 1, Setting + "Sizes" },
        { "redirect", FailureKinds.Rejected, 1, "final address" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Model_Misbehaving_IsToldInPlainWords(string how, string kind, int calls, string told)
    {
        _server.Script(Misbehaving(how));
        await using var model = ImageModel.Of(_server.Address, settings: new() { ["MaxRetries"] = "2" });

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => model.Draw(Prompt, references: [Png]));

        Assert.Equal(kind, failed.Failure.Kind);
        Assert.Contains(told, failed.Failure.Message + " " + failed.Failure.Remedy, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(calls, _server.Seen.Count);
        Assert.Empty(failed.Categories);
        Assert.DoesNotContain(TextModel.Key, failed + model.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Prompt, failed + model.Log.Text, StringComparison.Ordinal);
        Assert.Contains($"The model artist-1 failed after", model.Log.Text, StringComparison.Ordinal);
    }

    /// <summary>Answers that echo what must not be seen, where they have room for it.</summary>
    private RequestDelegate Misbehaving(string how) => how switch
    {
        "busy" => Error(429, "rate_limit_exceeded", TextModel.Key),
        "no quota" => Error(429, "insufficient_quota"),
        "hard limit" => Error(400, "billing_hard_limit_reached"),
        "500" => Error(500, TextModel.Key, Prompt),
        "503 page" => Raw("<html>down</html>", "text/html", 503),
        "200 MB error" => context =>
        {
            context.Response.StatusCode = 502;
            return Flood(200_000_000)(context);
        }
        ,
        "200 MB answer" => Flood(200_000_000),
        "200 MB answer told beforehand" => Raw("{", length: 200_000_000),
        "endless answer" => Flood(long.MaxValue),
        "cut" => Cut(PicturesJson(Png)),
        "no answer" => Abort(),
        "malformed" => Raw("""{"data":[{"b64_json":"""),
        "page" => Raw($"<html>{Prompt} {TextModel.Key}</html>", "text/html"),
        "empty" => Raw(""),
        "array" => Raw("[]"),
        "other shape" => Raw($$$"""{"data":{"{{{Prompt}}}":"{{{TextModel.Key}}}"}}"""),
        "number as picture" => Raw("""{"data":[{"b64_json":7}]}"""),
        "truncated base64" => Raw($$"""{"data":[{"b64_json":"{{Convert.ToBase64String(Png)[..41]}}"}]}"""),
        "null" => Raw("null"),
        "no data" => Raw($$$"""{"error":{"message":"{{{Prompt}}}"}}"""),
        "null as data" => Raw("""{"data":null}"""),
        "no pictures" => Raw("""{"data":[]}"""),
        "null as picture" => Raw("""{"data":[null]}"""),
        "nulls in picture" => Raw("""{"data":[{"b64_json":null,"url":null}]}"""),
        "empty picture" => Pictures((byte[])[]),
        "page as picture" => Pictures([.. "<html>Sign in</html>"u8]),
        "gif" => Pictures([.. "GIF89a"u8]),
        "401" => Error(401, "invalid_api_key", $"Incorrect API key provided: {TextModel.Key}"),
        "403" => Error(403, message: "Your organization must be verified."),
        "404" => Error(404, "DeploymentNotFound"),
        "413" => Raw("<html>Too large</html>", "text/html", 413),
        "400" => Error(400, "invalid_size", $"{Prompt} with {TextModel.Key}"),
        "redirect" => Redirect(new Uri(_server.Address, "/elsewhere")),
        _ => throw new ArgumentOutOfRangeException(nameof(how), how, null),
    };

    public static TheoryData<string, string[]> Refusals => new()
    {
        { """{"error":{"message":"Rejected by the safety system. safety_violations=[sexual, violence, person].","type":"image_generation_user_error","param":null,"code":"moderation_blocked"}}""", ["sexual", "violence"] },
        { """{"error":{"message":"safety_violations=[self-harm]","code":"moderation_blocked"}}""", ["self_harm"] },
        { """{"error":{"message":"Your prompt may contain text that is not allowed by our safety system.","code":"content_policy_violation"}}""", [] },
        { """{"error":{"code":"contentFilter","message":"Your task failed as a result of our safety system."}}""", [] },
        { """{"error":{"code":"content_filter","innererror":{"code":"ResponsibleAIPolicyViolation","content_filter_result":{"hate":{"filtered":true,"severity":"high"},"violence":{"filtered":false,"severity":"low"},"self_harm":{"filtered":true},"jailbreak":{"filtered":true,"detected":true}}}}}""", ["hate", "self_harm"] },
        { """{"error":{"code":"BadRequest","innererror":{"code":"ResponsibleAIPolicyViolation"}}}""", [] },
        { """{"error":{"code":"content_policy_violation","type":"invalid_request_error","inner_error":{"code":"ResponsibleAIPolicyViolation","content_filter_results":{"violence":{"filtered":true,"severity":"medium"},"hate":{"filtered":false}},"revised_prompt":"A secret heist under Vienna"}}}""", ["violence"] },
        { """{"error":{"code":"content_filter","innererror":{"content_filter_result":{"hate":{"filtered":"A secret heist under Vienna"},"violence":true,"A secret heist under Vienna":{"filtered":true}}}}}""", [] },
        { """{"error":{"code":"content_filter","innererror":[],"message":["violence"]}}""", [] },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Filter_Refusing_IsToldWithTheCategoriesThatAreKnown(string body, string[] categories)
    {
        _server.Script(Raw(body, status: 400));
        await using var model = ImageModel.Of(_server.Address);

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => model.Draw(Prompt, references: [Png]));

        Assert.Equal(FailureKinds.Refused, failed.Failure.Kind);
        Assert.Equal(categories, failed.Categories);
        Assert.Contains("content filter", failed.Failure.Message, StringComparison.Ordinal);
        Assert.All(categories, category => Assert.Contains(category.Replace('_', ' '), failed.Failure.Message, StringComparison.Ordinal));
        Assert.DoesNotContain(Prompt, failed + model.Log.Text, StringComparison.Ordinal);
        Assert.Single(_server.Seen);
    }

    [Fact]
    public async Task Picture_ThatIsNone_IsPaidFor()
    {
        _server.Script(Pictures([.. "<html>"u8]));
        await using var model = ImageModel.Of(_server.Address);

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => model.Draw(Prompt));

        Assert.Equal(new(40, 1056, 1), failed.Usage);
    }

    public static TheoryData<string, int, byte[]?, string> Unsendable => new()
    {
        { " ", 0, null, "nothing to draw" },
        { new string('x', 32_001), 0, null, "32,001 characters" },
        { Prompt, 17, Png, "made from 17 others" },
        { Prompt, 2, [.. "<html>"u8], "neither PNG" },
        { Prompt, 1, Numbered(1, 50_000_000), "50 MB" },
    };

    [Theory]
    [MemberData(nameof(Unsendable))]
    public async Task Request_ThatTheServiceWouldRefuse_IsNotSent(string prompt, int references, byte[]? reference, string told)
    {
        await using var model = ImageModel.Of(_server.Address);

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => model.Draw(prompt, references: [.. Enumerable.Repeat(reference!, references)]));

        Assert.Equal(FailureKinds.Unreadable, failed.Failure.Kind);
        Assert.Contains(told, failed.Failure.Message, StringComparison.Ordinal);
        Assert.Empty(_server.Seen);
    }

    [Fact]
    public async Task Request_AtTheServicesLimits_IsSent()
    {
        _server.Script(Pictures(Png));
        await using var model = ImageModel.Of(_server.Address);

        await model.Draw(new string('x', 32_000), references: [.. Enumerable.Repeat(Png, 16)]);

        Assert.Single(_server.Seen);
    }

    [Fact]
    public async Task Reference_ThatIsOnlyAnAddress_IsNotSent()
    {
        await using var model = ImageModel.Of(_server.Address);

        await Assert.ThrowsAsync<ModelFailedException>(() => model.Generator.GenerateAsync(
            new(Prompt, [new UriContent("https://pictures.example/1.png", "image/png")]), cancellationToken: TestContext.Current.CancellationToken));

        Assert.Empty(_server.Seen);
    }
}

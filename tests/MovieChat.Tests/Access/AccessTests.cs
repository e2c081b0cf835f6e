using System.Net;
using Microsoft.AspNetCore.Routing;
using MovieChat.Tests.Web;

namespace MovieChat.Tests.Access;

/// <summary>Every route, by every method, with everything that can be shown as a key.</summary>
public sealed class AccessTests(AccessFixture access) : IClassFixture<AccessFixture>
{
    public static TheoryData<string> Names => [.. Routes.All.Select(route => route.Name)];

    public static TheoryData<string> Patterns => [.. Routes.All.Select(route => route.Pattern).Distinct()];

    [Fact]
    public void Routes_OfTheService_AreThoseOfTheTable()
    {
        var mapped = access.Endpoints.SelectMany(Mapped).Order(StringComparer.Ordinal);
        Assert.Equal(Routes.All.Select(route => route.Name).Order(StringComparer.Ordinal), mapped);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Route_WithEveryKindOfKey_AnswersAsDesigned(string name)
    {
        var route = Routes.All.Single(each => each.Name == name);
        var before = await access.Writer.GetJsonAsync("/api/projects/" + access.Project);
        foreach (var shown in Enum.GetValues<Shown>())
        {
            foreach (var header in access.Headers(shown)) await CheckAsync(route, shown, header);
        }

        var after = await access.Writer.GetJsonAsync("/api/projects/" + access.Project);
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public async Task Address_ByAMethodItDoesNotTake_SaysWhichItTakes(string pattern)
    {
        var routes = Routes.All.Where(route => route.Pattern == pattern).ToList();
        var taken = routes.Select(route => route.Method).Order(StringComparer.Ordinal).ToList();
        foreach (var method in Routes.Methods.Except(taken))
        {
            foreach (var shown in Enum.GetValues<Shown>()) await CheckMethodAsync(routes[0], method, shown, taken);
        }
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public async Task Address_AskedForItsHead_TellsWhatItTellsOfItsBody(string pattern)
    {
        if (Routes.All.FirstOrDefault(each => each.Pattern == pattern && each.Method == "GET") is not { } route) return;
        foreach (var shown in new[] { Shown.NoKey, Shown.OtherWriter, Shown.Writer, Shown.Owner })
        {
            var address = await access.AddressAsync(route, isToSucceed: false);
            using var whole = await access.SendAsync("GET", address, access.Headers(shown)[0]);
            using var head = await access.SendAsync("HEAD", address, access.Headers(shown)[0]);
            Assert.Equal((whole.StatusCode, whole.Content.Headers.ContentType), (head.StatusCode, head.Content.Headers.ContentType));
            Assert.Equal(whole.Content.Headers.ContentDisposition, head.Content.Headers.ContentDisposition);
            Assert.Equal(whole.Headers.CacheControl, head.Headers.CacheControl);
            Assert.Equal(whole.Headers.Location, head.Headers.Location);
        }
    }

    [Theory]
    [InlineData("/api")]
    [InlineData("/api/")]
    [InlineData("/API/nowhere")]
    [InlineData("/api/projects/x/talks")]
    [InlineData("/api/projects/x/documents/brief/drafts/1/2")]
    public async Task Address_ThatIsNone_TellsWithoutKeyOnlyThatOneIsNeeded(string address)
    {
        foreach (var method in Routes.Methods)
        {
            foreach (var shown in Enum.GetValues<Shown>())
            {
                using var answer = await access.SendAsync(method, address, access.Headers(shown)[0]);
                Assert.Equal(shown < Shown.OtherWriter ? HttpStatusCode.Unauthorized : HttpStatusCode.NotFound, answer.StatusCode);
            }
        }
    }

    private static IEnumerable<string> Mapped(RouteEndpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]).Select(method => $"{method} {Rooted(endpoint.RoutePattern.RawText!)}");

    private static string Rooted(string pattern) => pattern is "/" ? pattern : "/" + pattern.Trim('/');

    private async Task CheckAsync(Route route, Shown shown, string? header)
    {
        var expected = route.AnswerTo(shown);
        var address = await access.AddressAsync(route, expected == route.Answer);
        using var answer = await access.SendAsync(route.Method, address, header, route.Body);
        Assert.True(expected == answer.StatusCode, $"{route} shown {shown} '{header}' answered {(int)answer.StatusCode} and not {(int)expected}.");
        if (route.Method == "HEAD") Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        if ((int)expected < 400) return;
        if (route.Method != "HEAD") await answer.ProblemAsync(expected, IsAnsweredAsDesigned(route, shown) ? route.Kind : Kind(expected));
        if (expected is HttpStatusCode.Unauthorized) Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    private async Task CheckMethodAsync(Route route, string method, Shown shown, List<string> taken)
    {
        var address = await access.AddressAsync(route, isToSucceed: false);
        using var answer = await access.SendAsync(method, address, access.Headers(shown)[0], method is "GET" or "HEAD" or "TRACE" ? null : "{}");

        // Whoever shows no key is told nothing of the API, also where some other method needs none.
        var needsKey = route.Reach is not Reach.Anybody || route.Pattern.StartsWith("/api/", StringComparison.Ordinal);
        var expected = needsKey && shown < Shown.OtherWriter ? HttpStatusCode.Unauthorized : HttpStatusCode.MethodNotAllowed;
        Assert.True(expected == answer.StatusCode, $"{method} {address} shown {shown} answered {(int)answer.StatusCode} and not {(int)expected}.");
        if (method != "HEAD") await answer.ProblemAsync(expected, Kind(expected));
        Assert.Equal(expected is HttpStatusCode.Unauthorized ? [] : taken, answer.Content.Headers.Allow.Order(StringComparer.Ordinal));
    }

    /// <summary>Whether a problem is the route's own, and not one of whose it is.</summary>
    private static bool IsAnsweredAsDesigned(Route route, Shown shown) =>
        route.Reach is Reach.Anybody || (route.AnswerTo(shown) == route.Answer && (route.Reach is not Reach.ItsWriter || shown is Shown.Writer));

    private static string Kind(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => "unauthorized",
        HttpStatusCode.Forbidden => "owner-only",
        HttpStatusCode.MethodNotAllowed => "method-not-allowed",
        _ => "unknown-project",
    };
}

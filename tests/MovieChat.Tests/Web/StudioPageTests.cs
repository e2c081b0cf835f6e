using System.Net;
using System.Text.RegularExpressions;
using MovieChat.Tests.Storage;

namespace MovieChat.Tests.Web;

/// <summary>How the studio is served. What it does is tested in a browser.</summary>
public sealed partial class StudioPageTests(AzuriteFixture azurite) : WebTests(azurite)
{
    /// <summary>Bytes of compressed script at first load.</summary>
    private const int MostScript = 150_000;

    [Theory]
    [InlineData("/")]
    [InlineData("/films/x")]
    [InlineData("/films/x/documents/frame%3As1.2")]
    public async Task Page_AtEveryAddressOfTheStudio_LetsInNothingFromElsewhereAndNoInlineCode(string address)
    {
        using var anybody = Door.Client(null);
        var answer = await anybody.GetAsync(address);

        var page = await answer.TextAsync();
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch(InlinePattern(), page);
        Assert.All(Files(page), file => Assert.StartsWith("/studio/", file, StringComparison.Ordinal));
        Assert.Contains("no-cache", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_OfThePage_AreThereForEverAndCompressed()
    {
        using var anybody = Door.Client(null);
        foreach (var file in Files(await (await anybody.GetAsync("/")).TextAsync()))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, file) { Headers = { { "Accept-Encoding", "gzip, br" } } };
            using var answer = await anybody.BeginAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
            using var again = new HttpRequestMessage(HttpMethod.Get, file) { Headers = { { "Accept-Encoding", "br" }, { "If-None-Match", answer.Headers.ETag!.ToString() } } };
            Assert.Equal(HttpStatusCode.NotModified, (await anybody.BeginAsync(again)).StatusCode);
        }
    }

    [Fact]
    public async Task File_ForWhoTakesNoBrotli_ComesAsItIs()
    {
        using var anybody = Door.Client(null);
        var file = Files(await (await anybody.GetAsync("/")).TextAsync()).First(each => each.EndsWith(".js", StringComparison.Ordinal));
        using var request = new HttpRequestMessage(HttpMethod.Get, file) { Headers = { { "Accept-Encoding", "gzip, br;q=0" } } };
        using var answer = await anybody.BeginAsync(request);

        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Script_AtFirstLoad_IsLight()
    {
        using var anybody = Door.Client(null);
        var sum = 0L;
        foreach (var file in Files(await (await anybody.GetAsync("/")).TextAsync()).Where(each => each.EndsWith(".js", StringComparison.Ordinal)))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, file) { Headers = { { "Accept-Encoding", "br" } } };
            using var answer = await anybody.BeginAsync(request);
            sum += (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        }

        Assert.InRange(sum, 1, MostScript);
    }

    [Theory]
    [InlineData("/studio/nothing.js")]
    [InlineData("/studio/")]
    [InlineData("/studio/../index.html.br")]
    [InlineData("/studio/index.html.br")]
    public async Task File_ThatIsNone_IsNotThere(string address)
    {
        using var anybody = Door.Client(null);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(address)).StatusCode);
    }

    private static List<string> Files(string page)
    {
        List<string> files = [.. FilePattern().Matches(page).Select(match => match.Groups[2].Value)];
        Assert.Contains(files, file => file.EndsWith(".js", StringComparison.Ordinal));
        return files;
    }

    [GeneratedRegex("""(src|href)="([^"]*)"(?!>)?""")]
    private static partial Regex FilePattern();

    [GeneratedRegex("""<script(?![^>]*\bsrc=)|<style|\bon\w+=|\bstyle=|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex InlinePattern();
}

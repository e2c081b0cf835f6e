using System.Net;
using System.Net.Http.Headers;
using MovieChat.Tests.Storage;
using MovieChat.Tests.Web;

namespace MovieChat.Tests.Access;

/// <summary>Bodies that generated requests found to break the service.</summary>
public sealed class BodyTests(AzuriteFixture azurite) : WebTests(azurite)
{
    [Theory]
    [InlineData("/documents/brief/decisions", """{"verb":"edit","draft":1,"content":{"to""", """ne":"quiet"}}""")]
    [InlineData("/documents/brief/decisions", """{"verb":"edit","draft":1,"content":{"tone":"qu""", """iet"}}""")]
    [InlineData("/documents/brief/decisions", """{"verb":"skip","draft":1,"notes":"qu""", """iet"}""")]
    [InlineData("/fork", """{"title":"Co""", """py"}""")]
    public async Task Body_WithBytesThatAreNoUtf8_IsMalformed(string address, string before, string after)
    {
        var project = await Writer.StartAsync();
        using var body = new ByteArrayContent([.. System.Text.Encoding.UTF8.GetBytes(before), 0xE4, .. System.Text.Encoding.UTF8.GetBytes(after)]);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var problem = await (await Writer.PostAsync(project + address, body)).ProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        Assert.Contains("UTF-8", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/documents/brief/decisions", """{"verb":"edit","draft":1,"content":{"genres":["drama"],"lengthMinutes":90,"extra":DEEP}}""", "content")]
    [InlineData("", """{"title":"Deep","brief":{"genres":["drama"],"lengthMinutes":90,"extra":DEEP}}""", "brief")]
    public async Task Content_NestedSoThatNoAnswerCouldHoldIt_IsRefused(string address, string body, string path)
    {
        var to = address.Length == 0 ? "/api/projects" : await Writer.StartAsync() + address;
        var (deep, deepest) = (new string('[', 32) + new string(']', 32), new string('[', 31) + new string(']', 31));
        var problem = await (await Writer.PostAsync(to, Json.Text(body.Replace("DEEP", deep, StringComparison.Ordinal)))).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-content");
        Assert.Equal(path, problem.Text("path"));
        Assert.Contains("nested deeper than 32 levels", problem.Text("detail"), StringComparison.Ordinal);
        Assert.True((await Writer.PostAsync(to, Json.Text(body.Replace("DEEP", deepest, StringComparison.Ordinal)))).IsSuccessStatusCode);
    }
}

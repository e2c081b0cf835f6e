using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MovieChat.Tests.Storage;

namespace MovieChat.Tests.Web;

public sealed partial class DescriptionTests(AzuriteFixture azurite) : WebTests(azurite)
{
    [Fact]
    public async Task Description_OfEveryOperation_IsWhole()
    {
        using var anybody = Door.Client(null);
        var description = await anybody.GetJsonAsync("/openapi/v1.json");
        var operations = description["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => (Path: path.Key, operation.Value))).ToList();
        Assert.Equal(62, operations.Count);
        Assert.All(operations, operation =>
        {
            Assert.NotEmpty(operation.Value!.Text("summary"));
            Assert.NotEmpty(operation.Value!.Text("operationId"));
            Assert.Contains(operation.Value!["responses"]!.AsObject(), answer => answer.Key[0] == '2');
            Assert.Contains(operation.Value!["responses"]!.AsObject(), answer => answer.Value!["content"]?["application/problem+json"] is not null);
            Assert.Equal(operation.Path.StartsWith("/api", StringComparison.Ordinal), operation.Value!["security"] is JsonArray { Count: > 0 });
        });
    }

    [Fact]
    public async Task Description_OfADocument_RequiresWhatIsAlwaysThere()
    {
        var schema = (await Writer.GetJsonAsync("/openapi/v1.json"))["components"]!["schemas"]!["DocumentItem"]!;
        Assert.Equal(["id", "status", "draft", "approved", "needs"], schema["required"]!.AsArray().Select(name => (string)name!));
    }

    [Fact]
    public async Task Description_OfAFormat_SaysOfWhichType()
    {
        var schemas = (await Writer.GetJsonAsync("/openapi/v1.json"))["components"]!["schemas"]!.AsObject();
        var formatted = schemas.SelectMany(schema => schema.Value!["properties"]?.AsObject().Select(property => (Name: $"{schema.Key}.{property.Key}", property.Value)) ?? []).Where(property => property.Value!["format"] is not null).ToList();
        Assert.Contains(formatted, property => (string?)property.Value!["format"] == "date-time");
        Assert.All(formatted, property => Assert.True(property.Value!["type"] is not null, property.Name));
    }

    [Fact]
    public async Task Reference_InABrowser_TakesNothingFromOtherHosts()
    {
        using var anybody = Door.Client(null);
        var answer = await anybody.GetAsync("/reference/");
        var page = await answer.TextAsync();
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Empty(OtherHostPattern().Matches(page).Select(match => match.Value));
        Assert.Contains("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True((await anybody.GetAsync("/reference/scalar.js")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Health_WithoutKey_IsTold()
    {
        using var anybody = Door.Client(null);
        Assert.Equal("""{"status":"ok"}""", (await anybody.GetJsonAsync("/healthz")).ToJsonString());
    }

    [GeneratedRegex("""(src|href)=["'](https?:)?//[^"']*""")]
    private static partial Regex OtherHostPattern();
}

using System.Drawing;
using System.Text.Json.Nodes;
using Azure.Core;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using MovieChat.Workflows.Models;
using static MovieChat.Tests.Models.HostileAnswers;
using static MovieChat.Tests.Models.HostilePictures;

namespace MovieChat.Tests.Models;

/// <summary>What travels to each provider of pictures.</summary>
public sealed class PictureModelWireTests : IAsyncLifetime
{
    private HostileModelServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await HostileModelServer.StartAsync();
        _server.Script(Pictures(Png));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task OpenAI_WithAKey_PostsToTheBaseAddress()
    {
        var seen = await Ask(ModelProviders.OpenAI);

        Assert.Equal("/v1/images/generations", seen.Path);
        Assert.Equal("Bearer " + TextModel.Key, seen.Headers["Authorization"]);
        Assert.Equal("""{"model":"artist-1","prompt":"A vault"}""", seen.Body);
    }

    [Fact]
    public async Task OpenAI_WithoutAKey_SendsNoCredential()
    {
        var seen = await Ask(ModelProviders.OpenAI, new() { ["Key"] = null });

        Assert.DoesNotContain("Authorization", seen.Headers.Keys);
        Assert.DoesNotContain("api-key", seen.Headers.Keys);
    }

    [Theory]
    [InlineData("https://my-resource.openai.azure.com")]
    [InlineData("https://my-resource.openai.azure.com/")]
    [InlineData("https://my-resource.openai.azure.com/openai/v1")]
    [InlineData("https://my-resource.openai.azure.com/openai/v1/")]
    public async Task Azure_WithAKey_PostsToTheVersionedAddress(string endpoint)
    {
        var seen = await Ask(ModelProviders.AzureOpenAI, new() { ["Endpoint"] = endpoint });

        Assert.Equal("/openai/v1/images/generations", seen.Path);
        Assert.Equal(TextModel.Key, seen.Headers["api-key"]);
        Assert.DoesNotContain("Authorization", seen.Headers.Keys);
        Assert.Equal("artist-1", (string?)JsonNode.Parse(seen.Body)!["model"]);
    }

    [Fact]
    public async Task Azure_WithoutAKey_SendsAnEntraToken()
    {
        var seen = await Ask(ModelProviders.AzureOpenAI, new() { ["Endpoint"] = "https://my-resource.openai.azure.com", ["Key"] = null }, references: Png);

        Assert.Equal("/openai/v1/images/edits", seen.Path);
        Assert.Equal("Bearer token for https://cognitiveservices.azure.com/.default", seen.Headers["Authorization"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Options_Given_GoOut(bool withReference)
    {
        var seen = await Ask(
            ModelProviders.OpenAI,
            new() { ["Quality"] = "High" },
            new() { Count = 3, ImageSize = new Size(1536, 830), MediaType = "image/jpeg", ModelId = "artist-2" },
            withReference ? [Png] : []);

        string[] names = ["model", "prompt", "n", "size", "quality", "output_format"];
        string[] values = ["artist-2", "A vault", "3", "1536x1024", "high", "jpeg"];
        if (withReference)
        {
            var form = await SentForm.ReadAsync(seen);
            Assert.Equal([.. names, "input_fidelity"], form.Fields.Select(field => field.Name));
            Assert.Equal([.. values, "high"], form.Fields.Select(field => field.Value));
        }
        else
        {
            var json = JsonNode.Parse(seen.Body)!.AsObject();
            Assert.Equal(names, json.Select(each => each.Key));
            Assert.Equal(values, json.Select(each => each.Value!.ToString()));
            Assert.Equal(3, (int)json["n"]!);
        }
    }

    [Theory]
    [InlineData(1536, 830, "1536x1024")]
    [InlineData(830, 1536, "1024x1536")]
    [InlineData(512, 512, "1024x1024")]
    [InlineData(1100, 1000, "1024x1024")]
    [InlineData(9000, 10, "1536x1024")]
    [InlineData(0, 0, null)]
    [InlineData(1536, 830, "1536x832", "1024x1024, 1536x832, 3072x1664")]
    [InlineData(3000, 1640, "3072x1664", "1024x1024,1536x832,3072x1664")]
    public async Task Size_Asked_GoesOutAsTheNearestShapeThatTheModelHas(int width, int height, string? sent, string? sizes = null)
    {
        var seen = await Ask(ModelProviders.OpenAI, new() { ["Sizes"] = sizes }, new() { ImageSize = new Size(width, height) });

        Assert.Equal(sent, (string?)JsonNode.Parse(seen.Body)!["size"]);
    }

    [Fact]
    public async Task Format_ThatNoModelWrites_IsTheCallersMistake()
    {
        await using var model = ImageModel.Of(_server.Address);

        await Assert.ThrowsAsync<NotSupportedException>(() => model.Draw("A vault", new() { MediaType = "image/gif" }));

        Assert.Empty(_server.Seen);
    }

    [Fact]
    public async Task References_Several_AllArriveInOrderByteForByteAsWhatTheyAre()
    {
        byte[][] references = [Numbered(1), Jpeg, WebP, Numbered(2, 70_000), .. Enumerable.Range(3, 12).Select(each => Numbered((byte)each))];

        var seen = await Ask(ModelProviders.OpenAI, references: references);

        Assert.Equal("/v1/images/edits", seen.Path);
        var form = await SentForm.ReadAsync(seen);
        Assert.Equal(16, form.Files.Count);
        Assert.Equal(references, form.Files.Select(file => file.Bytes));
        Assert.All(form.Files, file => Assert.Equal("image[]", file.Name));
        Assert.Equal(["reference-1.png", "reference-2.jpeg", "reference-3.webp", "reference-4.png"], form.Files.Take(4).Select(file => file.FileName));
        Assert.Equal(["image/png", "image/jpeg", "image/webp", "image/png"], form.Files.Take(4).Select(file => file.ContentType));
        Assert.Equal("high", form["input_fidelity"]);
        Assert.Equal(seen.Bytes.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), seen.Headers["Content-Length"]);
    }

    [Theory]
    [InlineData("ein Bankraub – „leise“\r\n--vault\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\n99")]
    [InlineData("金庫 🏦 \"quoted\" \\ \0")]
    public async Task Prompt_OfAnyCharacters_ArrivesAsItIs(string prompt)
    {
        await using var model = ImageModel.Of(_server.Address);

        await model.Draw(prompt);
        await model.Draw(prompt, references: [Png]);

        Assert.Equal(prompt, (string?)JsonNode.Parse(_server.Seen[0].Body)!["prompt"]);
        var form = await SentForm.ReadAsync(_server.Seen[1]);
        Assert.Equal(prompt, form["prompt"]);
        Assert.Null(form["n"]);
    }

    [Fact]
    public async Task Fidelity_RefusedByTheModel_IsLeftOutFromThenOn()
    {
        _server.Script(
            Raw("""{"error":{"message":"The model 'gpt-image-2' does not support the 'input_fidelity' parameter.","type":"image_generation_user_error","param":"input_fidelity","code":"invalid_input_fidelity_model"}}""", status: 400),
            Pictures(Png));
        await using var model = ImageModel.Of(_server.Address);

        await model.Draw("A vault", references: [Png]);
        await model.Draw("Another vault", references: [Jpeg]);

        Assert.Equal(3, _server.Seen.Count);
        var forms = await Task.WhenAll(_server.Seen.Select(SentForm.ReadAsync));
        Assert.Equal(["high", null, null], forms.Select(form => form["input_fidelity"]));
        Assert.Equal(Png, Assert.Single(forms[1].Files).Bytes);
    }

    private async Task<SeenRequest> Ask(string provider, Dictionary<string, string?>? settings = null, ImageGenerationOptions? options = null, params byte[][] references)
    {
        await using var model = ImageModel.Of(_server.Address, provider, settings, services => services
            .AddSingleton<TokenCredential>(new EntraTokens())
            .AddHttpClient(PictureModelRegistration.Road).AddHttpMessageHandler(() => new Detour(_server.Address)));
        var response = await model.Draw("A vault", options, references: references);
        Assert.Equal(Png, Assert.IsType<DataContent>(Assert.Single(response.Contents)).Data.ToArray());
        return Assert.Single(_server.Seen);
    }
}

using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.Extensions.AI;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using MovieChat.Workflows.Models;

namespace MovieChat.Tests.Models;

/// <summary>The image model's client against servers that somebody else wrote.</summary>
public sealed class ImageServerTests(AIMockServer server, FormReader forms) : IClassFixture<AIMockServer>, IClassFixture<FormReader>
{
    [Theory]
    [InlineData(ModelProviders.OpenAI, false)]
    [InlineData(ModelProviders.OpenAI, true)]
    [InlineData(ModelProviders.AzureOpenAI, false)]
    [InlineData(ModelProviders.AzureOpenAI, true)]
    public async Task Pictures_Asked_ComeThrough(string provider, bool withReferences)
    {
        await using var model = ImageModel.Of(server.Address, provider);

        var response = await model.Draw("Draw twice the vault", new() { Count = 2 }, references: withReferences ? [HostilePictures.Png, HostilePictures.Jpeg] : []);

        Assert.Equal(2, response.Contents.Count);
        Assert.All(response.Contents, each => Assert.Equal(HostilePictures.Png, ((DataContent)each).Data.ToArray()));
    }

    [Fact]
    public async Task Server_BusyThenDown_IsAskedAgain()
    {
        await using var model = ImageModel.Of(server.Address);

        Assert.Single((await model.Draw("Draw a patient vault", references: [HostilePictures.Png])).Contents);
    }

    [Theory]
    [InlineData("Draw a forbidden vault", TextModel.Key, FailureKinds.Refused)]
    [InlineData("Draw one vault", "sk-wrong", FailureKinds.Rejected)]
    [InlineData("Draw nothing known", TextModel.Key, FailureKinds.Rejected)]
    public async Task Server_Refusing_IsTold(string prompt, string key, string kind)
    {
        await using var model = ImageModel.Of(server.Address, settings: new() { ["Key"] = key });

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => model.Draw(prompt));

        Assert.Equal(kind, failed.Failure.Kind);
        Assert.Equal(kind == FailureKinds.Refused ? ["violence"] : [], failed.Categories);
    }

    [Fact]
    public async Task Form_WithReferences_IsReadByAParserThatIsNotOurs()
    {
        byte[][] references = [HostilePictures.Numbered(1, 300_000), HostilePictures.Jpeg, HostilePictures.WebP];
        await using var model = ImageModel.Of(forms.Address, settings: new() { ["Quality"] = "medium" });

        var response = await model.Draw("Mara – „leise“ – steps out", new() { Count = 1, ImageSize = new(1536, 830) }, references: references);

        Assert.Equal((40L, 2L), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount));
        using var http = new HttpClient();
        var form = (await http.GetFromJsonAsync<ReadForm>(forms.Address, TestContext.Current.CancellationToken))!;
        Assert.Equal("/v1/images/edits", form.Path);
        Assert.Equal(
            [["model", "artist-1"], ["prompt", "Mara – „leise“ – steps out"], ["n", "1"], ["size", "1536x1024"], ["quality", "medium"], ["input_fidelity", "high"]],
            form.Fields);
        Assert.Equal(
            [
                new("image[]", "reference-1.png", "image/png", 300_000, Hash(references[0])),
                new("image[]", "reference-2.jpeg", "image/jpeg", references[1].Length, Hash(references[1])),
                new("image[]", "reference-3.webp", "image/webp", references[2].Length, Hash(references[2])),
            ],
            form.Files);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private sealed record ReadForm(string Path, string[][] Fields, ReadFile[] Files);

    private sealed record ReadFile(string Name, string FileName, string ContentType, int Length, string Sha256);
}

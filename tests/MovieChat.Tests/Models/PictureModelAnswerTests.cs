using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using MovieChat.Workflows.Models;
using static MovieChat.Tests.Models.HostileAnswers;
using static MovieChat.Tests.Models.HostilePictures;

namespace MovieChat.Tests.Models;

/// <summary>What is read from a service's answer, and what is not followed.</summary>
public sealed class PictureModelAnswerTests : IAsyncLifetime
{
    private HostileModelServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await HostileModelServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Pictures_InTheAnswer_ComeAsTheyAreWithTheTypeOfTheirBytes()
    {
        _server.Script(Pictures(Png, Jpeg, WebP));
        await using var model = ImageModel.Of(_server.Address);

        var response = await model.Draw("A vault", new() { Count = 3, MediaType = "image/png" });

        var pictures = response.Contents.Cast<DataContent>().ToArray();
        Assert.Equal([Png, Jpeg, WebP], pictures.Select(each => each.Data.ToArray()));
        Assert.Equal(["image/png", "image/jpeg", "image/webp"], pictures.Select(each => each.MediaType));
        Assert.Equal((40L, 1056L, 1096L), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount, response.Usage.TotalTokenCount));
    }

    [Theory]
    [InlineData(null, 3, 1)]
    [InlineData(2, 3, 2)]
    [InlineData(3, 1, 1)]
    public async Task Pictures_MoreOrFewerThanAskedFor_AreNeverMore(int? asked, int answered, int taken)
    {
        _server.Script(Pictures([.. Enumerable.Range(1, answered).Select(each => Numbered((byte)each))]));
        await using var model = ImageModel.Of(_server.Address);

        var response = await model.Draw("A vault", new() { Count = asked });

        Assert.Equal(taken, response.Contents.Count);
        Assert.Equal(Numbered(1), ((DataContent)response.Contents[0]).Data.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","usage":null""")]
    [InlineData(""","usage":"many" """)]
    [InlineData(""","usage":{"input_tokens":-1,"output_tokens":5}""")]
    [InlineData(""","usage":{"input_tokens":99999999999999,"output_tokens":5}""")]
    [InlineData(""","usage":{"input_tokens":"4","output_tokens":5}""")]
    public async Task Usage_NotToldOrUnbelievable_IsLeftOutAndThePictureKept(string usage)
    {
        _server.Script(Raw($$$"""{"data":[{"b64_json":"{{{Convert.ToBase64String(Png)}}}","revised_prompt":null}]{{{usage}}},"more":{"x":[1]}}"""));
        await using var model = ImageModel.Of(_server.Address);

        var response = await model.Draw("A vault");

        Assert.Single(response.Contents);
        Assert.Null(response.Usage);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/html")]
    public async Task Answer_OfTheWrongContentType_IsReadWhenItIsAnAnswer(string contentType)
    {
        _server.Script(Raw(PicturesJson(Png), contentType));
        await using var model = ImageModel.Of(_server.Address);

        Assert.Single((await model.Draw("A vault")).Contents);
    }

    [Fact]
    public async Task Address_AtTheService_IsFetchedWithoutTheKey()
    {
        _server.Script(At(new Uri(_server.Address, "/files/1.png?sig=s").ToString()), Bytes(Jpeg));
        await using var model = ImageModel.Of(_server.Address);

        var picture = Assert.IsType<DataContent>(Assert.Single((await model.Draw("A vault")).Contents));

        Assert.Equal("image/jpeg", picture.MediaType);
        Assert.Equal(Jpeg, picture.Data.ToArray());
        Assert.Equal("/files/1.png?sig=s", _server.Seen[1].Path);
        Assert.DoesNotContain(TextModel.Key, string.Join(' ', _server.Seen[1].Headers.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_ByHttpsElsewhere_IsFetchedWithoutTheKey()
    {
        _server.Script(At("https://pictures.example/1.png"), Bytes(Png));
        await using var model = ImageModel.Of(_server.Address, more: services => services
            .AddHttpClient(PictureModelRegistration.Road).AddHttpMessageHandler(() => new Detour(_server.Address)));

        Assert.Single((await model.Draw("A vault")).Contents);

        Assert.Equal("/1.png", _server.Seen[1].Path);
        Assert.DoesNotContain(TextModel.Key, string.Join(' ', _server.Seen[1].Headers.Values), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/1.png")]
    [InlineData("http://localhost/1.png")]
    [InlineData("http://169.254.169.254/metadata")]
    [InlineData("https://me:secret@pictures.example/1.png")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://pictures.example/1.png")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("//pictures.example/1.png")]
    [InlineData("1.png")]
    public async Task Address_OfAnotherKind_IsNotFollowed(string address)
    {
        _server.Script(At(address));
        await using var model = ImageModel.Of(_server.Address);

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => model.Draw("A vault"));

        Assert.Equal(FailureKinds.Rejected, failed.Failure.Kind);
        Assert.Contains("b64_json", failed.Failure.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain(address, failed + model.Log.Text, StringComparison.Ordinal);
        Assert.Equal(new(40, 1056, 1), failed.Usage);
        Assert.Single(_server.Seen);
    }

    [Fact]
    public async Task Address_OfAnotherServer_IsNotCalled()
    {
        await using var other = await HostileModelServer.StartAsync();
        other.Script(Bytes(Png));
        _server.Script(At(new Uri(other.Address, "/1.png").ToString()));
        await using var model = ImageModel.Of(_server.Address);

        await Assert.ThrowsAsync<ModelFailedException>(() => model.Draw("A vault"));

        Assert.Empty(other.Seen);
    }

    [Fact]
    public async Task Address_PointingElsewhere_IsNotFollowedThere()
    {
        await using var other = await HostileModelServer.StartAsync();
        _server.Script(At(new Uri(_server.Address, "/1.png").ToString()), Redirect(new Uri(other.Address, "/1.png")));
        await using var model = ImageModel.Of(_server.Address);

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => model.Draw("A vault"));

        Assert.Contains("HTTP 307", failed.Failure.Message, StringComparison.Ordinal);
        Assert.Empty(other.Seen);
    }

    [Theory]
    [InlineData("page", "neither PNG")]
    [InlineData("gone", "HTTP 404")]
    [InlineData("200 MB", "64 MiB")]
    [InlineData("cut", "cut")]
    public async Task Address_ThatGivesNoPicture_IsAFailureThatIsPaidFor(string how, string told)
    {
        _server.Script(
            At(new Uri(_server.Address, "/1.png").ToString()),
            how switch
            {
                "page" => Raw("<html>Sign in</html>", "image/png"),
                "gone" => Error(404),
                "cut" => Cut("half a picture"),
                _ => Flood(200_000_000),
            });
        await using var model = ImageModel.Of(_server.Address, settings: new() { ["MaxRetries"] = "1" });

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => model.Draw("A vault"));

        Assert.Equal(FailureKinds.Unavailable, failed.Failure.Kind);
        Assert.Contains(told, failed.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(new(40, 1056, 1), failed.Usage);
    }

    [Fact]
    public async Task Addresses_OfMoreThanIsReadInAll_AreTooLarge()
    {
        var address = new Uri(_server.Address, "/1.png").ToString();
        _server.Script(At(address, address, address), Bytes(Numbered(1, 30 * 1024 * 1024)));
        await using var model = ImageModel.Of(_server.Address);

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => model.Draw("A vault", new() { Count = 3 }));

        Assert.Contains("64 MiB", failed.Failure.Message, StringComparison.Ordinal);
    }
}

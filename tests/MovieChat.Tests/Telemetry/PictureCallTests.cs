using System.Diagnostics;
using Microsoft.Extensions.AI;
using MovieChat.Core.Writing;
using MovieChat.Tests.Models;
using static MovieChat.Tests.Models.HostileAnswers;

namespace MovieChat.Tests.Telemetry;

/// <summary>Calls of the image model by the GenAI conventions, as those of the language model.</summary>
[Collection(Listening.Alone)]
public sealed class PictureCallTests : IAsyncLifetime
{
    private readonly KeptSignals _signals = new();
    private HostileModelServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await HostileModelServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _signals.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Call_Answered_IsAClientSpanWithModelAndTokensAndNoWords()
    {
        _server.Script(HostilePictures.Pictures(HostilePictures.Png));
        await DrawAsync();

        var span = Assert.Single(_signals.Spans);
        Assert.Equal(("generate_content artist-1", ActivityKind.Client, ActivityStatusCode.Unset), (span.DisplayName, span.Kind, span.Status));
        var expected = new Dictionary<string, object?>
        {
            ["gen_ai.operation.name"] = "generate_content",
            ["gen_ai.provider.name"] = "openai",
            ["gen_ai.request.model"] = "artist-1",
            ["gen_ai.usage.input_tokens"] = 40,
            ["gen_ai.usage.output_tokens"] = 1056,
            ["server.address"] = "127.0.0.1",
            ["server.port"] = _server.Address.Port,
        };
        Assert.All(expected, tag => Assert.Equal(tag.Value, Convert.ChangeType(span.GetTagItem(tag.Key), tag.Value!.GetType(), null)));
        Assert.Contains(_signals.Measurements, each => each.Name == "gen_ai.client.operation.duration");
        AssertNoWords();
    }

    [Fact]
    public async Task Call_Failed_TellsItsErrorAndNotWhatTheServiceQuotes()
    {
        _server.Script(Error(400, "zqxcode", "You said: zqxquestion"));
        await Assert.ThrowsAsync<ModelFailedException>(DrawAsync);

        var span = Assert.Single(_signals.Spans);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal(typeof(ModelFailedException).FullName, span.GetTagItem("error.type"));
        AssertNoWords();
    }

    private async Task DrawAsync()
    {
        await using var model = ImageModel.Of(_server.Address);
        await model.Generator.GenerateAsync(
            new("zqxprompt", [new DataContent(HostilePictures.Png, "image/png") { Name = "zqxname" }]), cancellationToken: TestContext.Current.CancellationToken);
    }

    private void AssertNoWords()
    {
        Assert.All(_signals.Spans, span => Assert.DoesNotContain("zqx", $"{span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Events.SelectMany(each => each.Tags))}", StringComparison.Ordinal));
        Assert.All(_signals.Measurements, each => Assert.DoesNotContain("zqx", string.Join(' ', each.Tags), StringComparison.Ordinal));
    }
}

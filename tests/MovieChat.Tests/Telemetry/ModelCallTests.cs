using System.Diagnostics;
using Microsoft.Extensions.AI;
using MovieChat.Core.Writing;
using MovieChat.Tests.Models;
using static MovieChat.Tests.Models.HostileAnswers;

namespace MovieChat.Tests.Telemetry;

/// <summary>Model calls by the GenAI conventions (https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-spans/).</summary>
[Collection(Listening.Alone)]
public sealed class ModelCallTests : IAsyncLifetime
{
    private readonly KeptSignals _signals = new();
    private HostileModelServer _server = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await HostileModelServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _signals.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Call_Answered_IsAClientSpanWithModelAndTokensAndNoWords()
    {
        _server.Script(Completion("zqxanswer", tokens: (12, 3), model: "gpt-told"));
        await AskAsync();

        var span = Assert.Single(_signals.Spans);
        Assert.Equal(("chat writer-1", ActivityKind.Client, ActivityStatusCode.Unset), (span.DisplayName, span.Kind, span.Status));
        var expected = new Dictionary<string, object?>
        {
            ["gen_ai.operation.name"] = "chat",
            ["gen_ai.provider.name"] = "openai",
            ["gen_ai.request.model"] = "writer-1",
            ["gen_ai.response.model"] = "gpt-told",
            ["gen_ai.response.finish_reasons"] = "[\"stop\"]",
            ["gen_ai.usage.input_tokens"] = 12,
            ["gen_ai.usage.output_tokens"] = 3,
            ["server.address"] = "127.0.0.1",
            ["server.port"] = _server.Address.Port,
        };
        Assert.All(expected, tag => Assert.Equal(tag.Value, span.GetTagItem(tag.Key)));
        AssertNoWords();
    }

    [Fact]
    public async Task Call_Answered_IsMeasuredInSecondsAndTokens()
    {
        _server.Script(Completion("zqxanswer", tokens: (12, 3), model: "gpt-told"));
        await AskAsync();

        var duration = Assert.Single(_signals.Measurements, each => each.Name == "gen_ai.client.operation.duration");
        var tokens = _signals.Measurements.Where(each => each.Name == "gen_ai.client.token.usage").ToArray();
        Assert.Equal("s", duration.Unit);
        Assert.Equal([("input", 12d), ("output", 3d)], tokens.Select(each => ((string)each.Tags["gen_ai.token.type"]!, each.Value)));
        Assert.All(tokens.Append(duration), each => Assert.Equal(("writer-1", "gpt-told"), (each.Tags["gen_ai.request.model"], each.Tags["gen_ai.response.model"])));
    }

    [Fact]
    public async Task Call_Failed_TellsItsErrorAndNotWhatTheServiceQuotes()
    {
        _server.Script(Error(400, "zqxcode", "You said: zqxquestion"));
        await Assert.ThrowsAsync<ModelFailedException>(AskAsync);

        var span = Assert.Single(_signals.Spans);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal(typeof(ModelFailedException).FullName, span.GetTagItem("error.type"));
        Assert.Equal(typeof(ModelFailedException).FullName, Assert.Single(_signals.Measurements, each => each.Name == "gen_ai.client.operation.duration").Tags["error.type"]);
        AssertNoWords();
    }

    [Fact]
    public async Task Call_OfAModelNamedBySentences_GoesByTheConfiguredName()
    {
        _server.Script(Completion("fine", tokens: (12, 3), model: "zqx is what you said"));
        await AskAsync();

        Assert.Equal("writer-1", Assert.Single(_signals.Spans).GetTagItem("gen_ai.response.model"));
        AssertNoWords();
    }

    private async Task AskAsync()
    {
        await using var model = TextModel.Of(_server.Address);
        await model.Client.GetResponseAsync([new(ChatRole.System, "zqxprompt"), new(ChatRole.User, "zqxquestion")], cancellationToken: Ct);
        Assert.DoesNotContain("zqx", model.Log.Text, StringComparison.Ordinal);
    }

    private void AssertNoWords()
    {
        Assert.All(_signals.Spans, span => Assert.DoesNotContain("zqx", $"{span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Events.SelectMany(each => each.Tags))}", StringComparison.Ordinal));
        Assert.All(_signals.Measurements, each => Assert.DoesNotContain("zqx", string.Join(' ', each.Tags), StringComparison.Ordinal));
    }
}

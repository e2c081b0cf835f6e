using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using static MovieChat.Tests.Models.HostileAnswers;

namespace MovieChat.Tests.Models;

/// <summary>What a writer is told when a model misbehaves, and how often it was asked.</summary>
public sealed class TextModelFailureTests : IAsyncLifetime
{
    private const string Prompt = "A secret heist under Vienna";
    private const string Setting = "MovieChat__Text__";
    private HostileModelServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await HostileModelServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    public static TheoryData<string, string, int, string> Failures => new()
    {
        { "filter by code", FailureKinds.Refused, 1, "content filter" },
        { "filter by Azure's inner code", FailureKinds.Refused, 1, "content filter" },
        { "filter by finish", FailureKinds.Refused, 1, "content filter" },
        { "refusal", FailureKinds.Refused, 1, "refused" },
        { "length", FailureKinds.Truncated, 1, "cut off" },
        { "context length", FailureKinds.Unreadable, 1, Setting + "ContextTokens" },
        { "busy", FailureKinds.Unavailable, 3, Setting + "MaxConcurrency" },
        { "no quota", FailureKinds.Unavailable, 3, "quota" },
        { "500", FailureKinds.Unavailable, 3, "HTTP 500" },
        { "503 page", FailureKinds.Unavailable, 3, "HTTP 503" },
        { "2 MB error", FailureKinds.Unavailable, 3, "HTTP 502" },
        { "2 MB answer", FailureKinds.Unavailable, 1, "1024 KiB" },
        { "2 MB answer of no told length", FailureKinds.Unavailable, 1, "1024 KiB" },
        { "cut", FailureKinds.Unavailable, 3, "cut" },
        { "no answer", FailureKinds.Unavailable, 3, "Try again" },
        { "malformed", FailureKinds.Unavailable, 1, Setting + "Endpoint" },
        { "page", FailureKinds.Unavailable, 1, Setting + "Endpoint" },
        { "empty", FailureKinds.Unavailable, 1, Setting + "Endpoint" },
        { "no choices", FailureKinds.Unavailable, 1, Setting + "Endpoint" },
        { "array", FailureKinds.Unavailable, 1, Setting + "Endpoint" },
        { "null", FailureKinds.Unavailable, 1, Setting + "Endpoint" },
        { "other shape", FailureKinds.Unavailable, 1, Setting + "Endpoint" },
        { "401", FailureKinds.Rejected, 1, Setting + "Key" },
        { "403", FailureKinds.Rejected, 1, Setting + "Key" },
        { "404", FailureKinds.Rejected, 1, "writer-1" },
        { "400", FailureKinds.Rejected, 1, "JSON schema" },
        { "redirect", FailureKinds.Rejected, 1, "final address" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Model_Misbehaving_IsToldInPlainWords(string how, string kind, int calls, string told)
    {
        _server.Script(Misbehaving(how));
        await using var model = TextModel.Of(_server.Address, settings: new() { ["MaxRetries"] = "2" });

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => model.Client.GetResponseAsync(Prompt, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(kind, failed.Failure.Kind);
        Assert.Contains(told, failed.Failure.Message + " " + failed.Failure.Remedy, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(calls, _server.Seen.Count);
        Assert.DoesNotContain(TextModel.Key, failed + model.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Prompt, failed + model.Log.Text, StringComparison.Ordinal);
    }

    /// <summary>Answers that echo what must not be seen, where they have room for it.</summary>
    private RequestDelegate Misbehaving(string how) => how switch
    {
        "filter by code" => Error(400, "content_filter", Prompt),
        "filter by Azure's inner code" => Raw("""{"error":{"code":"BadRequest","innererror":{"code":"ResponsibleAIPolicyViolation"}}}""", status: 400),
        "filter by finish" => Completion("half a", "content_filter"),
        "refusal" => Completion(null, refusal: $"I will not write '{Prompt}'."),
        "length" => Completion("half a", "length"),
        "context length" => Error(400, "context_length_exceeded"),
        "busy" => Error(429, "rate_limit_exceeded", TextModel.Key),
        "no quota" => Error(429, "insufficient_quota"),
        "500" => Error(500, TextModel.Key, Prompt),
        "503 page" => Raw("<html>down</html>", "text/html", 503),
        "2 MB error" => Raw(new string('x', 2_000_000), status: 502),
        "2 MB answer" => Raw(Long, length: Long.Length),
        "2 MB answer of no told length" => Raw(Long),
        "cut" => Cut(CompletionJson("{}")),
        "no answer" => Abort(),
        "malformed" => Raw("""{"id":"1","choices":[{"message":"""),
        "page" => Raw($"<html>{Prompt} {TextModel.Key}</html>", "text/html"),
        "empty" => Raw(""),
        "no choices" => Raw("""{"id":"1","choices":[]}"""),
        "array" => Raw("[]"),
        "null" => Raw("null"),
        "other shape" => Raw("""{"choices":{"message":5},"model":7}"""),
        "401" => Error(401, "invalid_api_key", $"Incorrect API key provided: {TextModel.Key}"),
        "403" => Error(403),
        "404" => Error(404, "DeploymentNotFound"),
        "400" => Error(400, "unsupported_parameter", $"{Prompt} with {TextModel.Key}"),
        "redirect" => Redirect(new Uri(_server.Address, "/elsewhere")),
        _ => throw new ArgumentOutOfRangeException(nameof(how), how, null),
    };

    private static string Long { get; } = CompletionJson(new string('x', 2_000_000));

    [Theory]
    [InlineData("hang")]
    [InlineData("drip")]
    public async Task Model_GivingNoWholeAnswer_TimesOutEveryAttempt(string how)
    {
        _server.Script(how == "hang" ? Hang() : Drip(TimeSpan.FromMilliseconds(10)));
        await using var model = TextModel.Of(_server.Address, settings: new() { ["MaxRetries"] = "1", ["Timeout"] = "00:00:00.300" });

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => model.Client.GetResponseAsync(Prompt, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(FailureKinds.Unavailable, failed.Failure.Kind);
        Assert.Contains("MovieChat__Text__Timeout", failed.Failure.Remedy, StringComparison.Ordinal);
        Assert.Equal(2, _server.Seen.Count);
    }

    [Fact]
    public async Task Model_HangingLongerThanTheTotal_IsGivenUp()
    {
        _server.Script(Hang());
        await using var model = TextModel.Of(_server.Address, settings: new() { ["MaxRetries"] = "10", ["Timeout"] = "00:00:00.250", ["TotalTimeout"] = "00:00:00.600" });

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => model.Client.GetResponseAsync(Prompt, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(FailureKinds.Unavailable, failed.Failure.Kind);
        Assert.InRange(_server.Seen.Count, 1, 3);
    }

    [Fact]
    public async Task Model_WhereNothingListens_IsUnreachable()
    {
        var gone = _server.Address;
        await _server.DisposeAsync();
        await using var model = TextModel.Of(gone, settings: new() { ["MaxRetries"] = "1" });

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => model.Client.GetResponseAsync(Prompt, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(FailureKinds.Unavailable, failed.Failure.Kind);
        Assert.Contains("MovieChat__Text__Endpoint", failed.Failure.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Caller_CancellingWhileTheModelHangs_SeesACancellation()
    {
        using var cancellation = new CancellationTokenSource();
        _server.Script(context =>
        {
            cancellation.Cancel();
            return Hang()(context);
        });
        await using var model = TextModel.Of(_server.Address);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => model.Client.GetResponseAsync(Prompt, cancellationToken: cancellation.Token));

        Assert.Single(_server.Seen);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/html")]
    public async Task Answer_OfTheWrongContentType_IsReadWhenItIsAnAnswer(string contentType)
    {
        _server.Script(Raw(CompletionJson("fine"), contentType));
        await using var model = TextModel.Of(_server.Address);

        var response = await model.Client.GetResponseAsync(Prompt, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("fine", response.Text);
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MovieChat.Core.Journey;
using MovieChat.Core.Notices;

namespace MovieChat.Workflows.Notices.Webhooks;

/// <summary>What a webhook is sent: the form that Standard Webhooks recommends.</summary>
/// <param name="Type">One of <see cref="NoticeTypes"/>.</param>
/// <param name="Timestamp">When it happened, UTC.</param>
internal sealed record WebhookBody(string Type, DateTime Timestamp, WebhookData Data)
{
    /// <summary>A body with more bytes is sent without the texts of the options.</summary>
    public const int MostBytes = 200 * 1024;

    public static byte[] Of(Telling telling)
    {
        var body = new WebhookBody(telling.Notice.Type, telling.Notice.Entry.At.UtcDateTime, WebhookData.Of(telling));
        var json = JsonSerializer.SerializeToUtf8Bytes(body, WebhookJson.Readable.WebhookBody);
        return json.Length <= MostBytes ? json : JsonSerializer.SerializeToUtf8Bytes(body with { Data = body.Data with { Options = null, Text = null } }, WebhookJson.Readable.WebhookBody);
    }
}

/// <summary>What happened.</summary>
/// <param name="Sequence">Of the event in the project's journal.</param>
/// <param name="Said">The same in words.</param>
internal sealed record WebhookData(string Project, string Title, long Sequence, string Said)
{
    public string? Document { get; init; }

    /// <summary>The number of the draft that a decision is to name.</summary>
    public int? Draft { get; init; }

    /// <summary>How the document stands, to be sent back with the decision as <c>ifStatus</c>; null when nothing is asked, or it was decided by now.</summary>
    public string? Status { get; init; }

    /// <summary>The texts of the draft. Left out of a body that would be too large: they are read by the API.</summary>
    public IReadOnlyList<WebhookOption>? Options { get; init; }

    public IReadOnlyList<WebhookCause>? Because { get; init; }

    public WebhookFailure? Failure { get; init; }

    /// <summary>The documents that wait.</summary>
    public IReadOnlyList<string>? Awaiting { get; init; }

    public string? Chat { get; init; }

    public string? Turn { get; init; }

    /// <summary>The answer of a chat.</summary>
    public string? Text { get; init; }

    /// <summary>Where the draft may be decided on by whoever has the address, once.</summary>
    public string? Link { get; init; }

    public static WebhookData Of(Telling telling)
    {
        var entry = telling.Notice.Entry;
        var data = new WebhookData(telling.Project.Id, telling.Project.Title, entry.Sequence, telling.Card.Lead)
        {
            Document = telling.Notice.Document?.ToString(),
            Draft = telling.Offer?.Draft ?? (entry.Event as DraftReceived)?.Draft.Number,
            Status = telling.Offer is { } offer ? JsonNamingPolicy.CamelCase.ConvertName($"{offer.Status}") : null,
            Options = telling.Options.Count > 0 ? [.. telling.Options.Select(WebhookOption.Of)] : null,
            Link = telling.Card.Link,
            Text = telling.Text,
        };
        return entry.Event switch
        {
            DocumentTurnedStale stale => data with { Because = [.. stale.Because.Select(cause => new WebhookCause(cause.Document.ToString(), cause.Was?.Draft, cause.Now?.Draft))] },
            DraftFailed failed => data with { Failure = WebhookFailure.Of(failed.Failure) },
            TipsFailed failed => data with { Failure = WebhookFailure.Of(failed.Failure) },
            WriterReminded reminded => data with { Awaiting = [.. reminded.Awaiting.Select(document => document.ToString())] },
            ChatCharged charged => data with { Chat = charged.Turn.Chat, Turn = charged.Turn.Turn },
            _ => data,
        };
    }
}

/// <param name="Content">In the form of its document.</param>
internal sealed record WebhookOption(int Number, JsonElement Content)
{
    public static WebhookOption Of(OptionText option)
    {
        using var json = JsonDocument.Parse(option.Content);
        return new(option.Number, json.RootElement.Clone());
    }
}

/// <param name="Now">The number of the draft that is approved now; null when the document was skipped.</param>
internal sealed record WebhookCause(string Document, int? Was, int? Now);

internal sealed record WebhookFailure(string Kind, string Message, string Remedy)
{
    public static WebhookFailure Of(Failure failure) => new(failure.Kind, failure.Message, failure.Remedy);
}

/// <summary>JSON of what webhooks are sent.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WebhookBody))]
internal sealed partial class WebhookJson : JsonSerializerContext
{
    public static WebhookJson Readable => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = null });
}

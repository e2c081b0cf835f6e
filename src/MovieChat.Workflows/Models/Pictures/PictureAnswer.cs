using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace MovieChat.Workflows.Models.Pictures;

/// <summary>What the service answers, as far as it is read.</summary>
/// <param name="Usage">Read with leniency, because a picture that is there is paid for.</param>
internal sealed record PictureAnswer(IReadOnlyList<PictureAnswer.Item?>? Data, JsonElement? Usage)
{
    /// <summary>One picture: its bytes, or where they are.</summary>
    internal sealed record Item([property: JsonPropertyName("b64_json")] byte[]? Bytes, [property: JsonPropertyName("url")] string? Address);

    /// <summary>What the service tells that it cost; null when it tells nothing believable.</summary>
    public UsageDetails? Cost => Tokens("input_tokens") is { } input && Tokens("output_tokens") is { } output
        ? new() { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = input + output }
        : null;

    /// <exception cref="JsonException">It is no JSON, of another shape, or its base64 is damaged.</exception>
    public static PictureAnswer? Read(BinaryData body) => JsonSerializer.Deserialize(body.ToMemory().Span, PictureJson.Default.PictureAnswer);

    private long? Tokens(string name) =>
        Usage is { ValueKind: JsonValueKind.Object } usage && usage.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var tokens) && tokens is >= 0 and < int.MaxValue
            ? tokens
            : null;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PictureAnswer))]
internal sealed partial class PictureJson : JsonSerializerContext;

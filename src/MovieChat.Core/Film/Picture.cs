using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MovieChat.Core.Film;

/// <summary>One option of a portrait or a frame. The bytes are stored apart, by their hash.</summary>
[Description("One picture.")]
public sealed record Picture
{
    /// <summary>The SHA-256 of the picture's bytes, 64 lower-case hexadecimal digits.</summary>
    [JsonPropertyName("picture")]
    [Description("The SHA-256 of the picture's bytes.")]
    public required string Hash { get; init; }

    [Description("image/png, image/jpeg or image/webp.")]
    public required string MediaType { get; init; }

    [Description("In pixels.")]
    public required int Width { get; init; }

    [Description("In pixels.")]
    public required int Height { get; init; }

    [Description("What the picture was asked for with; empty for the writer's own.")]
    public string Prompt { get; set; } = "";

    [Description("The portraits that it was made from.")]
    public IReadOnlyList<PictureReference> References { get; set; } = [];

    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>A picture that another one was made from.</summary>
public sealed record PictureReference
{
    [Description("The id of the person whom it shows; null for an earlier picture of the same document.")]
    public string? Character { get; init; }

    [Description("The number of the draft that it was approved in.")]
    public required int Draft { get; init; }

    [Description("The SHA-256 of its bytes.")]
    public required string Picture { get; init; }

    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}

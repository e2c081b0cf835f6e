using System.Globalization;
using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using MovieChat.Core.Picturing;
using MovieChat.Core.Writing;

namespace MovieChat.Workflows.Models.Pictures;

/// <summary>What is posted to the service: a form when there are references, else JSON.</summary>
/// <remarks>By the reference of <c>images/generations</c> and <c>images/edits</c>: https://developers.openai.com/api/reference/resources/images.
/// What the caller and the settings leave open is not sent, because compatible servers know less than the reference has.</remarks>
internal sealed class PictureRequest
{
    public const string InputFidelity = "input_fidelity";

    private readonly JsonObject _fields;
    private readonly (ReadOnlyMemory<byte> Bytes, string MediaType)[] _references;

    private PictureRequest(JsonObject fields, (ReadOnlyMemory<byte>, string)[] references) => (_fields, _references) = (fields, references);

    public bool HasReferences => _references.Length > 0;

    /// <summary>How many pictures the answer may hold.</summary>
    public int Count => (int?)_fields["n"] ?? 1;

    /// <exception cref="ModelFailedException">The service would refuse it.</exception>
    /// <exception cref="NotSupportedException">The options ask for a format that the service does not write.</exception>
    public static PictureRequest Of(ImageGenerationRequest request, ImageGenerationOptions? wanted, PictureModelOptions options)
    {
        var prompt = request.Prompt ?? "";
        if (string.IsNullOrWhiteSpace(prompt)) throw new ModelFailedException(PictureModelFailures.NoPrompt);
        if (prompt.Length > Core.Film.Pictures.MostPrompt) throw new ModelFailedException(PictureModelFailures.LongPrompt(prompt.Length, Core.Film.Pictures.MostPrompt));
        AIContent[] originals = [.. request.OriginalImages ?? []];
        if (originals.Length > Core.Film.Pictures.MostReferences) throw new ModelFailedException(PictureModelFailures.ManyReferences(originals.Length, Core.Film.Pictures.MostReferences));
        return new(Fields(prompt, wanted, options), [.. originals.Select(Reference)]);
    }

    /// <summary>For <c>images/generations</c>.</summary>
    public HttpContent Json() => new StringContent(_fields.ToJsonString(), Encoding.UTF8, MediaTypeNames.Application.Json);

    /// <summary>For <c>images/edits</c>: the references in order, each as <c>image[]</c>.</summary>
    /// <param name="highFidelity">Asks the model to keep faces as they are.</param>
    public HttpContent Form(bool highFidelity)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in _fields) Add(form, name, Encoding.UTF8.GetBytes(value!.ToString()));
        if (highFidelity) Add(form, InputFidelity, "high"u8.ToArray());
        foreach (var ((bytes, mediaType), number) in _references.Select((each, index) => (each, index + 1)))
        {
            Add(form, "image[]", bytes, string.Create(CultureInfo.InvariantCulture, $"reference-{number}.{mediaType["image/".Length..]}"), mediaType);
        }

        return form;
    }

    private static JsonObject Fields(string prompt, ImageGenerationOptions? wanted, PictureModelOptions options)
    {
        var fields = new JsonObject { ["model"] = wanted?.ModelId ?? options.Name, ["prompt"] = prompt };
        if (wanted?.Count is { } count) fields["n"] = count;
        if (wanted?.ImageSize is { Width: > 0, Height: > 0 } asked)
        {
            var size = PictureSizes.Nearest(options.Sizes, asked);
            fields["size"] = string.Create(CultureInfo.InvariantCulture, $"{size.Width}x{size.Height}");
        }

        if (options.Quality != PictureQualities.Auto) fields["quality"] = options.Quality;
        if (wanted?.MediaType is { } type) fields["output_format"] = FormatOf(type);
        return fields;
    }

    private static string FormatOf(string mediaType) => mediaType.ToLowerInvariant() switch
    {
        MediaTypeNames.Image.Png => "png",
        MediaTypeNames.Image.Jpeg => "jpeg",
        _ => throw new NotSupportedException($"An image model is asked for {MediaTypeNames.Image.Png} or {MediaTypeNames.Image.Jpeg}, not for '{mediaType}'."),
    };

    private static (ReadOnlyMemory<byte>, string) Reference(AIContent content)
    {
        // The bytes decide, not what they are said to be: the service refuses a part whose type is not its own.
        if (content is not DataContent { Data: var bytes } || PictureReader.MediaTypeOf(bytes.Span) is not { } mediaType) throw new ModelFailedException(PictureModelFailures.OddReference);
        return bytes.Length < Core.Film.Pictures.MostBytes ? (bytes, mediaType) : throw new ModelFailedException(PictureModelFailures.LargeReference);
    }

    /// <summary>Names in quotes and no <c>filename*</c>: several servers read the form in no other way.</summary>
    private static void Add(MultipartFormDataContent form, string name, ReadOnlyMemory<byte> value, string? file = null, string? mediaType = null)
    {
        var part = new ReadOnlyMemoryContent(value);
        part.Headers.ContentDisposition = new("form-data") { Name = $"\"{name}\"", FileName = file is null ? null : $"\"{file}\"" };
        part.Headers.ContentType = mediaType is null ? null : new(mediaType);
        form.Add(part);
    }
}

using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using MovieChat.Core.Scripts;
using MovieChat.Web.Problems;

namespace MovieChat.Web.Api;

/// <summary>The body of a request as JSON, read strictly: a typing error is told, never ignored.</summary>
internal sealed record Body<T>(T Value) : IBindableFromHttpContext<Body<T>>, IEndpointParameterMetadataProvider where T : class
{
    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var type = (JsonTypeInfo<T>)WebJson.Readable.GetTypeInfo(typeof(T))!;
        return new(Body.Read(await Body.ReadAsync(context), type));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([Body.MediaType], typeof(T)));
}

internal static partial class Body
{
    public const string MediaType = "application/json";
    public const int MostBytes = 1024 * 1024;
    public const int MostDepth = 64;

    public static Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context) => context.Request.HasJsonContentType()
        ? RawBody.ReadAsync(context, MostBytes, () => new(ProblemKinds.TooLarge), context.RequestAborted)
        : throw new ProblemException(ProblemKinds.NotJson);

    public static T Read<T>(ReadOnlyMemory<byte> bytes, JsonTypeInfo<T> type) where T : class
    {
        // The reader looks at the bytes of a text only when the text is asked for, which for a document's content is much later.
        if (!Utf8.IsValid(bytes.Span)) throw new ProblemException(ProblemKinds.Malformed, "The body is no UTF-8 text: JSON is sent in UTF-8 (RFC 8259).", "$");
        try
        {
            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MostDepth, AllowDuplicateProperties = false });
            RefuseUnknown(json.RootElement, type);
            return json.RootElement.Deserialize(type) ?? throw new ProblemException(ProblemKinds.Malformed, "The body is null and must be an object.", "$");
        }
        catch (JsonException wrong)
        {
            throw Malformed(wrong);
        }
        catch (InvalidOperationException)
        {
            // The reader looks at the letters of a name only when the name is asked for.
            throw new ProblemException(ProblemKinds.Malformed, "The body has a property whose name is no Unicode text: correct the name.", "$");
        }
    }

    private static void RefuseUnknown(JsonElement body, JsonTypeInfo type)
    {
        if (body.ValueKind != JsonValueKind.Object) throw new ProblemException(ProblemKinds.Malformed, "The body must be a JSON object.", "$");
        var known = type.Properties.Where(property => !property.IsExtensionData).Select(property => property.Name).ToArray();
        var unknown = body.EnumerateObject().Select(property => property.Name).Except(known).Take(10).ToArray();
        if (unknown.Length == 0) return;
        var fix = $"is not known here: use {string.Join(", ", known)}.";
        throw new ProblemException(Problem.Of(ProblemKinds.UnknownProperty, $"'{Shown(unknown[0])}' {fix}", Shown(unknown[0])) with
        {
            Errors = [.. unknown.Select(name => new ProblemItem(Shown(name), fix))],
        });
    }

    /// <summary>The reader's own messages name our types and quote the text, so only what they point at is told.</summary>
    private static ProblemException Malformed(JsonException wrong)
    {
        if (DuplicatePattern().Match(wrong.Message) is { Success: true } twice)
        {
            return new(ProblemKinds.Malformed, $"'{Shown(twice.Groups["name"].Value)}' stands twice in one object: give it once.", Shown(twice.Groups["name"].Value));
        }

        if (MissingPattern().Match(wrong.Message) is { Success: true } missing)
        {
            var names = missing.Groups["names"].Value;
            return new(ProblemKinds.Malformed, $"The body lacks {names}.", names.Split(',')[0].Trim('\'', ' '));
        }

        var path = wrong.Path?.TrimStart('$').TrimStart('.');
        return string.IsNullOrEmpty(path)
            ? new(ProblemKinds.Malformed, $"The body is no readable JSON{Place(wrong)}, or is nested deeper than {MostDepth}.", "$")
            : new(ProblemKinds.Malformed, $"'{path}' has a value of the wrong type.", path);
    }

    private static string Place(JsonException wrong) =>
        wrong.LineNumber is { } line ? $" at line {line + 1}, byte {wrong.BytePositionInLine + 1}" : "";

    private static string Shown(string name) => Excerpt.Of(name, 60);

    [GeneratedRegex(@"[Dd]uplicate property '(?<name>.*?)'", RegexOptions.ExplicitCapture)]
    private static partial Regex DuplicatePattern();

    [GeneratedRegex(@"missing required properties including: (?<names>.+?)\.?$", RegexOptions.ExplicitCapture)]
    private static partial Regex MissingPattern();
}

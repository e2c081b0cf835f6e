using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using MovieChat.Web.Api;
using MovieChat.Web.Problems;

namespace MovieChat.Web.Slack;

/// <summary>Lets in what Slack signed, and nothing else.</summary>
internal sealed class SlackGate(SlackSettings settings, TimeProvider clock)
{
    public const int MostBytes = 1024 * 1024;

    public const string Json = "application/json", Form = "application/x-www-form-urlencoded";

    private const int MostFields = 200;

    /// <summary>In bytes: a form that is larger is no check of the certificate, and is not read before it is known to be Slack's.</summary>
    private const int MostUnsigned = 4096;

    private static readonly ProblemKind s_unsigned = new(
        401, "unsigned", "Slack did not sign the request", "The request is not signed by Slack, or is more than five minutes old: check MovieChat__Slack__SigningSecret and the clock.");

    /// <summary>The body of a signed request that is JSON.</summary>
    /// <exception cref="ProblemException">415, 413, or 401.</exception>
    public async Task<ReadOnlyMemory<byte>> JsonAsync(HttpContext context)
    {
        if (!Is(context, Json)) throw new ProblemException(ProblemKinds.NotJson);
        var body = await ReadAsync(context);
        Check(context, body);
        return body;
    }

    /// <summary>The fields of a signed form; null for a check of the certificate, which Slack does not sign and which asks for nothing.</summary>
    /// <exception cref="ProblemException">415, 413, 401, or 400.</exception>
    public async Task<Dictionary<string, string>?> FormAsync(HttpContext context)
    {
        if (!Is(context, Form)) throw new ProblemException(ProblemKinds.NotForm, $"Send a form with 'Content-Type: {Form}'.");
        var body = await ReadAsync(context);
        var fields = body.Length < MostUnsigned ? Fields(body) : null;
        if (fields?.GetValueOrDefault("ssl_check") == "1") return null;
        Check(context, body);
        return fields ?? Fields(body) ?? throw new ProblemException(ProblemKinds.Malformed, "The form can not be read.", "$");
    }

    private static bool Is(HttpContext context, string type) =>
        MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var sent) && sent.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase);

    private static Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context) => RawBody.ReadAsync(context, MostBytes, () => new(ProblemKinds.TooLarge), context.RequestAborted);

    private static Dictionary<string, string>? Fields(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span)) return null;
        using var reader = new FormReader(Encoding.UTF8.GetString(body.Span)) { ValueCountLimit = MostFields, ValueLengthLimit = MostBytes };
        try
        {
            return reader.ReadForm().ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private void Check(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var headers = context.Request.Headers;
        if (!SlackSignature.IsValid(settings.SigningSecrets, headers[SlackSignature.TimestampHeader], headers[SlackSignature.SignatureHeader], body.Span, clock.GetUtcNow()))
        {
            throw new ProblemException(s_unsigned);
        }
    }
}

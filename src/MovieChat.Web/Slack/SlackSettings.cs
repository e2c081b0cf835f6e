using Microsoft.Extensions.Configuration;

namespace MovieChat.Web.Slack;

/// <summary>What the service needs to know of its Slack app.</summary>
/// <param name="SigningSecrets"><c>MovieChat__Slack__SigningSecret</c>: one, or two separated by a comma while one takes the other's place.</param>
/// <param name="BotToken"><c>MovieChat__Slack__BotToken</c>: <c>xoxb-…</c>.</param>
/// <param name="ApiUrl"><c>MovieChat__Slack__ApiUrl</c>: where Slack's methods are, with a slash at its end. Default: <see cref="UsualApiUrl"/>.</param>
internal sealed record SlackSettings(IReadOnlyList<string> SigningSecrets, string BotToken, Uri ApiUrl)
{
    public const string UsualApiUrl = "https://slack.com/api/";

    private const string Secret = "MovieChat__Slack__SigningSecret", Token = "MovieChat__Slack__BotToken", Api = "MovieChat__Slack__ApiUrl";
    private const int LeastCharacters = 20, MostSecrets = 2;

    /// <returns>Null when neither a secret nor a token is set: Slack is off.</returns>
    /// <exception cref="SettingException">A setting is missing or has a value that it can not have. No value of a secret is told.</exception>
    public static SlackSettings? Read(IConfiguration configuration)
    {
        var (secret, token) = (Text(configuration, "SigningSecret"), Text(configuration, "BotToken"));
        if (secret is null && token is null) return null;
        if (secret is null) throw new SettingException($"{Secret} is missing, and {Token} is set: give both, or neither to leave Slack off. The secret stands under Basic Information, App Credentials, of the Slack app.");
        if (token is null) throw new SettingException($"{Token} is missing, and {Secret} is set: give both, or neither to leave Slack off. The token stands under OAuth & Permissions of the Slack app, and begins with xoxb-.");
        return new(Secrets(secret), Checked(token), Address(Text(configuration, "ApiUrl") ?? UsualApiUrl));
    }

    /// <summary>No secret is in it, wherever it is written.</summary>
    public override string ToString() => $"Slack at {ApiUrl}";

    private static string? Text(IConfiguration configuration, string name) => configuration[$"MovieChat:Slack:{name}"] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static string[] Secrets(string text)
    {
        var secrets = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return secrets.Length is > 0 and <= MostSecrets && secrets.All(secret => secret.Length >= LeastCharacters && IsVisible(secret))
            ? secrets
            : throw new SettingException($"{Secret} must be the app's signing secret, {LeastCharacters} or more letters and digits; or two of them with a comma between.");
    }

    private static string Checked(string token) => token.StartsWith("xoxb-", StringComparison.Ordinal) && token.Length is > 8 and <= 500 && IsVisible(token)
        ? token
        : throw new SettingException($"{Token} must be the app's bot token, which begins with xoxb-.");

    /// <summary>Without TLS the token could be read on its way: a server on this machine alone may do without.</summary>
    private static Uri Address(string text) =>
        Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri is { Query: "", Fragment: "", UserInfo: "" } && (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback))
            ? uri
            : throw new SettingException($"{Api} is '{text}' and must be an address such as {UsualApiUrl}.");

    private static bool IsVisible(string text) => text.All(letter => letter is > ' ' and < '\x7f');
}

using Microsoft.Extensions.Configuration;

namespace MovieChat.Web.Teams;

/// <summary>What may be set of the Teams surface. As environment variables <c>MovieChat__Teams__AppId</c> and so on. Without an app id and without the playground there is no such surface.</summary>
internal sealed record TeamsSettings
{
    private const string Section = "MovieChat:Teams";

    /// <summary>The bot's app id, a GUID. Empty where only the playground is let in.</summary>
    public string AppId { get; init; } = "";

    /// <summary>The client secret of the app. A secret: it goes to <see cref="LoginUrl"/> alone.</summary>
    public string AppPassword { get; init; } = "";

    /// <summary>The bot's own tenant, a GUID. What comes from another one is refused.</summary>
    public string TenantId { get; init; } = "";

    /// <summary>Whether a playground on this very machine is let in without a token. For development alone. Default: false.</summary>
    public bool Playground { get; init; }

    /// <summary>Where tokens for the bot's own messages are asked for. Default: <c>https://login.microsoftonline.com</c>.</summary>
    public Uri LoginUrl { get; init; } = new("https://login.microsoftonline.com");

    /// <summary>Where it is told with which keys Teams signs. Default: the Bot Framework's own.</summary>
    public Uri OpenIdUrl { get; init; } = new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    /// <summary>Whether Teams itself is let in.</summary>
    public bool HasApp => AppId.Length > 0;

    public bool IsOn => HasApp || Playground;

    /// <summary>No secret is written by accident.</summary>
    public override string ToString() => $"Teams app {AppId}";

    /// <exception cref="FormatException">A setting has a value that it can not have, or one is missing.</exception>
    public static TeamsSettings Read(IConfiguration configuration)
    {
        var usual = new TeamsSettings();
        var settings = new TeamsSettings
        {
            AppId = Id(configuration, nameof(AppId)),
            AppPassword = Text(configuration, nameof(AppPassword)),
            TenantId = Id(configuration, nameof(TenantId)),
            Playground = Switch(configuration, nameof(Playground)),
            LoginUrl = Address(configuration, nameof(LoginUrl)) ?? usual.LoginUrl,
            OpenIdUrl = Address(configuration, nameof(OpenIdUrl)) ?? usual.OpenIdUrl,
        };
        if (!settings.HasApp) return settings;
        if (settings.AppPassword.Length == 0) throw new FormatException($"{Name(nameof(AppPassword))} is missing: give the client secret of the app that {Name(nameof(AppId))} names.");
        if (settings.TenantId.Length == 0) throw new FormatException($"{Name(nameof(TenantId))} is missing: give the tenant in which the app of {Name(nameof(AppId))} is registered.");
        return settings;
    }

    private static string Text(IConfiguration configuration, string name) => configuration[$"{Section}:{name}"]?.Trim() ?? "";

    private static string Id(IConfiguration configuration, string name)
    {
        var text = Text(configuration, name);
        if (text.Length == 0) return "";
        return Guid.TryParseExact(text, "D", out var id) ? id.ToString("D") : throw new FormatException($"{Name(name)} is '{text}' and must be a GUID such as 72f988bf-86f1-41af-91ab-2d7cd011db47.");
    }

    private static bool Switch(IConfiguration configuration, string name)
    {
        var text = Text(configuration, name);
        if (text.Length == 0) return false;
        return bool.TryParse(text, out var isOn) ? isOn : throw new FormatException($"{Name(name)} is '{text}' and must be true or false.");
    }

    private static Uri? Address(IConfiguration configuration, string name)
    {
        var text = Text(configuration, name);
        if (text.Length == 0) return null;
        return Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var uri) && (uri.Scheme is "https" || (uri.Scheme is "http" && uri.IsLoopback)) && uri is { Query: "", Fragment: "", UserInfo: "" }
            ? uri
            : throw new FormatException($"{Name(name)} is '{text}' and must be an address that begins with https://: what is asked for there decides whom the service trusts.");
    }

    private static string Name(string name) => $"MovieChat__Teams__{name}";
}

using System.Globalization;
using Microsoft.Extensions.Configuration;
using MovieChat.Core.Journey;

namespace MovieChat.Web;

/// <summary>What may be set of the front door.</summary>
public sealed record WebSettings
{
    /// <summary><c>MovieChat__Budget__Tokens</c>: model tokens that a new project may spend. 0 to <see cref="WritingProject.MostBudget"/>.</summary>
    public long Tokens { get; init; } = 2_000_000;

    /// <summary><c>MovieChat__Budget__Pictures</c>: pictures that a new project may have rendered. 0 to <see cref="WritingProject.MostBudget"/>.</summary>
    public long Pictures { get; init; } = 400;

    /// <summary><c>MovieChat__Limits__RequestsPerSecond</c> of one caller, in the long run. 1 to 1,000,000.</summary>
    public int RequestsPerSecond { get; init; } = 1000;

    /// <summary><c>MovieChat__Limits__Burst</c>: requests of one caller at once. 1 to 1,000,000.</summary>
    public int Burst { get; init; } = 2000;

    /// <summary><c>MovieChat__Limits__EventStreams</c>: event streams that one caller may have open. 1 to 10,000.</summary>
    public int EventStreams { get; init; } = 50;

    /// <summary><c>MovieChat__PublicUrl</c>: where the service is reached from outside, as <c>https://film.example</c>, for the links that it sends. Null for what the head finds out by itself.</summary>
    public string? PublicUrl { get; init; }

    /// <exception cref="FormatException">A setting is no number, or out of its range; or no address.</exception>
    public static WebSettings Read(IConfiguration configuration)
    {
        var usual = new WebSettings();
        return new()
        {
            Tokens = Number(configuration, "Budget:Tokens", usual.Tokens, 0, WritingProject.MostBudget),
            Pictures = Number(configuration, "Budget:Pictures", usual.Pictures, 0, WritingProject.MostBudget),
            RequestsPerSecond = (int)Number(configuration, "Limits:RequestsPerSecond", usual.RequestsPerSecond, 1, 1_000_000),
            Burst = (int)Number(configuration, "Limits:Burst", usual.Burst, 1, 1_000_000),
            EventStreams = (int)Number(configuration, "Limits:EventStreams", usual.EventStreams, 1, 10_000),
            PublicUrl = Address(configuration["MovieChat:PublicUrl"]),
        };
    }

    private static string? Address(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" }
            ? uri.ToString().TrimEnd('/')
            : throw new FormatException($"MovieChat__PublicUrl is '{text}' and must be an address such as https://film.example.");
    }

    private static long Number(IConfiguration configuration, string name, long usual, long least, long most)
    {
        var setting = $"MovieChat:{name}";
        if (configuration[setting] is not { Length: > 0 } text) return usual;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException($"{setting.Replace(":", "__", StringComparison.Ordinal)} is '{text}' and must be a whole number from {least} to {most}.");
    }
}

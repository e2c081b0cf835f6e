using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MovieChat.Web.Telemetry;

/// <summary>Keeps the film, and the links that open it, out of logs where a library would put them there.</summary>
public static class LogPrivacy
{
    /// <summary>Categories whose lines hold the film's words, as names of downloads are made of titles, or the address that was asked for, which decides on a draft for whoever has it.</summary>
    private static readonly string[] Telltale =
    [
        "Microsoft.AspNetCore.Http.Result.FileContentResult", "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Routing.Matching.DfaMatcher",
    ];

    /// <summary>Silences those categories for every provider, whatever level the settings ask for.</summary>
    public static ILoggingBuilder AddPrivacy(this ILoggingBuilder logging)
    {
        logging.Services.PostConfigure<LoggerFilterOptions>(Silence);
        return logging;
    }

    /// <summary>Of all rules that fit, a provider's own ones count first, then the longest category, then the last.</summary>
    private static void Silence(LoggerFilterOptions options)
    {
        string?[] providers = [null, .. options.Rules.Select(rule => rule.ProviderName).OfType<string>().Distinct()];
        foreach (var category in Telltale)
        {
            foreach (var provider in providers) options.Rules.Add(new(provider, category, LogLevel.None, null));
        }
    }
}

using Microsoft.Extensions.Options;

namespace MovieChat.Workflows.Models;

/// <summary>Says which setting is wrong, by the name it is written with, and what it may be. Never shows the key.</summary>
internal sealed class TextModelOptionsValidator : IValidateOptions<TextModelOptions>
{
    public ValidateOptionsResult Validate(string? name, TextModelOptions options)
    {
        string[] faults = [.. Connection(options), .. Limits(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Connection(TextModelOptions options) => options.Provider switch
    {
        TextProviders.Understudy => [],
        TextProviders.AzureOpenAI => [.. Endpoint(options), .. Needed(nameof(options.Deployment), options.Deployment, "the name of the deployment in Azure OpenAI")],
        TextProviders.OpenAI => [.. Endpoint(options), .. Needed(nameof(options.Model), options.Model, "the name of a model that the server has"), .. OpenAIKey(options)],
        _ => [$"{Setting(nameof(options.Provider))} must be {TextProviders.Understudy}, {TextProviders.AzureOpenAI} or {TextProviders.OpenAI}, not '{options.Provider}'."],
    };

    private static IEnumerable<string> Endpoint(TextModelOptions options)
    {
        var isAzure = options.Provider == TextProviders.AzureOpenAI;
        var example = isAzure ? "https://my-resource.openai.azure.com" : TextProviders.OpenAIAddress;
        if (options.Endpoint is null && !isAzure) yield break;
        if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            yield return $"{Setting(nameof(options.Endpoint))} must be an http(s) address such as {example}.";
        }
        else if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            yield return $"{Setting(nameof(options.Endpoint))} must be a plain address such as {example}, without a user, a query or a fragment.";
        }
        else if (address.AbsolutePath.Contains("/deployments/", StringComparison.OrdinalIgnoreCase) || address.AbsolutePath.Contains("/chat/completions", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"{Setting(nameof(options.Endpoint))} must be the base address, such as {example}, without the path of a deployment or of chat/completions.";
        }
        else if (address.Scheme == "http" && !IsClearAllowed(address, options))
        {
            yield return $"{Setting(nameof(options.Endpoint))} must begin with https:// so that no credential travels in the clear; http:// is for "
                + (isAzure ? "a key on this machine." : $"this machine, or for a server that needs no {Setting(nameof(options.Key))}.");
        }
    }

    /// <summary>A token of Entra never, a key only on this machine.</summary>
    private static bool IsClearAllowed(Uri address, TextModelOptions options) =>
        options.Provider == TextProviders.AzureOpenAI ? address.IsLoopback && options.Key is not null : address.IsLoopback || options.Key is null;

    private static IEnumerable<string> OpenAIKey(TextModelOptions options) =>
        options.Endpoint is null || options.Endpoint.StartsWith("https://api.openai.com", StringComparison.OrdinalIgnoreCase)
            ? Needed(nameof(options.Key), options.Key, $"an API key of OpenAI; another compatible server is named by {Setting(nameof(options.Endpoint))}")
            : [];

    private static IEnumerable<string> Needed(string name, string? value, string what) =>
        value is null ? [$"{Setting(name)} is missing: it must be {what}."] : [];

    private static IEnumerable<string> Limits(TextModelOptions options) =>
    [
        .. Within(nameof(options.Timeout), options.Timeout, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1)),
        .. Within(nameof(options.TotalTimeout), options.TotalTimeout, options.Timeout, TimeSpan.FromHours(6)),
        .. Within(nameof(options.MaxRetryDelay), options.MaxRetryDelay, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(10)),
        .. Within(nameof(options.RetryDelay), options.RetryDelay, TimeSpan.FromMilliseconds(1), options.MaxRetryDelay),
        .. Within(nameof(options.MaxConcurrency), options.MaxConcurrency, 1, 256),
        .. Within(nameof(options.MaxRetries), options.MaxRetries, 0, 10),
        .. Within(nameof(options.ContextTokens), options.ContextTokens, 2_000, 2_000_000),
        .. Within(nameof(options.MaxAnswerTokens), options.MaxAnswerTokens ?? 256, 256, 1_000_000),
    ];

    private static IEnumerable<string> Within<T>(string name, T value, T least, T most)
        where T : IComparable<T> =>
        value.CompareTo(least) < 0 || value.CompareTo(most) > 0
            ? [FormattableString.Invariant($"{Setting(name)} must be from {least} to {most}, not {value}.")]
            : [];

    private static string Setting(string name) => TextModelOptions.Setting(name);
}

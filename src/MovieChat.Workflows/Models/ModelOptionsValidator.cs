using Microsoft.Extensions.Options;

namespace MovieChat.Workflows.Models;

/// <summary>Says which setting is wrong, by the name it is written with, and what it may be. Never shows the key.</summary>
internal abstract class ModelOptionsValidator<TOptions> : IValidateOptions<TOptions>
    where TOptions : ModelOptions
{
    private static readonly string[] Operations = ["/deployments/", "/chat/completions", "/images/generations", "/images/edits"];

    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        string[] faults = [.. Connection(options), .. Patience(options), .. Own(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>The faults in what only this kind of model has.</summary>
    protected abstract IEnumerable<string> Own(TOptions options);

    protected static IEnumerable<string> Within<T>(TOptions options, string name, T value, T least, T most)
        where T : IComparable<T> =>
        value.CompareTo(least) < 0 || value.CompareTo(most) > 0
            ? [FormattableString.Invariant($"{options.Setting(name)} must be from {least} to {most}, not {value}.")]
            : [];

    private static IEnumerable<string> Connection(TOptions options) => options.Provider switch
    {
        ModelProviders.Understudy => [],
        ModelProviders.AzureOpenAI => [.. Endpoint(options), .. Needed(options, nameof(options.Deployment), options.Deployment, "the name of the deployment in Azure OpenAI")],
        ModelProviders.OpenAI => [.. Endpoint(options), .. Needed(options, nameof(options.Model), options.Model, "the name of a model that the server has"), .. OpenAIKey(options)],
        _ => [$"{options.Setting(nameof(options.Provider))} must be {ModelProviders.Understudy}, {ModelProviders.AzureOpenAI} or {ModelProviders.OpenAI}, not '{options.Provider}'."],
    };

    private static IEnumerable<string> Endpoint(TOptions options)
    {
        var isAzure = options.Provider == ModelProviders.AzureOpenAI;
        var example = isAzure ? "https://my-resource.openai.azure.com" : ModelProviders.OpenAIAddress;
        var setting = options.Setting(nameof(options.Endpoint));
        if (options.Endpoint is null && !isAzure) yield break;
        if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            yield return $"{setting} must be an http(s) address such as {example}.";
        }
        else if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            yield return $"{setting} must be a plain address such as {example}, without a user, a query or a fragment.";
        }
        else if (Operations.Any(each => address.AbsolutePath.Contains(each, StringComparison.OrdinalIgnoreCase)))
        {
            yield return $"{setting} must be the base address, such as {example}, without the path of a deployment or of an operation like chat/completions.";
        }
        else if (address.Scheme == "http" && !IsClearAllowed(address, options))
        {
            yield return $"{setting} must begin with https:// so that no credential travels in the clear; http:// is for "
                + (isAzure ? "a key on this machine." : $"this machine, or for a server that needs no {options.Setting(nameof(options.Key))}.");
        }
    }

    /// <summary>A token of Entra never, a key only on this machine.</summary>
    private static bool IsClearAllowed(Uri address, TOptions options) =>
        options.Provider == ModelProviders.AzureOpenAI ? address.IsLoopback && options.Key is not null : address.IsLoopback || options.Key is null;

    private static IEnumerable<string> OpenAIKey(TOptions options) =>
        options.Endpoint is null || options.Endpoint.StartsWith("https://api.openai.com", StringComparison.OrdinalIgnoreCase)
            ? Needed(options, nameof(options.Key), options.Key, $"an API key of OpenAI; another compatible server is named by {options.Setting(nameof(options.Endpoint))}")
            : [];

    private static IEnumerable<string> Needed(TOptions options, string name, string? value, string what) =>
        value is null ? [$"{options.Setting(name)} is missing: it must be {what}."] : [];

    private static IEnumerable<string> Patience(TOptions options) =>
    [
        .. Within(options, nameof(options.Timeout), options.Timeout, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1)),
        .. Within(options, nameof(options.TotalTimeout), options.TotalTimeout, options.Timeout, TimeSpan.FromHours(6)),
        .. Within(options, nameof(options.MaxRetryDelay), options.MaxRetryDelay, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(10)),
        .. Within(options, nameof(options.RetryDelay), options.RetryDelay, TimeSpan.FromMilliseconds(1), options.MaxRetryDelay),
        .. Within(options, nameof(options.MaxConcurrency), options.MaxConcurrency, 1, 256),
        .. Within(options, nameof(options.MaxRetries), options.MaxRetries, 0, 10),
    ];
}

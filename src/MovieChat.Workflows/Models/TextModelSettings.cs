using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace MovieChat.Workflows.Models;

/// <summary>Reads <see cref="TextModelOptions"/> from configuration. An empty value counts as none.</summary>
/// <remarks>The general binder names what it can not read by another name than the writer typed.</remarks>
internal sealed class TextModelSettings(IConfiguration section) : IConfigureOptions<TextModelOptions>
{
    /// <exception cref="OptionsValidationException">A value is no number or time.</exception>
    public void Configure(TextModelOptions options)
    {
        options.Provider = Text(nameof(options.Provider))?.ToLowerInvariant() ?? options.Provider;
        options.Endpoint = Text(nameof(options.Endpoint));
        options.Deployment = Text(nameof(options.Deployment));
        options.Model = Text(nameof(options.Model));
        options.Key = Text(nameof(options.Key));
        options.Timeout = Value(nameof(options.Timeout), options.Timeout, Times);
        options.TotalTimeout = Value(nameof(options.TotalTimeout), options.TotalTimeout, Times);
        options.RetryDelay = Value(nameof(options.RetryDelay), options.RetryDelay, Times);
        options.MaxRetryDelay = Value(nameof(options.MaxRetryDelay), options.MaxRetryDelay, Times);
        options.MaxConcurrency = Value(nameof(options.MaxConcurrency), options.MaxConcurrency, Numbers);
        options.MaxRetries = Value(nameof(options.MaxRetries), options.MaxRetries, Numbers);
        options.ContextTokens = Value(nameof(options.ContextTokens), options.ContextTokens, Numbers);
        options.MaxAnswerTokens = Text(nameof(options.MaxAnswerTokens)) is null ? null : Value(nameof(options.MaxAnswerTokens), 0, Numbers);
    }

    private const string Times = "a time as hours:minutes:seconds, such as 00:02:00";
    private const string Numbers = "a whole number";

    private string? Text(string name) => string.IsNullOrWhiteSpace(section[name]) ? null : section[name]!.Trim();

    private T Value<T>(string name, T preset, string shape)
        where T : IParsable<T>
    {
        if (Text(name) is not { } text) return preset;
        if (T.TryParse(text, CultureInfo.InvariantCulture, out var value)) return value;
        throw new OptionsValidationException(
            Options.DefaultName, typeof(TextModelOptions), [$"{TextModelOptions.Setting(name)} must be {shape}, not '{text}'."]);
    }
}

using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace MovieChat.Workflows.Models;

/// <summary>Reads a model's options from configuration. An empty value counts as none.</summary>
/// <remarks>The general binder names what it can not read by another name than the writer typed.</remarks>
internal abstract class ModelSettings<TOptions>(IConfiguration section) : IConfigureOptions<TOptions>
    where TOptions : ModelOptions
{
    protected const string Numbers = "a whole number";
    private const string Times = "a time as hours:minutes:seconds, such as 00:02:00";

    /// <exception cref="OptionsValidationException">A value can not be read.</exception>
    public void Configure(TOptions options)
    {
        options.Provider = Text(nameof(options.Provider))?.ToLowerInvariant() ?? options.Provider;
        options.Endpoint = Text(nameof(options.Endpoint));
        options.Deployment = Text(nameof(options.Deployment));
        options.Model = Text(nameof(options.Model));
        options.Key = Text(nameof(options.Key));
        options.Timeout = Value(options, nameof(options.Timeout), options.Timeout, Times);
        options.TotalTimeout = Value(options, nameof(options.TotalTimeout), options.TotalTimeout, Times);
        options.RetryDelay = Value(options, nameof(options.RetryDelay), options.RetryDelay, Times);
        options.MaxRetryDelay = Value(options, nameof(options.MaxRetryDelay), options.MaxRetryDelay, Times);
        options.MaxConcurrency = Value(options, nameof(options.MaxConcurrency), options.MaxConcurrency, Numbers);
        options.MaxRetries = Value(options, nameof(options.MaxRetries), options.MaxRetries, Numbers);
        ConfigureOwn(options);
    }

    /// <summary>Reads what only this kind of model has.</summary>
    protected abstract void ConfigureOwn(TOptions options);

    protected string? Text(string name) => string.IsNullOrWhiteSpace(section[name]) ? null : section[name]!.Trim();

    protected T Value<T>(TOptions options, string name, T preset, string shape)
        where T : IParsable<T> =>
        Text(name) is not { } text ? preset : T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : throw Unreadable(options, name, text, shape);

    protected static OptionsValidationException Unreadable(TOptions options, string name, string text, string shape) =>
        new(Options.DefaultName, typeof(TOptions), [$"{options.Setting(name)} must be {shape}, not '{text}'."]);
}

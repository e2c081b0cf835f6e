namespace MovieChat.Workflows.Models;

/// <summary>Which model of a kind is asked, and how patiently.</summary>
/// <remarks>A class and not a record, so that it never prints its <see cref="Key"/>.</remarks>
/// <param name="section">Of the configuration, such as <c>MovieChat:Text</c>.</param>
public abstract class ModelOptions(string section, TimeSpan timeout, TimeSpan totalTimeout, int maxConcurrency)
{
    /// <summary>One of <see cref="ModelProviders"/>. Default: the understudy.</summary>
    public string Provider { get; set; } = ModelProviders.Understudy;

    /// <summary>With <c>azureopenai</c> the resource's address, or its <c>…/openai/v1/</c>; with <c>openai</c> the base address of any
    /// compatible server, by default <see cref="ModelProviders.OpenAIAddress"/>. Https, except on loopback; without a key <c>openai</c> may be http.</summary>
    public string? Endpoint { get; set; }

    /// <summary>With <c>azureopenai</c>: the deployment's name.</summary>
    public string? Deployment { get; set; }

    /// <summary>With <c>openai</c>: the model's name.</summary>
    public string? Model { get; set; }

    /// <summary>A secret. Without one, <c>azureopenai</c> uses the managed identity (or the developer's sign-in) and <c>openai</c> sends none.</summary>
    public string? Key { get; set; }

    /// <summary>For one attempt, its whole answer included; of a streamed answer, for one piece. Above 0, up to 1 hour; default 2 minutes for
    /// text, 5 for pictures.</summary>
    public TimeSpan Timeout { get; set; } = timeout;

    /// <summary>For all attempts at one answer and the waits between them. At least <see cref="Timeout"/>, up to 6 hours; default 15 minutes
    /// for text, 30 for pictures.</summary>
    public TimeSpan TotalTimeout { get; set; } = totalTimeout;

    /// <summary>Answers being made at the same time; further ones queue. 1 to 256; default 4 for text, 2 for pictures.</summary>
    public int MaxConcurrency { get; set; } = maxConcurrency;

    /// <summary>Attempts after the first, on HTTP 408, 429, 5xx, lost connections and time-outs. 0 to 10; default 4.</summary>
    public int MaxRetries { get; set; } = 4;

    /// <summary>Before the first retry when the service names no time; doubles from then on, with jitter. Above 0, up to <see cref="MaxRetryDelay"/>; default 2 seconds.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait before a retry, whatever <c>Retry-After</c> asks for. Up to 10 minutes; default 60 seconds.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The name under which the provider knows the model.</summary>
    internal string Name => (Provider == ModelProviders.AzureOpenAI ? Deployment : Model) ?? ModelProviders.Understudy;

    internal string NameSetting => Setting(Provider == ModelProviders.AzureOpenAI ? nameof(Deployment) : nameof(Model));

    internal Uri Address => new(Endpoint ?? ModelProviders.OpenAIAddress);

    /// <summary>The setting's name as one writes it in an environment or in an app's settings.</summary>
    internal string Setting(string name) => $"{section.Replace(":", "__", StringComparison.Ordinal)}__{name}";
}

namespace MovieChat.Workflows.Models;

/// <summary>Which language model writes, and how patiently it is asked. Section <see cref="Section"/>; as environment variables
/// <c>MovieChat__Text__Provider</c> and so on.</summary>
/// <remarks>A class and not a record, so that it never prints its <see cref="Key"/>.</remarks>
public sealed class TextModelOptions
{
    public const string Section = "MovieChat:Text";

    /// <summary>One of <see cref="TextProviders"/>. Default: the understudy.</summary>
    public string Provider { get; set; } = TextProviders.Understudy;

    /// <summary>With <c>azureopenai</c> the resource's address, or its <c>…/openai/v1/</c>; with <c>openai</c> the base address of any
    /// compatible server, by default <see cref="TextProviders.OpenAIAddress"/>. Https, except on loopback; without a key <c>openai</c> may be http.</summary>
    public string? Endpoint { get; set; }

    /// <summary>With <c>azureopenai</c>: the deployment's name.</summary>
    public string? Deployment { get; set; }

    /// <summary>With <c>openai</c>: the model's name.</summary>
    public string? Model { get; set; }

    /// <summary>A secret. Without one, <c>azureopenai</c> uses the managed identity (or the developer's sign-in) and <c>openai</c> sends none.</summary>
    public string? Key { get; set; }

    /// <summary>For one attempt, its whole answer included; of a streamed answer, for one piece. Above 0, up to 1 hour; default 2 minutes.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>For all attempts at one answer and the waits between them. At least <see cref="Timeout"/>, up to 6 hours; default 15 minutes.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Answers being written at the same time; further ones queue. 1 to 256; default 4.</summary>
    public int MaxConcurrency { get; set; } = 4;

    /// <summary>Attempts after the first, on HTTP 408, 429, 5xx, lost connections and time-outs. 0 to 10; default 4.</summary>
    public int MaxRetries { get; set; } = 4;

    /// <summary>Before the first retry when the service names no time; doubles from then on, with jitter. Above 0, up to <see cref="MaxRetryDelay"/>; default 2 seconds.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait before a retry, whatever <c>Retry-After</c> asks for. Up to 10 minutes; default 60 seconds.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Tokens that a request may hold. 2,000 to 2,000,000; default 32,000.</summary>
    public int ContextTokens { get; set; } = 32_000;

    /// <summary>Tokens that an answer may have. 256 to 1,000,000; default: as many as the model allows.</summary>
    public int? MaxAnswerTokens { get; set; }

    /// <summary>The name under which the provider knows the model.</summary>
    internal string Name => (Provider == TextProviders.AzureOpenAI ? Deployment : Model) ?? TextProviders.Understudy;

    internal string NameSetting => Setting(Provider == TextProviders.AzureOpenAI ? nameof(Deployment) : nameof(Model));

    internal Uri Address => new(Endpoint ?? TextProviders.OpenAIAddress);

    /// <summary>The setting's name as one writes it in an environment or in an app's settings.</summary>
    internal static string Setting(string name) => $"MovieChat__Text__{name}";
}

/// <summary>The values of <see cref="TextModelOptions.Provider"/>.</summary>
public static class TextProviders
{
    /// <summary>The offline stand-in.</summary>
    public const string Understudy = "understudy";

    public const string AzureOpenAI = "azureopenai";

    /// <summary>OpenAI, or any server that speaks its chat completions.</summary>
    public const string OpenAI = "openai";

    public const string OpenAIAddress = "https://api.openai.com/v1";
}

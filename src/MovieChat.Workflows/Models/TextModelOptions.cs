namespace MovieChat.Workflows.Models;

/// <summary>Which language model writes, and how patiently it is asked. Section <see cref="Section"/>; as environment variables
/// <c>MovieChat__Text__Provider</c> and so on.</summary>
public sealed class TextModelOptions() : ModelOptions(Section, timeout: TimeSpan.FromMinutes(2), totalTimeout: TimeSpan.FromMinutes(15), maxConcurrency: 4)
{
    public const string Section = "MovieChat:Text";

    /// <summary>Tokens that a request may hold. 2,000 to 2,000,000; default 32,000.</summary>
    public int ContextTokens { get; set; } = 32_000;

    /// <summary>Tokens that an answer may have. 256 to 1,000,000; default: as many as the model allows.</summary>
    public int? MaxAnswerTokens { get; set; }
}

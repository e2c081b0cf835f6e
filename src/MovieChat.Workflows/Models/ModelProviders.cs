namespace MovieChat.Workflows.Models;

/// <summary>The values of <see cref="ModelOptions.Provider"/>.</summary>
public static class ModelProviders
{
    /// <summary>The offline stand-in.</summary>
    public const string Understudy = "understudy";

    public const string AzureOpenAI = "azureopenai";

    /// <summary>OpenAI, or any server that speaks its API.</summary>
    public const string OpenAI = "openai";

    public const string OpenAIAddress = "https://api.openai.com/v1";
}

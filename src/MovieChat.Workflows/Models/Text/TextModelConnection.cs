using System.ClientModel;
using Azure.AI.OpenAI;
using Azure.Core;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace MovieChat.Workflows.Models.Text;

internal static class TextModelConnection
{
    /// <param name="identity">Asked for only when no key is configured and the provider takes one.</param>
    public static IChatClient Open(TextModelOptions options, HttpClient http, Func<TokenCredential> identity)
    {
        var isOlderAzure = options.Provider == ModelProviders.AzureOpenAI && !ModelConnection.IsVersioned(options.Address);
        return (isOlderAzure ? OlderAzure(options, http, identity) : Plain(options, http, identity)).AsIChatClient();
    }

    private static ChatClient OlderAzure(TextModelOptions options, HttpClient http, Func<TokenCredential> identity)
    {
        var road = ModelConnection.Over(http, new AzureOpenAIClientOptions());
        var client = options.Key is { } key
            ? new AzureOpenAIClient(options.Address, new ApiKeyCredential(key), road)
            : new AzureOpenAIClient(options.Address, identity(), road);
        return client.GetChatClient(options.Name);
    }

    private static ChatClient Plain(TextModelOptions options, HttpClient http, Func<TokenCredential> identity)
    {
        var road = ModelConnection.Over(http, new OpenAIClientOptions { Endpoint = options.Address });
#pragma warning disable OPENAI001 // The only way to sign in by an Entra token, or not at all. The version is pinned, and tests see it on the wire.
        return new ChatClient(options.Name, ModelConnection.SignIn(options, identity), road);
#pragma warning restore OPENAI001
    }
}

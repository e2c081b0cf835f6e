using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Azure.Core;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace MovieChat.Workflows.Models;

/// <summary>Opens the providers' clients over an HTTP client that retries and waits for them: their own retries and time-outs are off.</summary>
internal static class TextModelConnection
{
    private const string Scope = "https://cognitiveservices.azure.com/.default";

    /// <param name="identity">Asked for only when no key is configured and the provider takes one.</param>
    public static IChatClient Open(TextModelOptions options, HttpClient http, Func<TokenCredential> identity)
    {
        var isAzure = options.Provider == TextProviders.AzureOpenAI;
        var chat = isAzure && !IsVersioned(options.Address) ? Azure(options, http, identity) : Compatible(options, http, isAzure ? identity : null);
        return chat.AsIChatClient();
    }

    /// <summary>Azure's own <c>…/openai/v1/</c> takes the plain client; its older addresses name the deployment and an api-version.</summary>
    private static bool IsVersioned(Uri address) => address.AbsolutePath.TrimEnd('/').EndsWith("/openai/v1", StringComparison.OrdinalIgnoreCase);

    private static ChatClient Azure(TextModelOptions options, HttpClient http, Func<TokenCredential> identity)
    {
        var road = Over(http, new AzureOpenAIClientOptions());
        var client = options.Key is { } key
            ? new AzureOpenAIClient(options.Address, new ApiKeyCredential(key), road)
            : new AzureOpenAIClient(options.Address, identity(), road);
        return client.GetChatClient(options.Name);
    }

    private static ChatClient Compatible(TextModelOptions options, HttpClient http, Func<TokenCredential>? identity)
    {
        var road = Over(http, new OpenAIClientOptions { Endpoint = options.Address });
        if (options.Key is { } key) return new ChatClient(options.Name, new ApiKeyCredential(key), road);
#pragma warning disable OPENAI001 // The only way to sign in by an Entra token, or not at all. The version is pinned, and tests see it on the wire.
        return new ChatClient(options.Name, identity is null ? new NoCredential() : new BearerTokenPolicy(identity(), Scope), road);
#pragma warning restore OPENAI001
    }

    private static T Over<T>(HttpClient http, T options)
        where T : ClientPipelineOptions
    {
        options.Transport = new HttpClientPipelineTransport(http);
        options.RetryPolicy = new ClientRetryPolicy(maxRetries: 0);
        options.NetworkTimeout = Timeout.InfiniteTimeSpan;
        return options;
    }

    /// <summary>For servers that ask for no key: sends no header at all.</summary>
    private sealed class NoCredential : AuthenticationPolicy
    {
        public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
            ProcessNext(message, pipeline, currentIndex);

        public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
            ProcessNextAsync(message, pipeline, currentIndex);
    }
}

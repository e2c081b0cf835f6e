using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.Core;

namespace MovieChat.Workflows.Models;

/// <summary>What the providers' clients have in common: they go over an HTTP client that retries and waits for them, their own retries and
/// time-outs are off, and they sign in as the options say.</summary>
internal static class ModelConnection
{
    private const string Scope = "https://cognitiveservices.azure.com/.default";

    /// <summary>Azure's own <c>…/openai/v1/</c> takes the plain client; its older addresses name the deployment and an api-version.</summary>
    public static bool IsVersioned(Uri address) => address.AbsolutePath.TrimEnd('/').EndsWith("/openai/v1", StringComparison.OrdinalIgnoreCase);

    public static T Over<T>(HttpClient http, T options)
        where T : ClientPipelineOptions
    {
        options.Transport = new HttpClientPipelineTransport(http);
        options.RetryPolicy = new ClientRetryPolicy(maxRetries: 0);
        options.NetworkTimeout = Timeout.InfiniteTimeSpan;
        return options;
    }

    /// <summary>How the plain client signs in: with the key, as the provider's reference says; with a token of Entra; or not at all.</summary>
    /// <param name="identity">Asked for only when no key is configured and the provider takes one.</param>
    public static AuthenticationPolicy SignIn(ModelOptions options, Func<TokenCredential> identity)
    {
        var isAzure = options.Provider == ModelProviders.AzureOpenAI;
        if (options.Key is not { } key) return isAzure ? new BearerTokenPolicy(identity(), Scope) : new NoCredential();
        return isAzure
            ? ApiKeyAuthenticationPolicy.CreateHeaderApiKeyPolicy(new ApiKeyCredential(key), "api-key")
            : ApiKeyAuthenticationPolicy.CreateBearerAuthorizationPolicy(new ApiKeyCredential(key));
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

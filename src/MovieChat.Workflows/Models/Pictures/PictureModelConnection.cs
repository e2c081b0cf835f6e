using Azure.Core;
using OpenAI;
using OpenAI.Images;

namespace MovieChat.Workflows.Models.Pictures;

internal static class PictureModelConnection
{
    /// <param name="identity">Asked for only when no key is configured and the provider takes one.</param>
    public static ImageClient Open(PictureModelOptions options, HttpClient http, Func<TokenCredential> identity)
    {
        var road = ModelConnection.Over(http, new OpenAIClientOptions { Endpoint = Base(options) });
#pragma warning disable OPENAI001 // The only way to sign in by an Entra token, by Azure's header, or not at all. The version is pinned, and tests see it on the wire.
        return new ImageClient(options.Name, ModelConnection.SignIn(options, identity), road);
#pragma warning restore OPENAI001
    }

    /// <summary>Of an Azure resource always its <c>openai/v1/</c>: the addresses of deployments with the last general api-version (2024-10-21)
    /// are older than the gpt-image models and their edits.</summary>
    private static Uri Base(PictureModelOptions options) =>
        options.Provider == ModelProviders.AzureOpenAI && !ModelConnection.IsVersioned(options.Address)
            ? new(options.Address.AbsoluteUri.TrimEnd('/') + "/openai/v1/")
            : options.Address;
}

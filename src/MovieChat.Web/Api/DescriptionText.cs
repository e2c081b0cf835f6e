using System.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace MovieChat.Web.Api;

/// <summary>The OpenAPI description as it is sent. It is worked out once: that takes its time, and anybody may ask for it.</summary>
internal sealed class DescriptionText([FromKeyedServices(Description.Name)] IOpenApiDocumentProvider documents)
{
    private readonly Lazy<Task<byte[]>> _json = new(async () =>
    {
        var document = await documents.GetOpenApiDocumentAsync();
        return Encoding.UTF8.GetBytes(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1));
    });

    public Task<byte[]> JsonAsync() => _json.Value;
}

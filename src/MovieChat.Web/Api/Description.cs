using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using MovieChat.Core.Film;
using MovieChat.Web.Api.Imports;
using MovieChat.Workflows.Exports;

namespace MovieChat.Web.Api;

/// <summary>The OpenAPI description of the HTTP API.</summary>
internal static class Description
{
    public const string Name = "v1";

    private const string Bearer = "bearer";

    public static void AddDescription(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        // What is answered to GET is answered to HEAD: to describe it twice tells nothing.
        options.ShouldInclude = operation => operation.HttpMethod != HttpMethods.Head;
        options.AddDocumentTransformer((document, _, _) => Task.FromResult(Describe(document)));
        options.AddOperationTransformer((operation, context, _) => Task.FromResult(Complete(operation, context)));
        options.AddSchemaTransformer((schema, context, _) => Task.FromResult(OpenUp(schema, context)));
    });

    private static OpenApiDocument Describe(OpenApiDocument document)
    {
        document.Info = new()
        {
            Title = "Movie Chat",
            Version = Name,
            Description = "From an idea to everything needed to start producing a film, with the writer at the helm. Errors are problems (RFC 9457). Times are UTC.",
        };
        document.Servers = [];
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = Bearer,
            Description = "The owner key, or a writer's key (`mc_…`).",
        };
        return document;
    }

    private static OpenApiOperation Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (!metadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
        }

        if (metadata.OfType<TakesCommandKey>().Any()) (operation.Parameters ??= []).Add(CommandKeyParameter());
        if (metadata.OfType<TakesPicture>().Any()) operation.RequestBody = PictureBody();
        if (metadata.OfType<TakesScript>().Any()) operation.RequestBody = ScriptBody();
        foreach (var limit in operation.Parameters?.Where(each => each.Name == "limit") ?? []) Bound((OpenApiSchema)limit.Schema!);
        return operation;
    }

    private static OpenApiParameter CommandKeyParameter() => new()
    {
        Name = CommandKey.Header,
        In = ParameterLocation.Header,
        Description = "An id of your choice for this request: repeated under it, the request counts once and is answered alike.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = CommandKey.MostCharacters },
    };

    private static OpenApiRequestBody PictureBody() => new()
    {
        Required = true,
        Content = Pictures.MediaTypes.ToDictionary(type => type, _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } }),
    };

    private static OpenApiRequestBody ScriptBody() => new()
    {
        Required = true,
        Content = ImportEndpoints.Formats.Keys.ToDictionary(type => type, _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } }),
    };

    private static void Bound(OpenApiSchema limit)
    {
        limit.Minimum = "1";
        limit.Maximum = $"{Page.Most}";
        limit.Default = JsonValue.Create(Page.Usual);
    }

    /// <summary>A document's content has the form of its kind, which is not described here.</summary>
    private static OpenApiSchema OpenUp(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonTypeInfo.Type == typeof(RawJson)) schema.Description = "JSON in the form of the document's kind.";

        // The service writes times in a way of its own, of which the generator knows no type.
        if (schema.Format is "date-time") schema.Type ??= JsonSchemaType.String | (Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) is null ? default : JsonSchemaType.Null);
        schema.Properties?.Remove("unknown");
        foreach (var property in context.JsonTypeInfo.Properties.Where(IsLeftOutWhenNull)) schema.Required?.Remove(property.Name);
        return schema;
    }

    private static bool IsLeftOutWhenNull(JsonPropertyInfo property)
    {
        var isNullable = property.PropertyType.IsValueType ? Nullable.GetUnderlyingType(property.PropertyType) is not null : property.IsGetNullable;
        return isNullable && property.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), false) != true;
    }
}

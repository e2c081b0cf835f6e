using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MovieChat.Storage;
using MovieChat.Web.Access;
using MovieChat.Web.Approvals;
using MovieChat.Web.Problems;

namespace MovieChat.Web.Api;

/// <param name="Link">The link that you were shown on the other surface, or what stands after its <c>/bind/</c>.</param>
public sealed record BindingRequest(string Link);

/// <summary>Who you are on another surface.</summary>
/// <param name="Surface"><c>slack</c> or <c>teams</c>.</param>
/// <param name="Realm">The team or tenant.</param>
/// <param name="Name">What you are called there.</param>
public sealed record BindingItem(string Id, string Surface, string Realm, string Name, string Writer, DateTimeOffset BoundAt)
{
    internal static BindingItem Of(Binding binding) => new(binding.Id, binding.Surface, binding.Realm, binding.Name, binding.Writer, binding.At.ToUniversalTime());
}

internal static class BindingEndpoints
{
    public static void MapBindings(this RouteGroupBuilder api)
    {
        var all = api.MapGroup("/bindings").WithTags("Bindings");
        all.MapPost("", AddAsync).Named("addBinding", "Say who you are on another surface", "By the link that you were shown there. It works once.").Write(400, 409, 413, 415, 422);
        all.MapGet("", ListAsync).Named("listBindings", "List who you are on other surfaces", "Whoever stands there writes as you.").Fails();
        all.MapDelete("/{binding}", DeleteAsync).Named("deleteBinding", "Be somebody no more", "What comes from them is yours no more. What is open in their conversations still comes there.").Write(404);
    }

    private static async Task<Ok<Page<BindingItem>>> ListAsync(Caller caller, WriterBindings bindings, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<BindingItem>(await bindings.ListAsync(caller.Writer, cancellationToken).Select(BindingItem.Of).ToListAsync(cancellationToken), null));

    private static async Task<NoContent> DeleteAsync(string binding, Caller caller, CommandKey key, WriterBindings bindings, CancellationToken cancellationToken)
    {
        _ = key;
        return await bindings.RemoveAsync(caller.Writer, binding, cancellationToken) ? TypedResults.NoContent() : throw new ProblemException(ProblemKinds.UnknownBinding);
    }

    private static async Task<Ok<BindingItem>> AddAsync(Body<BindingRequest> body, Caller caller, CommandKey key, WriterBindings bindings, CancellationToken cancellationToken)
    {
        _ = key;
        var token = body.Value.Link[(body.Value.Link.LastIndexOf('/') + 1)..];
        if (!bindings.TryRead(token, out var wish)) throw new ProblemException(ProblemKinds.InvalidValue, "This is no link of this service: copy it whole.", "link");
        if (await bindings.WhyNotAsync(wish, cancellationToken) is { } refusal) throw new ProblemException(ProblemKinds.LinkUsed, refusal, "link");
        return await bindings.AcceptAsync(wish, caller.Writer, cancellationToken) is { } bound
            ? TypedResults.Ok(BindingItem.Of(bound))
            : throw new ProblemException(ProblemKinds.LinkUsed, path: "link");
    }
}

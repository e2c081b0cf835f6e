using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using MovieChat.Core.Film;
using MovieChat.Core.Picturing;
using MovieChat.Storage;
using MovieChat.Web.Access;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Pictures;

namespace MovieChat.Web.Api;

/// <summary>A picture that was sent. As it stands it is the content of an edit of a portrait or a frame.</summary>
/// <param name="Picture">The SHA-256 of its bytes.</param>
public sealed record PictureItem(string Picture, string MediaType, int Width, int Height);

internal static class PictureEndpoints
{
    private const string AnyPicture = "image/*";

    /// <summary>A picture never changes under its hash.</summary>
    private const string ForEver = "private, max-age=31536000, immutable";

    public static void MapPictures(this RouteGroupBuilder api)
    {
        var pictures = api.MapGroup("/projects/{project}/pictures").WithTags("Pictures");
        pictures.MapPost("", AddAsync)
            .Named("addPicture", "Send a picture of your own", $"The body is a PNG, JPEG or WebP picture of at most {Pictures.MostBytes} bytes. The answer is what an edit of a portrait or a frame takes as its content.")
            .Write(400, 404, 413, 415, 422)
            .WithMetadata(new TakesPicture());
        pictures.MapGet("/{hash}", GetAsync)
            .Named("getPicture", "Get a picture", "By the SHA-256 of its bytes, as a portrait's or a frame's content names it.")
            .Produces<string>(200, "image/png", "image/jpeg", "image/webp")
            .Fails(404);
    }

    /// <param name="key">Read so that a wrong one is told; the same bytes are the same picture with or without it.</param>
    private static async Task<Created<PictureItem>> AddAsync(string project, Caller caller, CommandKey key, OwnProjects own, ProjectPictures pictures, HttpContext context, CancellationToken cancellationToken)
    {
        var film = await own.ReadAsync(caller, project, cancellationToken);
        var bytes = await BytesAsync(context, cancellationToken);
        try
        {
            var picture = await pictures.AddAsync(film, bytes, cancellationToken);
            return TypedResults.Created($"/api/projects/{film.Id}/pictures/{picture.Hash}", new PictureItem(picture.Hash, picture.MediaType, picture.Width, picture.Height));
        }
        catch (UnsoundPictureException unsound)
        {
            throw new ProblemException(ProblemKinds.InvalidValue, $"{unsound.Message} Send a whole PNG, JPEG or WebP picture.", "$");
        }
    }

    private static async Task<IResult> GetAsync(
        string project,
        string hash,
        Caller caller,
        OwnProjects own,
        ProjectPictures pictures,
        PictureStore store,
        HttpContext context,
        [Description("As a JPEG of at most 384 pixels on a side.")] bool? thumbnail,
        CancellationToken cancellationToken)
    {
        var film = await own.ReadAsync(caller, project, cancellationToken);
        var found = await pictures.FindAsync(film, hash, cancellationToken) ?? throw new ProblemException(ProblemKinds.UnknownPicture);
        context.Response.Headers.CacheControl = ForEver;
        var tag = new EntityTagHeaderValue($"\"{hash}{(thumbnail is true ? "-thumbnail" : "")}\"");
        return thumbnail is true
            ? TypedResults.Bytes(await store.ThumbnailAsync(hash, cancellationToken), "image/jpeg", entityTag: tag)
            : TypedResults.Stream(await store.OpenAsync(hash, cancellationToken), found.MediaType, entityTag: tag);
    }

    private static async Task<ReadOnlyMemory<byte>> BytesAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var type = context.Request.GetTypedHeaders().ContentType;
        if (type is null || !type.IsSubsetOf(new(AnyPicture))) throw new ProblemException(ProblemKinds.NotPicture);
        return await RawBody.ReadAsync(context, Pictures.MostBytes, "picture", cancellationToken);
    }
}

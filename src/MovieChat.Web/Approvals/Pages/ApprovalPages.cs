using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using MovieChat.Core.Film;
using MovieChat.Storage;
using MovieChat.Web.Access;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Notices;
using MovieChat.Workflows.Pictures;
using MovieChat.Workflows.Projects;

namespace MovieChat.Web.Approvals.Pages;

/// <summary>The pages behind links: a draft to decide on, and who somebody is on another surface. Looking at them changes nothing, so that previews of links do no harm.</summary>
internal static class ApprovalPages
{
    private const string ForEver = "private, max-age=31536000, immutable";

    public static void MapApprovalPages(this IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        pages.MapGet("/a/{token}", ShowAsync);
        pages.MapPost("/a/{token}", DecideAsync).DisableAntiforgery();
        pages.MapGet("/bind/{token}", AskAsync);
        pages.MapPost("/bind/{token}", BindAsync).DisableAntiforgery();
        pages.MapGet("/pictures/{project}/{hash}/{signature}", PictureAsync);
    }

    private static async Task<IResult> ShowAsync(string token, HttpContext context, LinkDesk desk, PictureLinks pictures, CancellationToken cancellationToken) =>
        Page(context, await desk.ReadAsync(token, cancellationToken), pictures);

    private static async Task<IResult> DecideAsync(string token, HttpContext context, LinkDesk desk, PictureLinks pictures, CancellationToken cancellationToken)
    {
        var form = await FormOf(context, cancellationToken);
        int? option = int.TryParse(form["option"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return Page(context, await desk.DecideAsync(token, form["verb"].ToString(), option, form["notes"].ToString(), cancellationToken), pictures, isAnswer: true);
    }

    private static IResult Page(HttpContext context, LinkView view, PictureLinks? pictures = null, bool isAnswer = false) => view switch
    {
        LinkView.Open open => Html.Page(context, open.Fault is null ? 200 : 422, open.Card.Title, CardHtml.Of(open.Card, open.Fault, hash => Local(pictures?.AddressOf(open.Link.Offer.Project, hash)))),
        LinkView.Over over => Html.Page(context, isAnswer && !over.IsNew ? 409 : 200, over.Card.Title, CardHtml.Of(over.Card, null, _ => null)),
        LinkView.Dead dead => Html.Page(context, 410, "Movie Chat", $"<h1>This link is over</h1>\n<p>{Html.Text(dead.Why)}</p>"),
        _ => Html.Page(context, 404, "Movie Chat", "<h1>There is no such link</h1>\n<p>It may have been cut when it was copied, or what it was about is gone. Ask for another one where you found it.</p>"),
    };

    /// <summary>On a page of ours pictures come from where the page does, however the service is reached.</summary>
    private static string? Local(string? address) => address is null ? null : new Uri(address).AbsolutePath;

    private static async Task<IResult> AskAsync(string token, HttpContext context, WriterBindings bindings, CancellationToken cancellationToken)
    {
        if (!bindings.TryRead(token, out var wish)) return Page(context, new LinkView.Unknown());
        return await bindings.WhyNotAsync(wish, cancellationToken) is { } over ? Page(context, new LinkView.Dead(over)) : Html.Page(context, 200, "Movie Chat", Question(wish, null));
    }

    private static async Task<IResult> BindAsync(string token, HttpContext context, WriterBindings bindings, Callers callers, CancellationToken cancellationToken)
    {
        if (!bindings.TryRead(token, out var wish)) return Page(context, new LinkView.Unknown());
        if (await bindings.WhyNotAsync(wish, cancellationToken) is { } over) return Page(context, new LinkView.Dead(over));
        var key = (await FormOf(context, cancellationToken))["key"].ToString().Trim();
        if (await callers.FindAsync(key, () => true, cancellationToken) is not { } caller) return Html.Page(context, 422, "Movie Chat", Question(wish, "This key opens nothing: look whether it is whole."));
        return await bindings.AcceptAsync(wish, caller.Writer, cancellationToken) is not null
            ? Html.Page(context, 200, "Movie Chat", $"<h1>Done</h1>\n<p>{Html.Text(wish.Name)} on {Html.Text(Name(wish.Surface))} writes as “{Html.Text(caller.Writer)}” from now on. Go back there and say help.</p>")
            : Page(context, new LinkView.Dead("The link was used before, and works once."));
    }

    private static string Question(BindingWish wish, string? fault) =>
        $"""
        <h1>Is this you?</h1>
        <p>Somebody called <strong>{Html.Text(wish.Name)}</strong> on {Html.Text(Name(wish.Surface))} wants to write as you. They will be able to do everything with your films that you can. If that is not you, close this page.</p>
        {(fault is null ? "" : $"<p class=\"fault\" role=\"alert\">{Html.Text(fault)}</p>")}
        <form method="post"><label for="key">Your Movie Chat key</label><input id="key" name="key" type="password" autocomplete="off" required maxlength="500"><button class="primary">Yes, that is me</button></form>
        """;

    private static string Name(string surface) => surface.Length == 0 ? surface : char.ToUpperInvariant(surface[0]) + surface[1..];

    private static async Task<IResult> PictureAsync(
        string project, string hash, string signature, HttpContext context, PictureLinks links, IProjectHost host, ProjectPictures pictures, PictureStore store, CancellationToken cancellationToken)
    {
        if (!Pictures.IsHash(hash) || !links.IsOwn(project, hash, signature)) throw new ProblemException(ProblemKinds.UnknownPicture);
        if (await host.FindAsync(project, cancellationToken) is not { } film || await pictures.FindAsync(film, hash, cancellationToken) is not { } found) throw new ProblemException(ProblemKinds.UnknownPicture);
        context.Response.Headers.CacheControl = ForEver;
        return TypedResults.Stream(await store.OpenAsync(hash, cancellationToken), found.MediaType);
    }

    /// <exception cref="ProblemException">It is no form, or a larger one than any of ours.</exception>
    private static async Task<IFormCollection> FormOf(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true) throw new ProblemException(ProblemKinds.NotForm);
        try
        {
            context.Request.EnableBuffering();
            return await context.Request.ReadFormAsync(new() { BufferBodyLengthLimit = MostForm, ValueCountLimit = 20, ValueLengthLimit = MostForm, KeyLengthLimit = 100 }, cancellationToken);
        }
        catch (InvalidDataException)
        {
            throw new ProblemException(ProblemKinds.TooLarge, $"A form has up to {MostForm} bytes: shorten what you wrote.");
        }
    }

    private const int MostForm = 64 * 1024;
}

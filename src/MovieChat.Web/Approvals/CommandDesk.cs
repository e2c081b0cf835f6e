using System.Globalization;
using System.Text.Json;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Notices;
using MovieChat.Core.Scripts;
using MovieChat.Storage;
using MovieChat.Web.Access;
using MovieChat.Web.Api;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Notices;
using MovieChat.Workflows.Projects;

namespace MovieChat.Web.Approvals;

/// <summary>What a writer may say to the service on another surface: <c>new</c>, <c>list</c>, <c>open</c>, <c>status</c>, <c>close</c>, <c>unlink</c>, <c>help</c>. The same everywhere.</summary>
internal sealed class CommandDesk(
    WriterBindings bindings, FrontEndTable places, OwnProjects own, ProjectStart start, ProjectTable listings, Subscriptions subscriptions, SubscriptionTable stored, NoticeTeller teller, ApprovalLinks links, WebSettings settings, TimeProvider clock)
{
    /// <summary>Most films that are listed, and most offers that are shown at once.</summary>
    private const int MostListed = 20, MostOffers = 5;

    /// <summary>Whether a text is a command, for surfaces on which commands and talk are said in the same place: with a slash in front, or the word of one,
    /// with more behind it only where that belongs to it. "Close the scene on her face" is said to the companion.</summary>
    public static bool IsCommand(string text)
    {
        var (verb, about) = Parted(text.TrimStart('/'));
        return IsWord(verb) && (about.Length == 0 || verb is "new" or "open" || text.StartsWith('/'));
    }

    /// <summary>Whether a text is the word of a command and nothing else. An empty one is: it asks for help.</summary>
    public static bool IsWord(string text) => text.ToLowerInvariant() is "" or "new" or "list" or "open" or "status" or "close" or "unlink" or "help";

    /// <summary>Does what a command says.</summary>
    /// <param name="text">As it was typed, without the slash and the service's name.</param>
    /// <param name="scope">What tells this command from every other one, and is the same when it is sent again.</param>
    public async Task<Reply> RunAsync(Speaker speaker, Place place, string text, string scope, CancellationToken cancellationToken)
    {
        var (verb, rest) = Parted(text);
        if (await bindings.FindAsync(speaker, cancellationToken) is not { } caller) return new Reply.Unbound(bindings.LinkFor(speaker));
        try
        {
            return verb switch
            {
                "new" => await NewAsync(caller, place, rest, scope, cancellationToken),
                "list" => await ListAsync(caller, cancellationToken),
                "open" => await OpenAsync(caller, place, rest, cancellationToken),
                "status" => await StatusAsync(caller, place, cancellationToken),
                "close" => await CloseAsync(caller, place, cancellationToken),
                "unlink" => await UnlinkAsync(speaker, cancellationToken),
                "" or "help" => Help(caller),
                _ => new Reply.Said($"I do not know “{Excerpt.Of(verb, 60)}”. Say new, list, open, status, close, unlink or help."),
            };
        }
        catch (ProblemException refused)
        {
            return new Reply.Said(refused.Problem.Detail);
        }
    }

    /// <summary>The film that is open in a conversation, as far as the caller may see it; null when none is.</summary>
    public async Task<WritingProject?> OpenFilmAsync(Caller caller, Place place, CancellationToken cancellationToken) =>
        await places.FindPlaceAsync(place.Surface, place.Realm, place.Conversation, cancellationToken) is { Project: { } project } ? await own.FindAsync(caller, project, cancellationToken) : null;

    private static (string Verb, string About) Parted(string text)
    {
        var trimmed = text.Trim();
        var end = trimmed.AsSpan().IndexOfAny(" \t\r\n");
        return end < 0 ? (trimmed.ToLowerInvariant(), "") : (trimmed[..end].ToLowerInvariant(), trimmed[end..].Trim());
    }

    private async Task<Reply> NewAsync(Caller caller, Place place, string rest, string scope, CancellationToken cancellationToken)
    {
        var lines = rest.ReplaceLineEndings("\n");
        var end = lines.AsSpan().IndexOfAny(":\n");
        var (title, about) = end < 0 ? (lines, "") : (lines[..end].Trim(), lines[(end + 1)..].Trim());
        if (title.Length == 0) return new Reply.Said("Say what the film is called, and after a colon what it is about: new The Last Ferry: a captain must choose between her island and her daughter.");
        var key = CommandKey.Of(caller.Writer, scope);
        var film = await own.FindAsync(caller, key.ProjectId, cancellationToken) ?? await BeginAsync(caller, key, title, about, cancellationToken);
        var subscription = await EnterAsync(caller, place, film, 0, cancellationToken);
        var begun = new Card
        {
            Title = film.Title,
            Lead = about.Length > 0
                ? "The film is begun, and ideas for it are being written. Every draft comes here for you to decide on."
                : "The film is begun. Tell me about it here: what it is, how it should feel, how long it is. I propose the brief, and every draft comes here for you to decide on.",
            Blocks = [new CardBlock.Fact("Open here", film.Title)],
            Actions = [new CardAction.Say("Status", "status"), new CardAction.Say("Help", "help")],
        };
        return new Reply.Shown([new ShownCard(begun, Subscription: subscription.Id)]);
    }

    private async Task<WritingProject> BeginAsync(Caller caller, CommandKey key, string title, string about, CancellationToken cancellationToken)
    {
        var brief = about.Length == 0 ? (JsonElement?)null : JsonSerializer.SerializeToElement(new Brief { Notes = about }, FilmJson.Readable.Brief);
        var intake = await start.PrepareAsync(key.ProjectId, new() { Title = title, Brief = brief }, Budget.Of(settings.Tokens, settings.Pictures), caller.Writer, key.Id, cancellationToken);
        return await own.SubmitAsync(key.ProjectId, intake.CommandOrProblem(_ => "brief"), key, cancellationToken);
    }

    private async Task<Reply> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        var films = await FilmsAsync(caller, cancellationToken);
        if (films.Count == 0) return new Reply.Shown(new Card { Title = "Your films", Lead = "You have none yet. Say: new, its title, a colon, and what it is about." });
        return new Reply.Shown(new Card
        {
            Title = "Your films",
            Lead = films.Count == MostListed ? $"The first {MostListed}:" : films.Count == 1 ? "One:" : $"{films.Count}:",
            Blocks = [.. films.Select((film, index) => (CardBlock)new CardBlock.Entry($"{index + 1}. {film.Title}: {Standing(film)}"))],
            Actions = [.. films.Take(MostOffers).Select((film, index) => new CardAction.Say($"Open {index + 1}", $"open {film.Id}"))],
        });
    }

    private async Task<IReadOnlyList<ProjectListing>> FilmsAsync(Caller caller, CancellationToken cancellationToken) => await listings.ListAsync(caller.Writer, MostListed, null, cancellationToken);

    private static string Standing(ProjectListing film) => film.Status switch
    {
        ProjectStatus.AwaitingWriter when film.Awaiting > 0 => film.Awaiting == 1 ? "one document awaits you" : $"{film.Awaiting} documents await you",
        ProjectStatus.AwaitingWriter => "waits for you",
        ProjectStatus.Working => film.Awaiting > 0 ? $"working; {film.Awaiting} to decide on" : "working",
        ProjectStatus.Complete => "complete",
        _ => "paused",
    };

    private async Task<Reply> OpenAsync(Caller caller, Place place, string rest, CancellationToken cancellationToken)
    {
        if (rest.Length == 0) return new Reply.Said("Say which film to open: its number in the list, its id, or how its title begins.");
        if (await ChosenAsync(caller, rest, cancellationToken) is not { } film) return new Reply.Said($"You have no film “{Excerpt.Of(rest, 60)}”: say list to see yours.");
        await EnterAsync(caller, place, film, film.Revision, cancellationToken);
        return await ShowAsync(film, place, $"Open here from now on. {Standing(ProjectListing.Of(film))}.", cancellationToken);
    }

    private async Task<WritingProject?> ChosenAsync(Caller caller, string chosen, CancellationToken cancellationToken)
    {
        if (await own.FindAsync(caller, chosen, cancellationToken) is { } named) return named;
        var films = await FilmsAsync(caller, cancellationToken);
        var listed = int.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= films.Count
            ? films[number - 1]
            : films.FirstOrDefault(film => film.Title.StartsWith(chosen, StringComparison.OrdinalIgnoreCase));
        return listed is null ? null : await own.FindAsync(caller, listed.Id, cancellationToken);
    }

    private async Task<Reply> StatusAsync(Caller caller, Place place, CancellationToken cancellationToken) =>
        await OpenFilmAsync(caller, place, cancellationToken) is { } film
            ? await ShowAsync(film, place, $"{Capital(Standing(ProjectListing.Of(film)))}.", cancellationToken)
            : NothingOpen;

    /// <summary>Where a film stands, and the first of what awaits its writer.</summary>
    private async Task<Reply> ShowAsync(WritingProject film, Place place, string lead, CancellationToken cancellationToken)
    {
        var graph = new FilmGraph(film);
        var awaiting = graph.Awaiting.ToArray();
        var groups = graph.Documents.GroupBy(graph.Status).OrderBy(group => group.Key).Select(group => (CardBlock)new CardBlock.Fact(Words(group.Key), $"{group.Count()}"));
        var summary = new Card
        {
            Title = film.Title,
            Lead = awaiting.Length > MostOffers ? $"{lead} The first {MostOffers} of {awaiting.Length}:" : lead,
            Blocks = [.. groups],
        };
        var subscription = place.Subscription;
        var cards = new List<ShownCard> { new(summary, Subscription: subscription) };
        foreach (var offer in awaiting.Take(MostOffers).Select(document => Offer.Of(film, document)).OfType<Offer>())
        {
            cards.Add(new(await teller.CardAsync(film, offer, await links.ForReadingAsync(offer, film.Owner, place.Surface, cancellationToken), cancellationToken), offer, subscription));
        }

        return new Reply.Shown(cards);
    }

    private async Task<Reply> CloseAsync(Caller caller, Place place, CancellationToken cancellationToken)
    {
        if (await OpenFilmAsync(caller, place, cancellationToken) is not { } film) return NothingOpen;
        await stored.DeleteAsync(film.Id, place.Subscription, cancellationToken);
        await places.PutPlaceAsync(place.Surface, place.Realm, place.Conversation, new(null), clock.GetUtcNow(), cancellationToken);
        return new Reply.Said($"“{film.Title}” is closed here: nothing of it comes here any more. It goes on all the same.");
    }

    private async Task<Reply> UnlinkAsync(Speaker speaker, CancellationToken cancellationToken)
    {
        await bindings.UnbindAsync(speaker, cancellationToken);
        return new Reply.Said("I do not know you any more. What is open in conversations still comes there.");
    }

    /// <summary>What happens in the film is told in this conversation from now on.</summary>
    private async Task<Subscription> EnterAsync(Caller caller, Place place, WritingProject film, long cursor, CancellationToken cancellationToken)
    {
        await places.PutPlaceAsync(place.Surface, place.Realm, place.Conversation, new(film.Id), clock.GetUtcNow(), cancellationToken);
        return await subscriptions.ForPlaceAsync(film, place.Surface, place.Target, caller.Writer, cursor, cancellationToken);
    }

    private static Reply.Shown Help(Caller caller) => new(new Card
    {
        Title = "Movie Chat",
        Lead = $"You write as “{caller.Writer}”. Nothing becomes part of a film until you say so.",
        Blocks =
        [
            new CardBlock.Fact("new Title: what it is about", "begins a film, and opens it here"),
            new CardBlock.Fact("list", "your films"),
            new CardBlock.Fact("open 2, or a title", "opens a film here: its drafts come to this conversation"),
            new CardBlock.Fact("status", "where the open film stands, and what awaits you"),
            new CardBlock.Fact("close", "nothing of the film comes here any more"),
            new CardBlock.Fact("unlink", "forgets which writer you are"),
            new CardBlock.Paragraph("Anything else that you say to me is a talk about the open film. A thread is a talk of its own."),
        ],
        Actions = [new CardAction.Say("List", "list"), new CardAction.Say("Status", "status")],
    });

    /// <summary>What is said where a film must be open and none is.</summary>
    public static Reply.Said NothingOpen { get; } = new("No film is open here: say list, and open one, or begin a new one.");

    private static string Words(DocumentStatus status) => status switch
    {
        DocumentStatus.AwaitingApproval => "Awaiting you",
        _ => status.ToString(),
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

using System.Globalization;
using System.Text.Json;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Notices;

/// <summary>The text of one option of a draft.</summary>
/// <param name="Content">JSON in the form of its document.</param>
public sealed record OptionText(int Number, string Content);

/// <summary>What a writer is asked about one document, in words: the same on every surface.</summary>
public static class OfferCards
{
    /// <param name="project">The project as it is now.</param>
    /// <param name="options">The texts of the offered draft; empty where there is none.</param>
    /// <param name="link">Where the draft is to be read whole.</param>
    /// <exception cref="JsonException">A text has not the form of its document.</exception>
    public static Card Of(WritingProject project, Offer offer, IReadOnlyList<OptionText> options, string? link)
    {
        var graph = new FilmGraph(project);
        var card = new Card { Title = project.Title, Lead = "", Link = link };
        return offer.Status switch
        {
            DocumentStatus.Stale => Stale(card, graph, offer),
            DocumentStatus.Failed => Failed(card, project, graph, offer),
            _ => Ready(card, graph, offer, options),
        };
    }

    /// <summary>The card once its question was answered: short, and with nothing left to do.</summary>
    public static Card Answered(string title, Offer offer, Fate fate) => new()
    {
        Title = title,
        Lead = offer.Draft > 0 ? $"{DocumentNames.Of(offer.Document)}, draft {offer.Draft}." : $"{DocumentNames.Of(offer.Document)}.",
        Outcome = string.Create(CultureInfo.InvariantCulture, $"{fate.Said} ({By(fate)}{fate.At.UtcDateTime:d MMMM yyyy, HH:mm} UTC)"),
    };

    /// <summary>What is asked for before <paramref name="answer"/> is given; null when nothing is, or it is more than a form holds.</summary>
    /// <param name="content">The text of the option that the answer is about.</param>
    public static CardForm? FormOf(Answer answer, string? content) => answer.Verb switch
    {
        "revise" => new(answer, $"Change {DocumentNames.Within(answer.Offer.Document)}", "Ask for it", [Notes("What is to change?", isRequired: true)]),
        "options" => new(answer, "More options", "Ask for them", [Notes("Any wish? It may stay empty.", isRequired: false)]),
        "stuck" => new(answer, "I'm stuck", "Ask for tips", [Notes("What is hard about it? It may stay empty.", isRequired: false)]),
        "redraft" => new(answer, "A new draft", "Ask for it", [Notes("Any wish? It may stay empty.", isRequired: false)]),
        "skip" => new(answer, "Do without it", "Skip it", [Notes("Why? The reason is kept with the film.", isRequired: true)]),
        "edit" when content is not null && EditFields.Of(content) is { } fields => new(answer, $"Edit {DocumentNames.Within(answer.Offer.Document)}", "Approve this", fields),
        _ => null,
    };

    /// <summary>The id of the field in which a form asks for notes.</summary>
    public const string NotesField = "notes";

    private static CardField Notes(string label, bool isRequired) => new(NotesField, label, "", IsLong: true, isRequired, EditFields.MostCharacters);

    private static string By(Fate fate) => fate.By is WritingProject.Service or WritingProject.Companion ? "" : $"{fate.By}, ";

    private static Card Ready(Card card, FilmGraph graph, Offer offer, IReadOnlyList<OptionText> options)
    {
        var name = $"Draft {offer.Draft} of {DocumentNames.Within(offer.Document)}";
        ValueList<CardAction> general = [.. OfDraft(graph, offer)];
        if (options is [var only])
        {
            return card with
            {
                Lead = $"{name} is ready.",
                Blocks = DocumentBlocks.Of(offer.Document, only.Content),
                Actions = [.. OfOption(graph, offer, only, isAlone: true), .. general],
            };
        }

        return card with
        {
            Lead = $"{name} is ready: {options.Count} options to choose from.",
            Options = [.. options.Select(option => new CardOption(option.Number, $"Option {option.Number}", DocumentBlocks.Of(offer.Document, option.Content), [.. OfOption(graph, offer, option, isAlone: false)]))],
            Actions = general,
        };
    }

    private static IEnumerable<CardAction> OfOption(FilmGraph graph, Offer offer, OptionText option, bool isAlone)
    {
        yield return new CardAction.Decide(isAlone ? "Approve" : $"Choose {option.Number}", new(offer, "approve", option.Number)) { IsPrimary = true };
        if (!graph.Rule(offer.Document).ByWriterAlone) yield return new CardAction.Fill("Change…", new(offer, "revise", option.Number));
        if (EditFields.Of(option.Content) is not null) yield return new CardAction.Fill("Edit…", new(offer, "edit", option.Number));
    }

    private static IEnumerable<CardAction> OfDraft(FilmGraph graph, Offer offer)
    {
        var rule = graph.Rule(offer.Document);
        if (!rule.ByWriterAlone) yield return new CardAction.Decide("More options", new(offer, "options"));
        yield return new CardAction.Fill("I'm stuck…", new(offer, "stuck"));
        if (rule.MaySkip) yield return new CardAction.Fill("Skip…", new(offer, "skip"));
    }

    private static Card Stale(Card card, FilmGraph graph, Offer offer)
    {
        var cost = graph.Cost(offer.Document);
        var then = graph.MadeFrom(offer.Document);
        return card with
        {
            Lead = $"{DocumentNames.Of(offer.Document)} is stale: something that it was made from has changed.",
            Blocks =
            [
                .. graph.StaleBecause(offer.Document).Select(cause => (CardBlock)new CardBlock.Entry(Said(cause))),
                new CardBlock.Fact("A new draft costs about", Priced(cost)),
                .. then.Count > 0 ? [new CardBlock.Fact("Then stale as well", string.Join(", ", then.Select(DocumentNames.Of)))] : (CardBlock[])[],
            ],
            Actions = [new CardAction.Decide("Keep it as it is", new(offer, "keep")) { IsPrimary = true }, new CardAction.Fill("Draft it anew…", new(offer, "redraft"))],
        };
    }

    private static string Said(StaleCause cause)
    {
        var before = cause.Was is { } was ? $"was draft {was.Draft}" : "was skipped";
        var now = cause.Now is { } approved ? $"is draft {approved.Draft}" : "is skipped";
        return $"{DocumentNames.Of(cause.Document)} {before} and {now} now.";
    }

    private static Card Failed(Card card, WritingProject project, FilmGraph graph, Offer offer)
    {
        var failure = project.Document(offer.Document).Failed?.Failure;
        return card with
        {
            Lead = $"{DocumentNames.Of(offer.Document)} could not be drafted.",
            Blocks = failure is null ? [] : [new CardBlock.Paragraph(failure.Message), new CardBlock.Fact("What to do", failure.Remedy)],
            Actions =
            [
                new CardAction.Decide("Try again", new(offer, "redraft")) { IsPrimary = true },
                .. graph.Rule(offer.Document).MaySkip ? [new CardAction.Fill("Skip…", new(offer, "skip"))] : (CardAction[])[],
            ],
        };
    }

    private static string Priced(Usage usage) => string.Join(" and ", Parts(usage));

    private static IEnumerable<string> Parts(Usage usage)
    {
        if (usage.Tokens > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{usage.Tokens:N0} tokens");
        if (usage.Pictures > 0) yield return usage.Pictures == 1 ? "a picture" : $"{usage.Pictures} pictures";
    }
}

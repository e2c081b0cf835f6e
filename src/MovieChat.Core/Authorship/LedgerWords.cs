using System.Globalization;

namespace MovieChat.Core.Authorship;

/// <summary>What a ledger says in plain words.</summary>
internal static class LedgerWords
{
    public static IReadOnlyList<string> Method { get; } =
    [
        "The ledger is read from the film's journal, in which every draft and every decision is entered when it happens, and from the drafts as they were stored then. Neither is changed later.",
        "Each word of a document is traced back through its drafts. A word that stood in the draft before keeps its author; any other word belongs to the author of the draft that brought it in. A draft of the writer's starts from the draft that was before the writer at that moment, a model's from the draft that it was asked to change.",
        "A sentence that keeps less than a third of its words counts as new as a whole, because common words recur by chance. Ten words or more in a row that stood in any earlier draft of the document stay with their author, also where they were moved.",
        "Words are counted without punctuation, names of fields and ids. Scripts that put no spaces between words are counted by characters.",
        "What a companion proposed in a chat counts as a model's text, also where it took up what the writer had said there. What the writer brought to the film or edited counts as the writer's, whatever it was written with elsewhere.",
        "Percentages have one decimal and are rounded so that they sum up to 100. This is a record of how the film was made, and no legal advice.",
    ];

    public static IReadOnlyList<string> Statement(AuthorshipLedger ledger) =>
    [
        .. new[] { Words(ledger), Scenes(ledger), Pictures(ledger), Approvals(ledger) }.OfType<string>(),
    ];

    /// <summary>How a document came about, as people say it.</summary>
    public static string Of(Origin origin) => origin switch
    {
        Origin.Writer => "written by the writer",
        Origin.Model => "written by a model",
        Origin.ModelEditedByWriter => "a model's draft, edited by the writer",
        _ => "the writer's text, revised by a model",
    };

    public static string Percent(decimal percent) => percent.ToString("0.0", CultureInfo.InvariantCulture) + " %";

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>The share of the writer, whichever name they write under.</summary>
    public static decimal OfWriter(IEnumerable<Share> shares) => shares.Where(share => share.By == TextAuthor.Writer).Sum(share => share.Percent);

    private static string Words(AuthorshipLedger ledger)
    {
        var (words, shares) = (ledger.Totals.Words.Words, ledger.Totals.Words.Shares);
        if (words == 0) return "No word of the film is approved yet.";
        var models = Names(shares.Where(share => share.By == TextAuthor.Model).Select(share => share.Name));
        var said = $"Of the {Number(words)} words in the film's {Count(ledger.Documents.Count, "document")}, {Percent(OfWriter(shares))} are the writer's";
        return models.Length == 0 ? $"{said}: no model's word is left in them." : $"{said} and {Percent(100 - OfWriter(shares))} were written by {models}.";
    }

    private static string? Scenes(AuthorshipLedger ledger)
    {
        var (scenes, spoken) = (ledger.Totals.Scenes, ledger.Totals.Spoken);
        if (scenes.Words == 0) return null;
        var said = $"Of the {Number(scenes.Words)} words of the written scenes, {Percent(OfWriter(scenes.Shares))} are the writer's";
        return spoken.Words == 0 ? $"{said}." : $"{said}; of the {Number(spoken.Words)} words that are spoken in them, {Percent(OfWriter(spoken.Shares))}.";
    }

    private static string? Pictures(AuthorshipLedger ledger)
    {
        if (ledger.Pictures.Count == 0) return null;
        var rendered = ledger.Pictures.Where(picture => picture.By == TextAuthor.Model).ToArray();
        var own = ledger.Pictures.Count - rendered.Length;
        if (rendered.Length == 0) return $"{(own == 1 ? "The film's one picture is" : $"All {own} pictures are")} the writer's own.";
        var said = $"Of the film's {Count(ledger.Pictures.Count, "picture")}, {rendered.Length} {(rendered.Length == 1 ? "was" : "were")} rendered by {Names(rendered.Select(picture => picture.Author))}";
        return own == 0 ? $"{said}." : $"{said}, and {own} {(own == 1 ? "is" : "are")} the writer's own.";
    }

    private static string Approvals(AuthorshipLedger ledger)
    {
        var approvals = ledger.Documents.Select(each => each.Approval).Concat(ledger.Pictures.Select(each => each.Approval)).ToArray();
        var awaiting = approvals.Count(approval => approval is null);
        var said = $"As of {Time(ledger.AsOf)}. Nothing became part of the film without the writer's decision: each document told of here was approved, or brought, by the writer, at the time given with it";
        return awaiting == 0 ? $"{said}." : $"{said}, but for {Count(awaiting, "draft")} that still {(awaiting == 1 ? "awaits" : "await")} it and {(awaiting == 1 ? "is" : "are")} marked so.";
    }

    private static string Count(int count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>Models by name; only the first ones, should there be many.</summary>
    private static string Names(IEnumerable<string> models)
    {
        const int most = 3;
        var names = models.Distinct().Order(StringComparer.Ordinal).ToArray();
        var shown = names.Take(most).Select(name => name.Length > 60 ? name[..60] + "…" : name).ToArray();
        return names.Length switch
        {
            0 => "",
            1 => $"the model {shown[0]}",
            <= most => $"the models {string.Join(", ", shown[..^1])} and {shown[^1]}",
            _ => $"the models {string.Join(", ", shown)} and {names.Length - most} more",
        };
    }
}

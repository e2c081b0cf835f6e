using MovieChat.Core.Film;
using MovieChat.Core.Scripts;
using MovieChat.Core.Scripts.Comparing;
using MovieChat.Storage;
using MovieChat.Workflows.Imports;

namespace MovieChat.Web.Api.Imports;

/// <summary>One line of the list of imports.</summary>
/// <param name="Format"><c>fountain</c> or <c>fdx</c>.</param>
/// <param name="Title">From the script's title page; missing without one.</param>
/// <param name="At">When it was sent.</param>
/// <param name="Bytes">Its length.</param>
public sealed record ImportItem(string Id, string Format, string? Title, DateTimeOffset At, long Bytes)
{
    internal static ImportItem Of(StoredImport stored) => new(stored.Id, stored.Format, stored.Title.Length > 0 ? stored.Title : null, stored.At, stored.Length);
}

/// <summary>A script that you sent, and what it would change in the film as it is approved now. Nothing of it is part of the film before you decide.</summary>
/// <param name="Revision">Of the project by which the difference was worked out: a decision on it names it.</param>
/// <param name="Counts">How many documents are added, changed, removed, and the same.</param>
/// <param name="NewSpeakers">Who speaks in it and is in no cast of the film: whom the changes name by these ids.</param>
/// <param name="Changes">The documents that it would change: the cast, the list of scenes, then the dialogues in the script's order.</param>
/// <param name="Remarks">What of the file was left out, or taken otherwise than it stands.</param>
/// <param name="IsCut">Whether differences were too long to be told whole.</param>
public sealed record ImportView(
    string Id,
    string Format,
    string? Title,
    DateTimeOffset At,
    long Bytes,
    long Revision,
    ImportCounts Counts,
    IReadOnlyList<NewSpeakerItem> NewSpeakers,
    IReadOnlyList<ImportChangeItem> Changes,
    IReadOnlyList<ImportRemarkItem> Remarks,
    bool IsCut)
{
    /// <summary>Most characters that all differences told have together.</summary>
    private const int MostText = 200_000;

    internal static ImportView Of(Import import)
    {
        var (stored, revision, difference) = import;
        var teller = new ElementDifference(MostText);
        ImportChangeItem[] changes = [.. difference.Changes.Select(change => ImportChangeItem.Of(change, teller))];
        var counts = new ImportCounts(Count(ChangeKind.Added), Count(ChangeKind.Changed), Count(ChangeKind.Removed), difference.Same.Count);
        var item = ImportItem.Of(stored);
        NewSpeakerItem[] speakers = [.. difference.NewSpeakers.Select(speaker => new NewSpeakerItem(speaker.Id, speaker.Name))];
        return new(item.Id, item.Format, item.Title, item.At, item.Bytes, revision, counts, speakers, changes, [.. difference.Remarks.Select(remark => new ImportRemarkItem(remark.Line, remark.Text))], teller.IsCut);

        int Count(ChangeKind kind) => difference.Changes.Count(change => change.Kind == kind);
    }
}

public sealed record NewSpeakerItem(string Id, string Name);

public sealed record ImportCounts(int Added, int Changed, int Removed, int Same);

/// <param name="Line">Of the script, from 1.</param>
public sealed record ImportRemarkItem(int Line, string Text);

/// <summary>What would become of one document.</summary>
/// <param name="Document">Its id, by which a decision may name it.</param>
/// <param name="Heading">Of a dialogue: its scene's heading.</param>
/// <param name="Needs">The changes without which this one can not be taken.</param>
/// <param name="Faults">Why it can not be taken; missing when it can.</param>
/// <param name="Elements">Of a dialogue that is there and changes: what becomes of its elements.</param>
/// <param name="Scenes">Of the list of scenes: what becomes of each scene that does not stay as it is.</param>
/// <param name="People">Of the cast: who is new.</param>
public sealed record ImportChangeItem(
    string Document,
    ChangeKind Change,
    string? Heading,
    IReadOnlyList<string>? Needs,
    IReadOnlyList<ImportFaultItem>? Faults,
    IReadOnlyList<ElementChangeItem>? Elements,
    IReadOnlyList<SceneChangeItem>? Scenes,
    IReadOnlyList<NewPersonItem>? People)
{
    internal static ImportChangeItem Of(ScriptChange change, ElementDifference teller) => new(
        change.Document.ToString(),
        change.Kind,
        change.Heading,
        Some(change.Needs.Select(need => need.ToString())),
        Some(change.Faults.Select(ImportFaultItem.Of)),
        change is { Kind: ChangeKind.Changed, Document.Kind: "dialogue" } ? [.. teller.Tell(change.Before, change.After).Select(ElementChangeItem.Of)] : null,
        Some(change.Scenes.Select(SceneChangeItem.Of)),
        Some(change.People.Select(person => new NewPersonItem(person.Id, person.Name, person.OneLine))));

    private static T[]? Some<T>(IEnumerable<T> items) => items.ToArray() is { Length: > 0 } some ? some : null;
}

/// <param name="Line">Of the script, from 1; missing when it is not one place.</param>
/// <param name="Heading">Of the scene that it is in.</param>
/// <param name="Path">In the document's content.</param>
public sealed record ImportFaultItem(int? Line, string? Heading, string Path, string Message)
{
    internal static ImportFaultItem Of(PlacedFault fault) => new(fault.Line, fault.Heading, fault.Path, fault.Message);
}

/// <param name="Op"><c>same</c>, <c>added</c>, <c>removed</c>, or <c>changed</c>.</param>
/// <param name="Type">action, character, parenthetical, dialogue or transition; missing for elements that stay.</param>
/// <param name="Count">How many elements stay; missing for one that does not.</param>
/// <param name="Words">The text in pieces that stay, come and go.</param>
public sealed record ElementChangeItem(DifferenceOp Op, string? Type, int? Count, IReadOnlyList<WordChangeItem>? Words)
{
    internal static ElementChangeItem Of(ElementChange change) => change.Op is DifferenceOp.Same
        ? new(change.Op, null, change.Count, null)
        : new(change.Op, change.Type, null, [.. change.Words.Select(word => new WordChangeItem(word.Op, word.Text))]);
}

public sealed record WordChangeItem(DifferenceOp Op, string Text);

/// <param name="Scene">The scene's id.</param>
/// <param name="Number">In the script; of a scene that is gone, in the film.</param>
/// <param name="Was">What the film has otherwise; missing for a scene that is added or removed.</param>
/// <param name="IsMoved">Whether it stands elsewhere among the others than in the film.</param>
public sealed record SceneChangeItem(string Scene, ChangeKind Change, int Number, string Heading, string? Summary, IReadOnlyList<string>? Characters, SceneWasItem? Was, bool IsMoved)
{
    private const int MostSummary = 1_000;

    /// <summary>A summary as it is told; what no film may have would be endless.</summary>
    internal static string Cut(string summary) => Excerpt.Of(summary, MostSummary);

    internal static SceneChangeItem Of(SceneChange change)
    {
        var scene = change.After ?? change.Before!;
        var kind = change.Before is null ? ChangeKind.Added : change.After is null ? ChangeKind.Removed : ChangeKind.Changed;
        return new(
            scene.Id,
            kind,
            scene.Number,
            scene.Heading.ToString(),
            kind is ChangeKind.Added || change.Before?.Summary != scene.Summary ? Cut(scene.Summary) : null,
            kind is ChangeKind.Added || change.Before?.Characters.SequenceEqual(scene.Characters) == false ? scene.Characters : null,
            kind is ChangeKind.Changed ? SceneWasItem.Of(change.Before!, scene) : null,
            change.IsMoved);
    }
}

/// <summary>What of a scene was otherwise; what stays is missing.</summary>
public sealed record SceneWasItem(int? Number, string? Heading, string? Summary, IReadOnlyList<string>? Characters)
{
    internal static SceneWasItem Of(Scene before, Scene after) => new(
        before.Number != after.Number ? before.Number : null,
        before.Heading.ToString() != after.Heading.ToString() ? before.Heading.ToString() : null,
        before.Summary != after.Summary ? SceneChangeItem.Cut(before.Summary) : null,
        before.Characters.SequenceEqual(after.Characters) ? null : before.Characters);
}

/// <param name="OneLine">What the script says of them.</param>
public sealed record NewPersonItem(string Id, string Name, string OneLine);

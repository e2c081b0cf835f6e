using MovieChat.Core.Journey;

namespace MovieChat.Workflows.Projects;

/// <summary>The draft of a document that stands in the film.</summary>
/// <param name="IsApproved">False for what awaits the writer.</param>
public readonly record struct ChosenDraft(Draft Draft, int Option, bool IsApproved)
{
    /// <param name="withDrafts">Where nothing is approved, or what is was reopened, the first option of what awaits stands in.</param>
    /// <returns>Null when nothing does, or the film does without.</returns>
    public static ChosenDraft? Of(DocumentState document, bool withDrafts)
    {
        if (document.Skipped is not null) return null;
        if (withDrafts && document.Draft is { } draft && (document.Approved is null || document.Open)) return new(draft, draft.Options[0].Number, IsApproved: false);
        return document.Approved is { } approved ? new(approved.Draft, approved.Option, IsApproved: true) : null;
    }
}

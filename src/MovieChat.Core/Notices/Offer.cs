using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Notices;

/// <summary>A question to the writer: one document as it stood when it was shown, to be answered once, wherever that is.</summary>
/// <param name="Draft">The number of the draft shown; 0 when there was none.</param>
/// <param name="Status">How the document stood then: awaiting approval, stale or failed.</param>
public sealed record Offer(string Project, DocumentId Document, int Draft, DocumentStatus Status)
{
    /// <summary>What is asked of the writer about a document as it stands now; null when nothing is.</summary>
    public static Offer? Of(WritingProject project, DocumentId document)
    {
        var graph = new FilmGraph(project);
        if (!graph.Has(document)) return null;
        return graph.Status(document) is var status and (DocumentStatus.AwaitingApproval or DocumentStatus.Stale or DocumentStatus.Failed)
            ? new(project.Id, document, project.Document(document).Draft?.Number ?? 0, status)
            : null;
    }

    /// <summary>Whether the writer can still answer it.</summary>
    public bool IsOpen(WritingProject project) => Of(project, Document) == this;
}

/// <summary>One answer to an offer, as a button or a form carries it.</summary>
/// <param name="Verb">A verb of the writer's; see <c>DecisionRequest</c>.</param>
/// <param name="Option">The option that it is about; null for the draft as a whole.</param>
public sealed record Answer(Offer Offer, string Verb, int? Option = null)
{
    private const string Version = "1";

    /// <summary>Text of visible ASCII, up to 300 characters, that <see cref="TryParse"/> reads again: <c>1|{project}|{document}|{draft}|{status}|{verb}|{option}</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Version}|{Offer.Project}|{Offer.Document}|{Offer.Draft}|{Offer.Status}|{Verb}|{Option}");

    public static bool TryParse(string? text, [NotNullWhen(true)] out Answer? answer)
    {
        answer = null;
        if (text is not { Length: <= 300 } || text.Split('|') is not [Version, var project, var document, var draft, var status, var verb, var option]) return false;
        if (!DocumentId.TryParse(document, out var id) || !Enum.TryParse<DocumentStatus>(status, out var stood) || !Enum.IsDefined(stood)) return false;
        if (!int.TryParse(draft, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        int? chosen = null;
        if (option.Length > 0)
        {
            if (!int.TryParse(option, NumberStyles.None, CultureInfo.InvariantCulture, out var found)) return false;
            chosen = found;
        }

        answer = new(new(project, id, number, stood), verb, chosen);
        return true;
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;

namespace MovieChat.Workflows.Projects;

/// <summary>A decision as a front-end sends it.</summary>
public sealed record DecisionRequest
{
    /// <summary>approve, revise, edit, options, stuck, skip, reopen, restore, keep, redraft or intentional.</summary>
    public required string Verb { get; init; }

    /// <summary>The number of the draft that the writer saw; of <c>restore</c>, the older draft. May be missing while there is no draft.</summary>
    public int? Draft { get; init; }

    public int? Option { get; init; }

    /// <summary>What to change (revise), what hurts (stuck), the reason (skip), a wish (options, redraft).</summary>
    public string? Notes { get; init; }

    /// <summary>With revise: the words that alone may change. They stand in the option exactly once.</summary>
    public string? Passage { get; init; }

    /// <summary>With revise: the part that alone may change, by property, id, name or number.</summary>
    public string? Part { get; init; }

    /// <summary>With edit: the document's content.</summary>
    public JsonElement? Content { get; init; }

    /// <summary>With options: how many more.</summary>
    public int? Count { get; init; }

    /// <summary>With intentional: the id of the note that points out what is meant so.</summary>
    public string? NoteId { get; init; }

    /// <summary>With intentional: false takes the mark back.</summary>
    public bool? Intentional { get; init; }

    /// <summary>How the document stood when the writer saw it: the decision counts only as long as it stands so. Of several answers to one question the first
    /// one counts.</summary>
    public DocumentStatus? IfStatus { get; init; }

    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>What a decision, or a project to start, comes to before it is handed to the project.</summary>
public abstract record Intake
{
    private Intake()
    {
    }

    public sealed record Ready(Command Command) : Intake;

    public sealed record Refused(Rejection Rejection) : Intake;

    /// <summary>The writer's content breaks the rules of its document.</summary>
    public sealed record Faulty(DocumentId Document, IReadOnlyList<Fault> Faults) : Intake;
}

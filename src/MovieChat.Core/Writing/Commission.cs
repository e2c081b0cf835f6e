using MovieChat.Core.Film;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Writing;

/// <summary>One order with all it takes to carry it out.</summary>
/// <param name="Options">How many options a first draft of the kind holds.</param>
/// <param name="Film">What is approved, as the order's author may see it.</param>
/// <param name="Earlier">The options of the draft that the order starts from; empty when there is none.</param>
public sealed record Commission(string Project, WorkOrder Order, int Options, Screenplay Film, IReadOnlyList<WrittenOption> Earlier)
{
    /// <summary>The ideas of the writer's other films, for new ideas to keep away from. Empty for every other document.</summary>
    public IReadOnlyList<OtherFilm> Others { get; init; } = [];

    /// <summary>What the writer stated about the film that concerns the document.</summary>
    public IReadOnlyList<string> Stated { get; init; } = [];

    public string Kind => Order.Document.Kind;

    public string? Key => Order.Document.Key;

    public Request Request => Order.Request;
}

/// <param name="Number">The option's number in the draft.</param>
/// <param name="Content">JSON, byte for byte as it is stored.</param>
public sealed record WrittenOption(int Number, string Content);

/// <summary>What became of a commission.</summary>
public abstract record Writing
{
    private Writing()
    {
    }

    public ModelUsage Usage { get; init; } = ModelUsage.None;

    public string? Model { get; init; }

    /// <param name="Remarks">What the model wants the writer to know, such as what it could not do.</param>
    public sealed record Draft(IReadOnlyList<WrittenOption> Options, IReadOnlyList<DraftOption> Outlines, string? Remarks) : Writing;

    /// <param name="Answer">JSON of a <see cref="TipsAnswer"/>.</param>
    public sealed record Tips(string Answer) : Writing;

    public sealed record Failed(Failure Failure) : Writing;
}

/// <summary>Tokens of all the calls that one commission took.</summary>
public sealed record ModelUsage(long InputTokens, long OutputTokens, int Calls)
{
    public static ModelUsage None { get; } = new(0, 0, 0);

    public static ModelUsage operator +(ModelUsage left, ModelUsage right) =>
        new(left.InputTokens + right.InputTokens, left.OutputTokens + right.OutputTokens, left.Calls + right.Calls);

    public long Tokens => InputTokens + OutputTokens;
}

using MovieChat.Core.Journey;

namespace MovieChat.Core.Chatting;

/// <summary>A chat as the companion knows it: the fold of its transcript. It stays small however long the chat is: older exchanges are told in
/// <see cref="Summary"/>, and stand whole in the transcript alone.</summary>
/// <remarks>The whole session is <see cref="Decide"/>, <see cref="On"/> and <see cref="Owed"/>, all three pure.</remarks>
public sealed partial record ChatSession
{
    /// <summary>The chat before its first event.</summary>
    public static ChatSession None { get; } = new();

    public string Id { get; init => field = value ?? ""; } = "";

    public string Project { get; init => field = value ?? ""; } = "";

    /// <summary>Empty until the writer gives one or the companion proposes one.</summary>
    public string Title { get; init => field = value ?? ""; } = "";

    /// <summary>The document that the chat is about; null for the whole film.</summary>
    public DocumentId? Focus { get; init; }

    /// <summary>The sequence of the last event in this state; 0 before the first.</summary>
    public long Revision { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>How many messages were said, by both.</summary>
    public long Messages { get; init; }

    /// <summary>What was said up to <see cref="FoldedTo"/>, in short.</summary>
    public string Summary { get; init => field = value ?? ""; } = "";

    /// <summary>The sequence of the last message that <see cref="Summary"/> tells of; 0 when it tells of none.</summary>
    public long FoldedTo { get; init; }

    /// <summary>The exchanges after that, oldest first; those not answered yet at the end.</summary>
    public ValueList<Exchange> Window { get; init => field = value ?? []; } = [];

    /// <summary>The turns that have no end yet: the first is being taken, the others wait for it.</summary>
    public ValueList<Turn> Turns { get; init => field = value ?? []; } = [];

    public BranchPoint? BranchedFrom { get; init; }

    public bool Deleted { get; init; }

    /// <summary>The chat after <paramref name="entry"/>. An event it has seen before changes nothing.</summary>
    /// <exception cref="InvalidOperationException">An event before this one is missing.</exception>
    public ChatSession On(ChatEntry entry)
    {
        if (entry.Sequence <= Revision) return this;
        if (entry.Sequence != Revision + 1) throw new InvalidOperationException($"Event {entry.Sequence} can not follow event {Revision} of chat '{Id}': events are missing.");
        var next = After(entry);
        return next with { Revision = Math.Max(entry.Sequence, next.Revision), ChangedAt = entry.Event is ChatBranched ? next.ChangedAt : entry.At };
    }

    /// <summary>The chat up to here as the beginning of another one.</summary>
    public ChatSession BranchedAs(string id, string title) => this with { Id = id, Title = title, BranchedFrom = new(Id, Revision), Deleted = false };

    private ChatSession After(ChatEntry entry) => entry.Event switch
    {
        ChatStarted started => new() { Id = started.Id, Project = started.Project, Title = started.Title, Focus = started.Focus, StartedAt = entry.At },
        ChatBranched branched => branched.State with { StartedAt = entry.At, ChangedAt = entry.At },
        MessageAsked asked => this with
        {
            Messages = Messages + 1,
            Turns = Turns.Add(new(asked.Turn, entry.Sequence, false)),
            Window = Window.Add(new(asked.Turn, entry.Sequence, Exchange.Cut(asked.Text), null)),
        },
        StopAsked stop => this with { Turns = Turns.Select(turn => turn.Id == stop.Turn ? turn with { StopAsked = true } : turn).ToValueList() },
        TurnEnded ended => this with
        {
            Messages = Messages + 1,
            Turns = Turns.Where(turn => turn.Id != ended.Turn).ToValueList(),
            Window = Window.Select(exchange => exchange.Turn == ended.Turn ? exchange with { Answer = Exchange.Cut(Told(ended)) } : exchange).ToValueList(),
        },
        ChatNamed named => this with { Title = named.Title },
        FocusChanged changed => this with { Focus = changed.Focus },
        ChatFolded folded => this with
        {
            Summary = folded.Summary,
            FoldedTo = folded.To,
            Window = Window.Where(exchange => exchange.Asked > folded.To).ToValueList(),
        },
        ChatDeleted => this with { Deleted = true },
        _ => this,
    };

    /// <summary>What the companion remembers of its answer: the proposals as well, which it may be asked about.</summary>
    private static string Told(TurnEnded ended)
    {
        var proposed = ended.Proposals.Where(proposal => proposal.Kind == ProposalKinds.Draft).Select(proposal => $"draft {proposal.Draft} of {proposal.Document}").ToArray();
        return proposed.Length == 0 ? ended.Text : $"{ended.Text}\n(proposed: {string.Join(", ", proposed)})".TrimStart();
    }
}

/// <summary>What the writer said and what was answered, as far as it is remembered word for word.</summary>
/// <param name="Asked">The sequence of the writer's message.</param>
/// <param name="Answer">Null while there is none.</param>
public sealed record Exchange(string Turn, long Asked, string Question, string? Answer)
{
    /// <summary>Most characters of a message that are remembered word for word; the transcript has all of them.</summary>
    public const int MostRemembered = 4_000;

    public int Length => Question.Length + (Answer?.Length ?? 0);

    /// <summary>Whether <see cref="Question"/> is all that the writer said.</summary>
    public bool IsQuestionWhole => Question.Length <= MostRemembered;

    internal static string Cut(string text) => text.Length <= MostRemembered ? text : $"{Cutting.Upto(text, MostRemembered)} … (cut)";
}

/// <param name="Asked">The sequence of the writer's message.</param>
/// <param name="StopAsked">The writer wants it cut short.</param>
public sealed record Turn(string Id, long Asked, bool StopAsked);

/// <param name="Sequence">Of the last message in common.</param>
public sealed record BranchPoint(string Chat, long Sequence);

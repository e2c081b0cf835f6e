using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using MovieChat.Core.Journey;

namespace MovieChat.Web.Api;

/// <summary>One line of a project's journal: who did what, when.</summary>
public sealed record JournalItem
{
    /// <summary>From 1, without gaps.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The writer's id, <c>service</c>, or <c>companion</c> for what was proposed in a chat.</summary>
    public required string By { get; init; }

    /// <summary>What made it: the decision's id, or the order's (<c>synopsis@3</c>). Lines of one cause happened at once.</summary>
    public required string Cause { get; init; }

    /// <summary>What happened, such as <c>draftReceived</c>.</summary>
    public required string Type { get; init; }

    public string? Document { get; init; }

    /// <summary>The number of the draft, or of the round of tips.</summary>
    public int? Draft { get; init; }

    public int? Option { get; init; }

    /// <summary>The numbers of the draft's options.</summary>
    public IReadOnlyList<int>? Options { get; init; }

    /// <summary>Who wrote the draft: <c>writer</c> or <c>model</c>.</summary>
    public string? WrittenBy { get; init; }

    /// <summary>The model's name.</summary>
    public string? Model { get; init; }

    /// <summary>What was asked for.</summary>
    public Verb? Verb { get; init; }

    public string? Notes { get; init; }

    public string? Passage { get; init; }

    public string? Part { get; init; }

    public int? Count { get; init; }

    /// <summary>Why a document was skipped.</summary>
    public string? Reason { get; init; }

    /// <summary>Why a document turned stale.</summary>
    public IReadOnlyList<StaleItem>? Because { get; init; }

    public FailureItem? Failure { get; init; }

    /// <summary>What it cost in model tokens.</summary>
    public long? Tokens { get; init; }

    /// <summary>The limits that hold from here on.</summary>
    public LimitItem? Budget { get; init; }

    /// <summary>The project's title.</summary>
    public string? Title { get; init; }

    /// <summary>The import whose script became part of the film.</summary>
    public string? Import { get; init; }

    /// <summary>The documents that the writer brought, or that a script changed.</summary>
    public IReadOnlyList<string>? Documents { get; init; }

    /// <summary>The number of the reminder, from 1 for every waiting anew.</summary>
    public int? Reminder { get; init; }

    /// <summary>When the project began to wait for the writer.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>The documents that the writer is reminded of.</summary>
    public IReadOnlyList<string>? Awaiting { get; init; }

    /// <summary>The id of the note that was marked.</summary>
    public string? Note { get; init; }

    /// <summary>Whether what the note points out is meant so.</summary>
    public bool? Intentional { get; init; }

    /// <summary>The chat in which it happened, or that it was paid for.</summary>
    public string? Chat { get; init; }

    /// <summary>The turn of the chat.</summary>
    public string? Turn { get; init; }

    /// <summary>The id of something that the writer stated.</summary>
    public string? Fact { get; init; }

    /// <summary>What the writer stated.</summary>
    public string? Text { get; init; }

    /// <summary>What the title page says since then.</summary>
    public TitlePageItem? TitlePage { get; init; }

    /// <summary>What the project was forked from.</summary>
    public ForkItem? Source { get; init; }

    internal static JournalItem Of(JournalEntry entry)
    {
        var line = new JournalItem
        {
            Sequence = entry.Sequence,
            At = entry.At,
            By = entry.By,
            Cause = entry.Cause,
            Type = TypeNames[entry.Event.GetType()],
            Document = (entry.Event as DocumentEvent)?.Document.ToString(),
            WaitingSince = (entry.Event as WaitingEvent)?.WaitingSince.ToUniversalTime(),
        };
        return entry.Event switch
        {
            ProjectStarted started => line with { Title = started.Title, Budget = new(started.Budget.Tokens.Limit, started.Budget.Pictures.Limit) },
            ProjectForked forked => line with { Title = forked.State.Title, Source = new(forked.Source, forked.Sequence) },
            TitlePageChanged changed => line with { Title = changed.Title, TitlePage = TitlePageItem.Of(changed.Page) },
            DocumentsBrought brought => line with { Documents = [.. brought.Drafts.Keys.Select(id => id.ToString())] },
            ScriptImported imported => line with { Import = imported.Import, Documents = [.. imported.Drafts.Keys.Select(id => id.ToString())] },
            BudgetChanged changed => line with { Budget = new(changed.Tokens, changed.Pictures) },
            DraftOrdered ordered => line.With(ordered.Request) with { Draft = ordered.Number },
            DraftRequested requested => line.With(requested.Request),
            DraftReceived received => line.With(received.Draft),
            DraftRestored restored => line.With(restored.Draft) with { Tokens = null },
            DraftFailed failed => line.With(failed.Request) with { Draft = failed.Number, Failure = FailureItem.Of(failed.Failure), Tokens = failed.Usage.Tokens },
            DraftApproved approved => line with { Draft = approved.Draft, Option = approved.Option },
            DocumentSkipped skipped => line with { Reason = skipped.Reason },
            NoteMarked marked => line with { Note = marked.Note, Intentional = marked.IsIntentional },
            DocumentTurnedStale stale => line with { Because = StaleItem.Of(stale.Because) },
            TipsRequested asked => line.With(asked.Request) with { Draft = asked.Number },
            TipsReceived given => line with { Draft = given.Number, Tokens = given.Usage.Tokens },
            ChatCharged charged => line.With(charged.Turn) with { Tokens = charged.Usage.Tokens },
            FactKept kept => line.With(kept.Fact.From) with { Fact = kept.Fact.Id, Text = kept.Fact.Text },
            FactDropped dropped => line with { Fact = dropped.Fact },
            WriterReminded reminded => line with { Reminder = reminded.Number, Awaiting = [.. reminded.Awaiting.Select(id => id.ToString())] },
            TipsFailed failed => line with { Draft = failed.Number, Failure = FailureItem.Of(failed.Failure), Tokens = failed.Usage.Tokens },
            UsageCharged late => line with { Draft = late.Number, Tokens = late.Usage.Tokens },
            _ => line,
        };
    }

    /// <summary>The names of the events, as the journal stores them.</summary>
    private static FrozenDictionary<Type, string> TypeNames { get; } = typeof(ProjectEvent)
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(attribute => attribute.DerivedType, attribute => (string)attribute.TypeDiscriminator!);

    private JournalItem With(Request request) => this with
    {
        Verb = request.Verb,
        Option = request.Option,
        Notes = request.Notes,
        Passage = request.Passage,
        Part = request.Part,
        Count = request.Count,
    };

    private JournalItem With(ChatTurn? turn) => turn is null ? this : this with { Chat = turn.Chat, Turn = turn.Turn };

    private JournalItem With(Draft draft) => With(draft.ProposedIn) with
    {
        Draft = draft.Number,
        Options = [.. draft.Options.Select(option => option.Number)],
        WrittenBy = draft.Author.Kind,
        Model = draft.Author.IsWriter ? null : draft.Author.Name,
        Tokens = draft.Author.IsWriter ? null : draft.Usage.Tokens,
    };
}

public sealed record LimitItem(long Tokens, long Pictures);

using MovieChat.Core.Writing;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;

namespace MovieChat.Understudy.Stories;

/// <summary>The film as the understudy knows it while it writes one document.</summary>
internal sealed record Story
{
    public required WritingTask Task { get; init; }
    public required FilmFacts Film { get; init; }
    public required Genre Genre { get; init; }

    /// <summary>The understudy's own, or a bare one that stands in for a story by somebody else.</summary>
    public required Premise Premise { get; init; }
    public required ToneMaterial Tone { get; init; }
    public required Avoidance Avoidance { get; init; }
    public required IReadOnlyList<Person> People { get; init; }

    /// <summary>People and facts, for templates.</summary>
    public required Slots Slots { get; init; }

    /// <summary>How often this order was sent back with faults.</summary>
    public int Repairs { get; init; }

    /// <summary>Whether nobody has asked for this document before.</summary>
    public bool IsFirstDraft => Task.Order.EndsWith("@1", StringComparison.Ordinal);

    /// <summary>Whether this is the first answer to the first order: later ones must differ.</summary>
    public bool IsFirstAnswer => IsFirstDraft && Repairs == 0;

    public Person Hero => People[0];

    public Person? InSlot(string slot) => People.FirstOrDefault(person => person.Slot == slot);

    public Person? ById(string id) => People.FirstOrDefault(person => person.Id == id);

    /// <summary>Chance that stays the same for the whole film.</summary>
    public Draw ForProject(string what) => Draw.From(Task.Project, what);

    /// <summary>Chance for this draft alone.</summary>
    public Draw ForDraft(string what) => Draw.From(Task.Project, Task.Order, Repairs.ToString(), what);

    public Pen PenFor(string what) => new(ForDraft(what), Slots, Avoidance);
}

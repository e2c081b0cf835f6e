using MovieChat.Core.Film;

namespace MovieChat.Core.Craft;

/// <summary>What the film has stated so far, each fact with where it stands.</summary>
internal sealed class Ledger
{
    private readonly Dictionary<string, string> _names;

    private Ledger(Screenplay film, IReadOnlyList<Passage> passages)
    {
        _names = (film.Cast?.Characters ?? []).GroupBy(person => person.Id).ToDictionary(group => group.Key, group => group.First().Name);
        Names = new(film.Cast);
        Passages = passages;
        // Where somebody speaks they may be wrong, or lie; action and the documents are what holds.
        Passage[] told = [.. passages.Where(passage => passage.Speaker is null)];
        Ages = [.. AgeFacts.Read(film, Names, told)];
        Kinships = [.. KinshipFacts.Read(film, Names, told)];
        Bodies = [.. BodyFacts.Read(Names, told)];
        Things = [.. ThingFacts.Read(Names, told)];
    }

    public Names Names { get; }

    public IReadOnlyList<Passage> Passages { get; }

    public IReadOnlyList<Fact> Ages { get; }

    public IReadOnlyList<KinshipFacts.Relation> Kinships { get; }

    /// <summary>In the order of the film.</summary>
    public IReadOnlyList<Fact> Bodies { get; }

    /// <summary>In the order of the film.</summary>
    public IReadOnlyList<Fact> Things { get; }

    public static Ledger Of(Screenplay film) => new(film, [.. Passage.Of(film)]);

    public string NameOf(string id) => _names.GetValueOrDefault(id, id);
}

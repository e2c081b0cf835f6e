using System.Globalization;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Craft;

/// <summary>What a draft says against what the film has stated elsewhere: each note shows both places.</summary>
internal static class Continuity
{
    /// <summary>A parent is at least so many years older.</summary>
    private const int Generation = 13;

    public static IEnumerable<CraftNote> Notes(Screenplay film, DocumentId document)
    {
        var ledger = Ledger.Of(film);
        var here = document.ToString();
        return
        [
            .. NameNotes.Of(film, ledger, here),
            .. PlaceNotes.Of(film, here),
            .. CraftNotes.IsEnglish(film) ? [.. Ages(ledger, here), .. Kinships(ledger, here), .. Bodies(film, ledger, here), .. Things(ledger, here), .. TimeNotes.Of(film, here)] : Array.Empty<CraftNote>(),
        ];
    }

    private static IEnumerable<CraftNote> Ages(Ledger ledger, string here)
    {
        foreach (var group in ledger.Ages.GroupBy(fact => fact.Subject))
        {
            foreach (var (one, other) in Broken(group, here, (one, other) => one.Value != other.Value))
            {
                yield return Broken(
                    $"age {one.Subject} {one.Value} {other.Value}", $"{ledger.NameOf(one.Subject)} is {one.Value} here and {other.Value} elsewhere.", one.Evidence, other.Evidence);
            }
        }

        var ages = ledger.Ages.Where(fact => fact.Where.Document == "cast" && fact.Where.About is null).ToDictionary(fact => fact.Subject, fact => fact);
        foreach (var relation in ledger.Kinships.Where(relation => relation.Kin == "parent" || relation.Inverse == "parent"))
        {
            var (parent, child) = relation.Kin == "parent" ? (relation.Person, relation.Of) : (relation.Of, relation.Person);
            if (!ages.TryGetValue(parent, out var older) || !ages.TryGetValue(child, out var younger)) continue;
            if (relation.Fact.Where.Document != here && here != "cast") continue;
            var years = int.Parse(older.Value, CultureInfo.InvariantCulture) - int.Parse(younger.Value, CultureInfo.InvariantCulture);
            if (years >= Generation) continue;
            yield return Broken(
                $"generation {parent} {child} {years}",
                $"{ledger.NameOf(parent)} is {older.Value} and {ledger.NameOf(child)}, whose parent that is, {younger.Value}.",
                relation.Fact.Evidence, older.Evidence, younger.Evidence);
        }
    }

    private static IEnumerable<CraftNote> Kinships(Ledger ledger, string here)
    {
        foreach (var one in ledger.Kinships.Where(relation => relation.Fact.Where.Document == here))
        {
            if (ledger.Kinships.FirstOrDefault(other => other.Contradicts(one)) is not { } other) continue;
            yield return Broken(
                $"kinship {one.Person} {one.Of} {one.Word} {other.Word} {other.Person}",
                $"{ledger.NameOf(one.Person)} is the {one.Word} of {ledger.NameOf(one.Of)} here; elsewhere {ledger.NameOf(other.Person)} is the {other.Word} of {ledger.NameOf(other.Of)}.",
                one.Fact.Evidence, other.Fact.Evidence);
        }
    }

    private static IEnumerable<CraftNote> Bodies(Screenplay film, Ledger ledger, string here)
    {
        foreach (var group in ledger.Bodies.Where(fact => fact.Property != BodyFacts.Dead).GroupBy(fact => (fact.Subject, fact.Property)))
        {
            foreach (var (one, other) in Broken(group, here, (one, other) => one.Value != other.Value))
            {
                yield return Broken(
                    $"side {one.Subject} {one.Property}", $"{ledger.NameOf(one.Subject)} is hurt at the {one.Value} {one.Property} here and at the {other.Value} one elsewhere.", one.Evidence, other.Evidence);
            }
        }

        foreach (var death in ledger.Bodies.Where(fact => fact.Property == BodyFacts.Dead).DistinctBy(fact => fact.Subject))
        {
            var after = (film.Scenes?.Scenes ?? []).SkipWhile(scene => scene.Id != death.Where.Scene?.Id).Skip(1);
            foreach (var scene in after.Where(scene => scene.Characters.Contains(death.Subject) && !IsAnotherTime(scene)))
            {
                if (here != "scenes" && here != $"dialogue:{scene.Id}" && here != death.Where.Document) continue;
                yield return Broken(
                    $"dead {death.Subject} {scene.Id}",
                    $"{ledger.NameOf(death.Subject)} has died and is in scene {scene.Number}. If it is another time, say so in the heading (FLASHBACK).",
                    new Evidence("scenes", $"{scene.Number}. {scene.Heading}"), death.Evidence);
            }
        }
    }

    private static IEnumerable<CraftNote> Things(Ledger ledger, string here)
    {
        // Within one scene a thing may go from hand to hand unseen; from scene to scene it stays where it was.
        foreach (var thing in ledger.Things.GroupBy(fact => fact.Subject))
        {
            Fact? last = null;
            foreach (var fact in thing)
            {
                var earlier = last;
                if (fact.Property != ThingFacts.Produces || last is null) last = fact;
                if (earlier is null || earlier.Where.Document == fact.Where.Document || fact.Where.Document != here) continue;
                if (earlier.Property == ThingFacts.Destroys && fact.Property != ThingFacts.Destroys)
                {
                    yield return Broken($"gone {thing.Key}", $"The {thing.Key} is back, and was destroyed before.", fact.Evidence, earlier.Evidence);
                }
                else if (earlier.Property == ThingFacts.Takes && fact.Property == ThingFacts.Produces && earlier.Value != fact.Value)
                {
                    yield return Broken(
                        $"holds {thing.Key} {fact.Value} {earlier.Value}",
                        $"{ledger.NameOf(fact.Value)} has the {thing.Key} here; it was {ledger.NameOf(earlier.Value)} who had it last, and nobody was seen to hand it on.",
                        fact.Evidence, earlier.Evidence);
                }
            }
        }

    }

    /// <summary>Pairs of a fact of the draft and one that it breaks: of another document, or stated before it in the draft.</summary>
    private static IEnumerable<(Fact One, Fact Other)> Broken(IEnumerable<Fact> facts, string here, Func<Fact, Fact, bool> breaks)
    {
        var all = facts.ToList();
        foreach (var (place, one) in all.Index().Where(entry => entry.Item.Where.Document == here))
        {
            var other = all.Index().FirstOrDefault(entry => (entry.Item.Where.Document != here || entry.Index < place) && breaks(one, entry.Item)).Item;
            if (other is not null) yield return (one, other);
        }
    }

    private static bool IsAnotherTime(Scene scene) =>
        $"{scene.Heading.Place} {scene.Heading.Time}".Contains("FLASHBACK", StringComparison.OrdinalIgnoreCase)
        || $"{scene.Heading.Place} {scene.Heading.Time}".Contains("DREAM", StringComparison.OrdinalIgnoreCase)
        || scene.Heading.Time.Contains("EARLIER", StringComparison.OrdinalIgnoreCase)
        || scene.Heading.Time.Contains("YEARS", StringComparison.OrdinalIgnoreCase);

    internal static CraftNote Broken(string about, string text, params IEnumerable<Evidence> evidence) => CraftNote.Of(NoteKinds.Continuity, about, text, evidence);
}

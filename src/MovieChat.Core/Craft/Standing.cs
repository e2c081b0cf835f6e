using MovieChat.Core.Film;

namespace MovieChat.Core.Craft;

/// <summary>What holds of the people of a scene when it begins: who is whose relative, who is hurt, who is dead, who has which thing.</summary>
internal static class Standing
{
    public static IEnumerable<Fact> Of(Screenplay film, Scene scene)
    {
        Scene[] before = [.. (film.Scenes?.Scenes ?? []).TakeWhile(each => each.Id != scene.Id)];
        var ledger = Ledger.Of(film);
        return
        [
            .. ledger.Kinships.Where(relation => scene.Characters.Contains(relation.Person) && scene.Characters.Contains(relation.Of)).Select(relation => relation.Fact).DistinctBy(fact => (fact.Subject, fact.Property)),
            .. ledger.Bodies.Where(fact => IsBefore(fact) && (scene.Characters.Contains(fact.Subject) || fact.Property == BodyFacts.Dead)).DistinctBy(fact => (fact.Subject, fact.Property)),
            // The last that was seen of a thing is what holds.
            .. ledger.Things.Where(IsBefore).GroupBy(fact => fact.Subject).Select(thing => thing.Last()).Where(fact => fact.Value.Length == 0 || scene.Characters.Contains(fact.Value)),
        ];

        bool IsBefore(Fact fact) => fact.Where.Scene is { } stated && before.Contains(stated);
    }
}

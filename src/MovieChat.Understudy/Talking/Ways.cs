using MovieChat.Core.Film;
using MovieChat.Core.Writing;
using MovieChat.Understudy.Documents;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Talking;

/// <summary>Three ways forward: a choice of the protagonist, a move of the opposition, something that was planted or forgotten.</summary>
internal static class Ways
{
    public static IReadOnlyList<WayForward> Of(TalkTurn turn, string document, IReadOnlyList<TalkPerson> people)
    {
        if (people.Count == 0) return Plain(turn, document);
        var hero = people.FirstOrDefault(person => Roles.IsProtagonist(person.Role)) ?? people[0];
        var rival = people.FirstOrDefault(person => person != hero && Roles.IsOpposing(person.Role)) ?? people[^1];
        var scenes = FilmReading.Read(turn, "scenes", FilmJson.Readable.SceneList)?.Scenes ?? [];
        var here = scenes.FirstOrDefault(scene => document == $"dialogue:{scene.Id}" || $"{scene.Number}" == DocumentNames.SceneIn(turn.Said));
        return [Choice(turn, hero, rival, here), Opposition(turn, hero, rival, here), Return(turn, hero, rival, people, scenes, here)];
    }

    private static WayForward Choice(TalkTurn turn, TalkPerson hero, TalkPerson rival, Scene? here)
    {
        if (here?.Wants.FirstOrDefault(want => want.Character == hero.Id) is { } want)
        {
            return Way(turn, "way.choice.scene", ("hero", hero.Name), ("want", Phrases.Inner(want.Want)), ("obstacle", Phrases.Inner(want.Obstacle)), ("scene", $"{here.Number}"));
        }

        var profile = Profile(turn, hero);
        if (profile is { Lie.Length: > 0 }) return Way(turn, "way.choice.lie", ("hero", hero.Name), ("rival", rival.Name), ("lie", Phrases.Quote(profile.Lie, 140)), ("want", Phrases.Quote(profile.Wants, 140)));
        return profile is { Wants.Length: > 0 }
            ? Way(turn, "way.choice.want", ("hero", hero.Name), ("rival", rival.Name), ("want", Phrases.Quote(profile.Wants, 140)))
            : Way(turn, "way.choice", ("hero", hero.Name), ("rival", rival.Name));
    }

    private static WayForward Opposition(TalkTurn turn, TalkPerson hero, TalkPerson rival, Scene? here)
    {
        if (here is not null && !here.Characters.Contains(rival.Id)) return Way(turn, "way.against.scene", ("hero", hero.Name), ("rival", rival.Name), ("scene", $"{here.Number}"), ("place", here.Heading.Place.ToLowerInvariant()));
        return Profile(turn, rival) is { Wants.Length: > 0 } profile
            ? Way(turn, "way.against.want", ("hero", hero.Name), ("rival", rival.Name), ("want", Phrases.Quote(profile.Wants, 140)))
            : Way(turn, "way.against", ("hero", hero.Name), ("rival", rival.Name));
    }

    private static WayForward Return(TalkTurn turn, TalkPerson hero, TalkPerson rival, IReadOnlyList<TalkPerson> people, IReadOnlyList<Scene> scenes, Scene? here)
    {
        Scene[] before = [.. scenes.TakeWhile(scene => scene != here)];
        var planted = before.SelectMany(scene => scene.SetUps.Select(what => (scene.Number, What: what))).ToList();
        var paid = scenes.SelectMany(scene => scene.PayOffs).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (planted.Where(each => !paid.Contains(each.What)).Concat(planted).FirstOrDefault() is { What: { } what, Number: var number })
        {
            return Way(turn, paid.Contains(what) ? "way.planted" : "way.unpaid", ("hero", hero.Name), ("rival", rival.Name), ("thing", Phrases.Inner(what)), ("scene", $"{number}"));
        }

        if (people.FirstOrDefault(person => person != hero && person != rival) is { } third) return Way(turn, "way.forgotten", ("hero", hero.Name), ("rival", rival.Name), ("third", third.Name), ("about", Phrases.Quote(third.About.Split(". ")[0], 120)));
        return FilmReading.Read(turn, "synopsis", FilmJson.Readable.Synopsis) is { Lines: [var first, ..] }
            ? Way(turn, "way.beginning", ("hero", hero.Name), ("rival", rival.Name), ("line", Phrases.Quote(first, 140)))
            : Way(turn, "way.own", ("hero", hero.Name), ("rival", rival.Name));
    }

    /// <summary>Before there is a cast, the tips that any document gets serve.</summary>
    private static IReadOnlyList<WayForward> Plain(TalkTurn turn, string document)
    {
        var task = new WritingTask { Project = turn.Context.Chat.Project, Order = $"{document}@{turn.Context.Chat.Turn}", Kind = document.Split(':')[0], Verb = "stuck" };
        return TipsWriter.Write(StoryReader.Read(new(task, FilmReading.Facts(turn, "dialogue")), 0)).Ways;
    }

    private static WayForward Way(TalkTurn turn, string key, params ReadOnlySpan<(string Slot, string Value)> values)
    {
        var line = turn.Line(key, values);
        var bar = line.IndexOf('|', StringComparison.Ordinal);
        return new() { Title = line[..bar].Trim(), Text = Grammar.Sentences.Capitalised(line[(bar + 1)..].Trim()) };
    }

    private static Profile? Profile(TalkTurn turn, TalkPerson person) => FilmReading.Read(turn, $"profile:{person.Id}", FilmJson.Readable.Profile);
}

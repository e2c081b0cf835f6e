using MovieChat.Core.Exports;
using MovieChat.Core.Film;

namespace MovieChat.Core.Insights;

/// <summary>One person in figures.</summary>
/// <param name="Id">Of the cast; null for somebody who speaks and is not in it.</param>
/// <param name="Scenes">In how many scenes they are.</param>
/// <param name="First">The number of the first of them; null when there is none.</param>
/// <param name="Lines">On the printed page.</param>
/// <param name="Share">Of all words that are spoken, 0 to 1.</param>
/// <param name="LongestSpeech">In words.</param>
/// <param name="LongestIn">The number of the scene in which that is.</param>
public sealed record PersonInsight(
    string? Id, string Name, string? Role, int Scenes, int? First, int? Last, int Speeches, int Lines, int Words, double Share, int LongestSpeech, int? LongestIn);

/// <summary>Two people who are in scenes together.</summary>
/// <param name="One">The id of the one who stands first in the film's scenes.</param>
/// <param name="First">The number of the first scene that they share.</param>
public sealed record MeetingInsight(string One, string Other, int Scenes, int First);

internal static class PeopleInsights
{
    public static IReadOnlyList<PersonInsight> Of(Screenplay film, IReadOnlyList<SceneInsight> scenes)
    {
        var all = scenes.Sum(scene => scene.Speeches.Sum(speech => speech.Words));
        var cast = film.Cast?.Characters ?? [];
        var others = scenes.SelectMany(scene => scene.Speaking).Distinct().Where(speaker => film.CharacterById(speaker) is null);
        return
        [
            .. cast.DistinctBy(person => person.Id).Select(person => Of(person.Id, CleanText.Line(person.Name), person, scenes, all)),
            .. others.Select(name => Of(name, name, null, scenes, all)),
        ];
    }

    public static IReadOnlyList<MeetingInsight> Meetings(IReadOnlyList<SceneInsight> scenes)
    {
        var order = scenes.SelectMany(scene => scene.Present).Distinct().Index().ToDictionary(person => person.Item, person => person.Index);
        var pairs =
            from scene in scenes
            from one in scene.Present
            from other in scene.Present
            where order[one] < order[other]
            group scene.Number by (one, other);
        return [.. pairs.Select(pair => new MeetingInsight(pair.Key.one, pair.Key.other, pair.Count(), pair.First())).OrderByDescending(meeting => meeting.Scenes).ThenBy(meeting => meeting.First)];
    }

    private static PersonInsight Of(string key, string name, Character? person, IReadOnlyList<SceneInsight> scenes, int all)
    {
        var present = scenes.Where(scene => scene.Present.Contains(key) || scene.Speaking.Contains(key)).ToList();
        var speeches = (from scene in present from speech in scene.Speeches where speech.Speaker == key select (scene.Number, speech.Words, speech.Lines)).ToList();
        var longest = speeches.Count == 0 ? default : speeches.MaxBy(speech => speech.Words);
        var words = speeches.Sum(speech => speech.Words);
        return new(
            person?.Id, name, person?.Role.Trim(), present.Count, present.FirstOrDefault()?.Number, present.LastOrDefault()?.Number,
            speeches.Count, speeches.Sum(speech => speech.Lines), words, all == 0 ? 0 : (double)words / all, longest.Words, speeches.Count == 0 ? null : longest.Number);
    }
}

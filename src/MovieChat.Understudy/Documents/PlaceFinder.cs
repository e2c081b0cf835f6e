using MovieChat.Core.Film;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents;

/// <summary>Where a turn of the story is played.</summary>
internal static class PlaceFinder
{
    /// <summary>A place of the premise: <c>INT. BOAT SHED | what one sees</c>.</summary>
    public static SceneHeading OfPremise(Story story, string key, string time)
    {
        var place = story.Premise.Places.TryGetValue(key, out var known) ? known : story.Premise.Places.Values.First();
        var heading = story.Slots.Phrase(place.Split('|')[0].Trim()) ?? "INT. ROOM";
        return Heading(heading, time);
    }

    /// <summary>The first place a text names; else one of the film's, so that a foreign story does not stray.</summary>
    public static SceneHeading OfText(Story story, string text, int index)
    {
        var time = text.Contains("night", StringComparison.OrdinalIgnoreCase) ? "NIGHT"
            : text.Contains("morning", StringComparison.OrdinalIgnoreCase) || text.Contains("dawn", StringComparison.OrdinalIgnoreCase) ? "MORNING"
            : index % 3 == 2 ? "NIGHT" : "DAY";
        var named = Shelf.Places.FirstOrDefault(pair => Sentences.Mentions(text.ToLowerInvariant(), pair.Key)).Value;
        if (named is not null) return Heading(named, time);
        var told = $"{story.Film.Idea?.Logline} {string.Join(' ', story.Film.Synopsis?.Lines ?? [])} {story.Film.Plot?.Beginning} {story.Film.Plot?.Middle}".ToLowerInvariant();
        var known = Shelf.Places.Where(pair => Sentences.Mentions(told, pair.Key)).Select(pair => pair.Value).Distinct().ToList();
        List<string> all = [.. known, .. story.Premise.Places.Values.Select(place => story.Slots.Phrase(place.Split('|')[0].Trim())).OfType<string>()];
        return Heading(all[index % all.Count], time);
    }

    /// <summary>What one sees at a place of the premise; empty for a place it does not know.</summary>
    /// <param name="visits">How often the film was here before: whoever comes back sees something else, or nothing new.</param>
    public static string Look(Story story, SceneHeading heading, int visits)
    {
        var place = heading.Place.Trim();
        foreach (var parts in story.Premise.Places.Values.Select(each => each.Split('|')))
        {
            if (story.Slots.Phrase(parts[0])?.Contains(place, StringComparison.OrdinalIgnoreCase) != true) continue;
            return parts.ElementAtOrDefault(visits + 1) is { } look ? story.Slots.Fill(look.Trim()) ?? "" : "";
        }
        return "";
    }

    private static SceneHeading Heading(string text, string time)
    {
        var dot = text.IndexOf(". ", StringComparison.Ordinal);
        return new() { Setting = text[..dot], Place = text[(dot + 2)..].ToUpperInvariant(), Time = time };
    }
}

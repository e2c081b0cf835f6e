using System.Text.RegularExpressions;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents.Looks;

/// <summary>What sentences of a look can name: the story's people, the two colours that carry it, a place. What there is none of has no slot.</summary>
internal static partial class LookSlots
{
    public static Slots Of(Story story, IReadOnlyList<string> palette)
    {
        var slots = Colours(story.Slots.Copy(), palette);
        if (Place(story) is { } place) slots.Set("place", place);
        return slots;
    }

    public static Slots Colours(Slots slots, IReadOnlyList<string> palette)
    {
        if (palette.Count > 0) slots.Set("colour", palette[0]);
        if (palette.Count > 0) slots.Set("Colour", Sentences.Capitalised(palette[0]));
        if (palette.Count > 1) slots.Set("shade", palette[1]);
        return slots;
    }

    /// <summary>The colours where they stand for light and not for things: oak leaves are no part of a cellar.</summary>
    public static IReadOnlyList<string> AsColours(IReadOnlyList<string> palette) => [.. palette.Select(colour => Plain().IsMatch(colour) ? colour : $"the colour of {colour}")];

    /// <summary>The first of the premise's places that has a name of its own in the film, or a place that the writer's story names.</summary>
    private static string? Place(Story story)
    {
        if (story.Premise.Look is not null)
        {
            var headings = story.Premise.Places.Values.Select(place => story.Slots.Phrase(place.Split('|')[0].Trim())).OfType<string>();
            return headings.Select(heading => PlaceName.Of(story, heading[(heading.IndexOf(". ", StringComparison.Ordinal) + 2)..])).FirstOrDefault(place => Sentences.Words(place) < 5);
        }

        var told = Told(story).ToLowerInvariant();
        return Shelf.Places.Keys.FirstOrDefault(word => Sentences.Mentions(told, word)) is { } named ? $"the {named}" : null;
    }

    /// <summary>What the story tells, for its words.</summary>
    public static string Told(Story story) =>
        string.Join('\n', [story.Film.Brief?.Notes ?? "", story.Film.Idea?.Logline ?? "", .. story.Film.Synopsis?.Lines ?? [], story.Film.Plot?.Beginning ?? "", story.Film.Plot?.Middle ?? "", .. story.Film.Cast?.Characters.Select(person => person.OneLine) ?? []]);

    [GeneratedRegex(@"\A(the|a) |\b(grey|green|blue|red|white|black|yellow|brown|orange|pink|violet|gold|silver|amber|ochre|indigo|cream|umber|rust)\z|\b(white|black|red|grey|green|blue|yellow|brown) (in|of|with|gone|with)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Plain();
}

using MovieChat.Core.Film;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Revising;

/// <summary>New text for a passage: the passage changed as the notes ask, or another sentence where they ask for what it can not do.</summary>
internal static class PassageRevision
{
    public static string Write(Story story, string passage, IReadOnlyList<Wish> wishes, Remarks remarks)
    {
        var pen = story.PenFor("passage");
        pen.Remember(story.Task.Earlier?.ToJsonString() ?? "");
        pen.Remember(passage);
        var text = passage;
        foreach (var wish in wishes) text = Changed(wish, text, story, pen, remarks);
        return text != passage ? text : Another(story, passage, pen, remarks);
    }

    private static string Changed(Wish wish, string text, Story story, Pen pen, Remarks remarks)
    {
        var changed = wish switch
        {
            RenameWish rename => Sentences.ReplaceWord(text, rename.From, rename.To),
            PlaceWish place when story.Slots["town"] is { } town => Sentences.ReplaceWord(text, town, place.Place),
            LengthWish { Longer: true } => Sentences.Join(Sentences.Closed(text), Line(story, text, pen)),
            LengthWish => Shorter(text),
            ToneWish tone => Sentences.Join(Sentences.Closed(text), pen.Line(IsSpoken(story, text) ? [] : Tones.Named(tone.Tone).Air)),
            _ => text,
        };
        if (changed == text) remarks.CouldNot(wish.Words);
        return changed;
    }

    private static string Shorter(string text)
    {
        var sentences = Sentences.Split(text);
        if (sentences.Count > 1) return Sentences.Join(sentences.SkipLast(1));
        var comma = text.LastIndexOfAny([',', ';', ':']);
        return comma > 0 ? Sentences.Closed(text[..comma]) : text;
    }

    private static string Another(Story story, string passage, Pen pen, Remarks remarks)
    {
        var line = Line(story, passage, pen);
        if (line.Length == 0) return passage;
        remarks.Add("I put another sentence of mine in the passage's place.");
        return line;
    }

    private static string Line(Story story, string passage, Pen pen)
    {
        if (IsSpoken(story, passage)) return pen.Line(Spoken());
        if (PictureRevision.IsOf(story)) return PictureRevision.Another(story);
        return story.Task.Kind == "dialogue" ? pen.Line(story.Tone.Air) : pen.Line([.. story.Tone.Texture.Middle, .. story.Genre.Texture.Middle, .. Shelf.Pools["plot.any"]]);
    }

    private static bool IsSpoken(Story story, string passage) =>
        story.Task.Kind == "dialogue" && (story.Task.Earlier?.FirstOrDefault()?["elements"]?.AsArray() ?? []).Any(element =>
            element?["type"]?.ToString() == ElementTypes.Dialogue && element["text"]?.ToString().Contains(passage, StringComparison.Ordinal) == true);

    private static IEnumerable<string> Spoken() =>
        Shelf.Exchanges.Values.SelectMany(exchanges => exchanges).SelectMany(lines => lines)
            .Where(line => line.StartsWith("A: ", StringComparison.Ordinal)).Select(line => line[3..]);
}

using System.Text.Json;
using System.Text.Json.Nodes;
using MovieChat.Core.Film;
using MovieChat.Understudy.Documents;
using MovieChat.Understudy.Documents.Looks;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Revising;

/// <summary>Makes a document longer or shorter without leaving what its checks allow.</summary>
internal static class Measuring
{
    private const int MoreScenes = 4, MoreLines = 22;

    private static readonly string[] Acts = ["beginning", "middle", "end"];
    private static readonly string[] ProfileParts = ["who", "wants", "struggles", "change"];

    public static bool Follow(LengthWish wish, JsonNode content, Story story)
    {
        var pen = story.PenFor("length");
        pen.Remember(content.ToJsonString());
        return story.Task.Kind switch
        {
            "synopsis" => Lines(content["lines"], wish.Longer, pen),
            "plot" => Plot(content, wish.Longer, story, pen),
            "scenes" => Scenes(content, wish.Longer, story),
            "dialogue" => Dialogue(content, wish.Longer, story),
            "cast" => !wish.Longer && Fewer(content["characters"]),
            "profile" => Profile(content, wish.Longer, pen),
            "look" => Look(content, wish.Longer, story, pen),
            _ => false,
        };
    }

    private static bool Lines(JsonNode? node, bool longer, Pen pen)
    {
        if (node is not JsonArray lines) return false;
        for (var index = 0; index < lines.Count; index++)
        {
            var sentences = Sentences.Split(lines[index]!.ToString());
            if (!longer) lines[index] = sentences.Count > 1 ? sentences[0] : Sentences.Shortened(sentences[0]);
            else if (sentences.Count == 1) lines[index] = Sentences.Join(Sentences.Closed(sentences[0]), pen.Line(Shelf.Pools[$"rider{Math.Min(index + 1, 4)}"]));
        }
        return true;
    }

    private static bool Plot(JsonNode content, bool longer, Story story, Pen pen)
    {
        var changed = false;
        foreach (var (name, pool) in new[] { ("beginning", story.Genre.Texture.Beginning), ("middle", story.Genre.Texture.Middle), ("end", story.Genre.Texture.End) })
        {
            var paragraphs = (content[name]?.ToString() ?? "").Split("\n\n");
            for (var index = 0; index < paragraphs.Length; index++)
            {
                var changedTo = longer ? Sentences.Join(paragraphs[index], pen.Line([.. pool, .. story.Tone.Texture.Middle, .. Shelf.Pools["plot.any"]])) : Without(paragraphs[index], Spare(content));
                changed |= changedTo != paragraphs[index];
                paragraphs[index] = changedTo;
                content[name] = string.Join("\n\n", paragraphs);
            }
        }
        return changed;
    }

    private static int Spare(JsonNode content) =>
        Acts.Sum(name => Sentences.Words(content[name]?.ToString() ?? "")) - Core.Film.Plot.MinimumWords - 20;

    private static string Without(string paragraph, int spare)
    {
        var sentences = Sentences.Split(paragraph);
        return sentences.Count > 1 && Sentences.Words(sentences[^1]) < spare ? Sentences.Join(sentences.SkipLast(1)) : paragraph;
    }

    private static bool Scenes(JsonNode content, bool longer, Story story)
    {
        if (story.Film.Plot is null || content["scenes"] is not JsonArray scenes) return false;
        var usual = ScenesWriter.Write(story, 0).Scenes.Count;
        var list = ScenesWriter.Write(story, 0, scenes.Count - usual + (longer ? MoreScenes : -MoreScenes));
        content["scenes"] = Drafting.Node(list)["scenes"]!.DeepClone();
        return list.Scenes.Count != scenes.Count;
    }

    private static bool Dialogue(JsonNode content, bool longer, Story story)
    {
        if (story.Film.Scene is null || content["elements"] is not JsonArray elements) return false;
        if (!longer) return Cut(elements);
        var here = content.Deserialize(FilmJson.Readable.Dialogue)!;
        var seen = story with { Film = story.Film with { Dialogues = [.. story.Film.Dialogues ?? [], here] } };
        var more = DialogueWriter.More(seen, MoreLines);
        // The scene keeps its end: the last action, or the last speech with its cue.
        var at = Math.Max(0, elements.Index().Last(entry => entry.Item!["type"]?.ToString() is ElementTypes.Action or ElementTypes.Character or ElementTypes.Transition).Index);
        foreach (var element in more) elements.Insert(at++, Drafting.Node(element));
        return more.Count > 0;
    }

    // The middle goes, from one cue or action to the next: how a scene begins and ends matters most.
    private static bool Cut(JsonArray elements)
    {
        var starts = Enumerable.Range(0, elements.Count).Where(index => elements[index]!["type"]?.ToString() is ElementTypes.Action or ElementTypes.Character).ToList();
        if (starts.Count < 6) return false;
        var (from, to) = (starts[starts.Count / 3], starts[starts.Count * 2 / 3]);
        for (var index = to - 1; index >= from; index--) elements.RemoveAt(index);
        return true;
    }

    private static bool Fewer(JsonNode? node)
    {
        if (node is not JsonArray { Count: > 2 } people) return false;
        var spare = people.LastOrDefault(one => !Roles.IsProtagonist(one!["role"]!.ToString()) && !Roles.IsOpposing(one["role"]!.ToString()));
        return spare is not null && people.Remove(spare);
    }

    private static bool Look(JsonNode content, bool longer, Story story, Pen pen)
    {
        var palette = (content["palette"] as JsonArray ?? []).Select(colour => $"{colour}").ToList();
        var told = pen.With(LookSlots.Of(story, palette));
        var changed = false;
        foreach (var (name, pool) in new[] { ("light", story.Genre.Look.Light), ("lenses", story.Genre.Look.Lenses), ("texture", story.Genre.Look.Texture) })
        {
            var text = content[name]?.ToString() ?? "";
            content[name] = longer ? Sentences.Join(text, told.Line(pool)) : Sentences.Split(text).FirstOrDefault() ?? text;
            changed |= content[name]!.ToString() != text;
        }

        return changed;
    }

    private static bool Profile(JsonNode content, bool longer, Pen pen)
    {
        foreach (var name in ProfileParts)
        {
            var text = content[name]?.ToString() ?? "";
            content[name] = longer ? Sentences.Join(text, pen.Line(Shelf.Pools[$"{name}.other"])) : Sentences.Split(text).FirstOrDefault() ?? text;
        }
        return true;
    }
}

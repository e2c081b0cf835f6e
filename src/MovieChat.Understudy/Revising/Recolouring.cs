using System.Text.Json.Nodes;
using MovieChat.Core.Film;
using MovieChat.Understudy.Documents;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Revising;

/// <summary>Makes a document darker or lighter by sentences of that tone; those of the other tone go.</summary>
internal static class Recolouring
{
    public static bool Follow(ToneWish wish, JsonNode content, Story story)
    {
        var tone = Tones.Named(wish.Tone);
        var pen = story.PenFor("tone");
        pen.Remember(content.ToJsonString());
        return story.Task.Kind switch
        {
            "synopsis" => Last(content["lines"], tone, pen),
            "plot" => Act(content, "beginning", tone.Texture.Beginning, pen) | Act(content, "middle", tone.Texture.Middle, pen) | Act(content, "end", tone.Texture.End, pen),
            "scenes" => Ending(content["scenes"], tone, pen),
            "dialogue" => Air(content["elements"], tone, pen),
            _ => false,
        };
    }

    private static bool Last(JsonNode? node, ToneMaterial tone, Pen pen)
    {
        if (node is not JsonArray { Count: > 0 } lines) return false;
        var last = Sentences.Split(lines[^1]!.ToString())[0];
        lines[^1] = Sentences.Join(Sentences.Closed(last), pen.Line(tone.Endings));
        return true;
    }

    private static bool Act(JsonNode content, string name, IReadOnlyList<string> pool, Pen pen)
    {
        var paragraphs = (content[name]?.ToString() ?? "").Split("\n\n");
        for (var index = 0; index < paragraphs.Length; index += 2) paragraphs[index] = Sentences.Join(paragraphs[index], pen.Line(pool));
        content[name] = string.Join("\n\n", paragraphs);
        return true;
    }

    private static bool Ending(JsonNode? node, ToneMaterial tone, Pen pen)
    {
        if (node is not JsonArray { Count: > 0 } scenes || scenes[^1]?["summary"] is not { } summary) return false;
        scenes[^1]!["summary"] = Sentences.Join(Sentences.Closed(summary.ToString()), pen.Line(tone.Endings));
        return true;
    }

    private static bool Air(JsonNode? node, ToneMaterial tone, Pen pen)
    {
        if (node is not JsonArray elements) return false;
        foreach (var at in new[] { 0, elements.Count + 1 })
        {
            if (pen.Line(tone.Air) is { Length: > 0 } line) elements.Insert(at, Drafting.Node(new Element { Type = ElementTypes.Action, Text = line }));
        }
        return true;
    }
}

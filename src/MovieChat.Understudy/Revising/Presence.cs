using System.Text.Json.Nodes;
using MovieChat.Core.Film;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Revising;

/// <summary>Gives a person more or less room.</summary>
internal static class Presence
{
    private static readonly string[] Acts = ["beginning", "middle", "end"];

    public static bool Follow(PresenceWish wish, JsonNode content, Story story)
    {
        if (story.People.FirstOrDefault(one => one.Name == wish.Name) is not { } person) return false;
        return story.Task.Kind switch
        {
            "plot" => wish.More ? Told(content, person, story) : Untold(content, person),
            "scenes" => Shown(content["scenes"], person, wish.More),
            _ => false,
        };
    }

    private static bool Told(JsonNode content, Person person, Story story)
    {
        var slots = story.Slots.Copy();
        person.Bind(slots, "other");
        var pen = new Pen(story.ForDraft("presence"), slots, story.Avoidance);
        pen.Remember(content.ToJsonString());
        foreach (var name in Acts)
        {
            content[name] = Sentences.Join(content[name]!.ToString(), pen.Line(Shelf.Pools["plot.other"]));
        }
        return true;
    }

    private static bool Untold(JsonNode content, Person person)
    {
        var changed = false;
        foreach (var name in Acts)
        {
            var paragraphs = content[name]!.ToString().Split("\n\n").Select(Sentences.Split).ToList();
            foreach (var paragraph in paragraphs)
            {
                var told = paragraph.FindLastIndex(sentence => Sentences.Mentions(sentence, person.Name));
                if (told < 0 || paragraph.Count < 2 || Words(content) - Sentences.Words(paragraph[told]) < Plot.MinimumWords) continue;
                paragraph.RemoveAt(told);
                changed = true;
                content[name] = string.Join("\n\n", paragraphs.Select(Sentences.Join));
            }
        }
        return changed;
    }

    private static int Words(JsonNode content) =>
        Acts.Sum(name => Sentences.Words(content[name]!.ToString()));

    private static bool Shown(JsonNode? node, Person person, bool more)
    {
        var changed = false;
        foreach (var (scene, people) in (node as JsonArray ?? []).Select(scene => (scene!, scene!["characters"] as JsonArray)).Where((pair, index) => pair.Item2 is not null && index % 2 == 0))
        {
            var here = people!.FirstOrDefault(id => id?.ToString() == person.Id);
            if (more && here is null) people!.Add(person.Id);
            else if (more || here is null || people!.Count < 2) continue;
            else
            {
                people!.Remove(here);
                // Who is not there wants nothing there.
                (scene["wants"] as JsonArray)?.RemoveAll(want => want?["character"]?.ToString() == person.Id);
            }

            changed = true;
        }
        return changed;
    }
}

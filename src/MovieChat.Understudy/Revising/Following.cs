using System.Text.Json.Nodes;
using MovieChat.Core.Film;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Revising;

/// <summary>Follows one wish in a whole document; false when this document can not.</summary>
internal static class Following
{
    public static bool Follow(Wish wish, JsonNode content, Story story, Remarks remarks) => PictureRevision.Follow(wish, content, story) || wish switch
    {
        RenameWish rename => Rename(rename, content, story, remarks),
        AgeWish age => Age(age, content, story),
        PlaceWish place => Move(place, content, story),
        ToneWish tone => Recolouring.Follow(tone, content, story),
        LengthWish length => Measuring.Follow(length, content, story),
        CutSceneWish cut => Turning.Cut(cut, content),
        TurnWish turn => Turning.Add(turn, content, story),
        PeriodWish period => MoveTo(period.Period, content, story),
        PresenceWish presence => Presence.Follow(presence, content, story),
        _ => false,
    };

    private static bool Rename(RenameWish wish, JsonNode content, Story story, Remarks remarks)
    {
        if (story.Film.Cast is not { } cast || cast.Characters.All(one => one.Name != wish.From)) return Strings.Replace(content, wish.From, wish.To);
        remarks.Add($"{wish.From} has that name from the cast: rename there, and what comes after follows.");
        return false;
    }

    private static bool Age(AgeWish wish, JsonNode content, Story story)
    {
        if (story.Task.Kind != "cast" || content["characters"] is not JsonArray people) return false;
        var person = people.OfType<JsonObject>().FirstOrDefault(one => wish.Name is null
            ? Roles.IsProtagonist(one["role"]?.ToString() ?? "")
            : one["name"]?.ToString() == wish.Name);
        if (person?["age"] is not { } age) return false;
        person["age"] = Ages.Of(age, wish);
        return true;
    }

    private static bool Move(PlaceWish wish, JsonNode content, Story story)
    {
        if (story.Slots["town"] is { } town && Strings.Replace(content, town, wish.Place)) return true;
        return MoveTo(wish.Place, content, story);
    }

    private static bool MoveTo(string place, JsonNode content, Story story)
    {
        var sentence = Moved.To(place);
        switch (story.Task.Kind)
        {
            case "synopsis" when content["lines"] is JsonArray { Count: > 0 } lines:
                lines[0] = Sentences.Join(Sentences.Closed(lines[0]!.ToString()), sentence);
                return true;
            case "plot" when content["beginning"] is { } beginning:
                content["beginning"] = Sentences.Join(sentence, beginning.ToString());
                return true;
            case "ideas" when content["logline"] is { } logline:
                content["logline"] = Sentences.Join(Sentences.Closed(logline.ToString()), sentence);
                return true;
            default:
                return false;
        }
    }
}

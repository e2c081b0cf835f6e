using System.Text.Json;
using System.Text.Json.Nodes;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Revising;

/// <summary>Follows notes inside one part of a document.</summary>
internal static class PartRevision
{
    /// <param name="holder">Holds the part as <c>value</c>.</param>
    /// <param name="part">Its name.</param>
    public static bool Follow(Wish wish, JsonObject holder, string part, Story story, Remarks remarks)
    {
        var changed = wish switch
        {
            RenameWish rename => Strings.Replace(holder, rename.From, rename.To),
            PlaceWish place => story.Slots["town"] is { } town && Strings.Replace(holder, town, place.Place),
            AgeWish age => Aged(age, holder),
            _ => PictureRevision.FollowInPart(wish, holder, part, story),
        };
        if (!changed) remarks.CouldNot(wish.Words);
        return changed;
    }

    private static bool Aged(AgeWish wish, JsonObject holder)
    {
        if (holder["value"] is JsonObject person && person["age"] is JsonValue age) return Set(person, "age", age, wish);
        return holder["value"] is JsonValue value && value.GetValueKind() == JsonValueKind.Number && Set(holder, "value", value, wish);
    }

    private static bool Set(JsonObject item, string name, JsonValue age, AgeWish wish)
    {
        item[name] = Ages.Of(age, wish);
        return true;
    }
}

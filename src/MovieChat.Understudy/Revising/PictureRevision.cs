using System.Text.Json;
using System.Text.Json.Nodes;
using MovieChat.Core.Film;
using MovieChat.Understudy.Documents;
using MovieChat.Understudy.Documents.Looks;
using MovieChat.Understudy.Documents.Shots;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Revising;

/// <summary>Follows wishes in a look and in a list of shots.</summary>
internal static class PictureRevision
{
    private static readonly string[] Told = ["light", "lenses", "texture"];

    public static bool IsOf(Story story) => story.Task.Kind is "look" or "shots";

    public static bool Follow(Wish wish, JsonNode content, Story story) => story.Task.Kind switch
    {
        // A rename is followed as in any other text.
        _ when wish is RenameWish => false,
        "look" => Put(content, Read(content, FilmJson.Readable.Look) is { } look ? LookWishes.Follow(wish.Words, look, story) : null),
        "shots" => Put(content, Read(content, FilmJson.Readable.ShotList) is { } list ? ShotWishes.Follow(wish.Words, list, story) : null),
        _ => false,
    };

    /// <summary>The same in one part: the whole is changed, and only the part of it is taken.</summary>
    /// <param name="holder">Holds the part as <c>value</c>.</param>
    public static bool FollowInPart(Wish wish, JsonObject holder, string part, Story story)
    {
        if (!IsOf(story) || story.Task.Earlier?.FirstOrDefault()?.DeepClone() is not JsonObject whole) return false;
        // Of a list only this shot is there to be changed.
        if (story.Task.Kind == "shots" && holder["value"] is JsonObject shot) whole["shots"] = new JsonArray(shot.DeepClone());
        if (!Follow(wish, whole, story) || PartFinder.Find(whole, part) is not { } value || JsonNode.DeepEquals(value, holder["value"])) return false;
        holder["value"] = value.DeepClone();
        return true;
    }

    /// <summary>Another sentence for a passage.</summary>
    public static string Another(Story story)
    {
        var options = Enumerable.Range(1, 6).Select(option => Drafting.Content(story, option));
        var texts = story.Task.Kind == "look"
            ? options.SelectMany(look => Told.SelectMany(name => Sentences.Split($"{look[name]}")))
            : options.SelectMany(list => (list["shots"] as JsonArray ?? []).Select(shot => $"{shot?["action"]}"));
        var earlier = story.Task.Earlier?.ToJsonString() ?? "";
        return texts.FirstOrDefault(text => text.Length > 0 && !earlier.Contains(text, StringComparison.Ordinal)) ?? "";
    }

    private static bool Put<T>(JsonNode content, T? changed)
        where T : class
    {
        if (changed is null || content is not JsonObject item) return false;
        foreach (var (name, value) in Drafting.Node(changed).AsObject()) item[name] = value?.DeepClone();
        return true;
    }

    private static T? Read<T>(JsonNode content, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return content.Deserialize(type);
        }
        catch (JsonException)
        {
            return null; // Brought by somebody, in a form of their own.
        }
    }
}

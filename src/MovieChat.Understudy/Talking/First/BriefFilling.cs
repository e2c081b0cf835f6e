using System.Text.Json;
using System.Text.Json.Nodes;
using MovieChat.Core.Film;
using MovieChat.Understudy.Grammar;

namespace MovieChat.Understudy.Talking.First;

/// <summary>From what the writer wants to a brief, beside the one that lies before them.</summary>
internal static class BriefFilling
{
    private const int MostNotes = 2_000;

    private static readonly string[] s_choices = ["drama", "mystery", "adventure", "comedy"];

    /// <summary>The brief that lies before the writer, and whether they wrote it themselves; null when there is none.</summary>
    public static (Brief Brief, bool ByWriter)? Present(JsonObject? result)
    {
        if (result?["draft"] is not JsonObject draft || draft["options"] is not JsonArray { Count: > 0 } options || options[0]?["content"] is not JsonObject content) return null;
        try
        {
            return content.Deserialize(FilmJson.Readable.Brief) is { } brief ? (brief, draft["by"]?.ToString() == "writer") : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What the brief holds goes in where the talk has told nothing; what the writer put there themselves also over what they said before.</summary>
    /// <param name="before">What they had said before this message.</param>
    public static Wants Beside(Wants wants, Wants before, (Brief Brief, bool ByWriter)? present)
    {
        if (present is not (var brief, var byWriter)) return wants;
        return wants with
        {
            Genres = List(wants.Genres, before.Genres, brief.Genres),
            Likes = List(wants.Likes, before.Likes, brief.Likes),
            Avoid = List(wants.Avoid, before.Avoid, brief.Avoid),
            Tones = brief.Tone.Length > 0 && (wants.Tones.Count == 0 || (byWriter && wants.Tones.SequenceEqual(before.Tones))) ? [brief.Tone] : wants.Tones,
            Message = Text(wants.Message, before.Message, brief.Message),
            Audience = Text(wants.Audience, before.Audience, brief.Audience),
            Length = byWriter && wants.Length == before.Length && (wants.Length is not null || brief.LengthMinutes != Brief.DefaultLengthMinutes) ? brief.LengthMinutes : wants.Length,
        };

        IReadOnlyList<string> List(IReadOnlyList<string> now, IReadOnlyList<string> then, IReadOnlyList<string> there) =>
            there.Count > 0 && ((now.Count == 0 && then.Count == 0) || (byWriter && now.SequenceEqual(then))) ? there : now;

        string Text(string now, string then, string there) => there.Length > 0 && (now.Length == 0 || (byWriter && now == then)) ? there : now;
    }

    public static Brief Fill(Wants wants, (Brief Brief, bool ByWriter)? present, string project)
    {
        var composed = Notes(wants);
        var own = present is { ByWriter: true, Brief.Notes: { Length: > 0 } notes } ? notes : "";
        return new()
        {
            Genres = GenresOf(wants, project),
            Tone = string.Join(", ", wants.Tones),
            Likes = [.. wants.Likes.Take(50)],
            Message = wants.Message,
            Audience = wants.Audience,
            LengthMinutes = wants.Length ?? Brief.DefaultLengthMinutes,
            Language = present?.Brief.Language is { Length: > 0 } language ? language : "English",
            Avoid = [.. wants.Avoid.Take(50)],
            Notes = Cut(own.Length == 0 ? composed : Sentences.Join([own, .. Sentences.Split(composed).Where(sentence => !own.Contains(sentence, StringComparison.Ordinal))])),
        };
    }

    public static bool IsSame(Brief one, Brief other) => JsonNode.DeepEquals(Node(one), Node(other));

    public static JsonObject Node(Brief brief) => JsonSerializer.SerializeToNode(brief, FilmJson.Readable.Brief)!.AsObject();

    /// <summary>Whether the genre was left to the companion, and is its choice.</summary>
    public static bool IsChosen(Wants wants) => wants.Genres.Count == 0 && wants.Left.Contains(Topic.Kind);

    private static IReadOnlyList<string> GenresOf(Wants wants, string project)
    {
        if (wants.Genres.Count > 0) return [.. wants.Genres.Take(5)];
        if (!wants.Answered.Contains(Topic.Kind)) return [];
        if (GenreWords.OfFilms(wants.Likes) is { } kindred) return [kindred];
        return IsChosen(wants) ? [Draw.From(project, "genre").Pick(s_choices)] : [];
    }

    private static string Notes(Wants wants) => Sentences.Join(
        Told("The story they bring: ", wants.Story), Told("What they like in those films: ", wants.Liking), Told("It plays ", wants.Place),
        Told("They see ", Lowered(wants.Person)), string.Join(' ', wants.Others.Select(Sentences.Closed)));

    /// <summary>An article that began an answer does not begin a sentence any more.</summary>
    private static string Lowered(string text) => text.StartsWith("A ", StringComparison.Ordinal) || text.StartsWith("An ", StringComparison.Ordinal) || text.StartsWith("The ", StringComparison.Ordinal) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    private static string Told(string lead, string text) => text.Length == 0 ? "" : Sentences.Closed(lead + text);

    private static string Cut(string text) => text.Length <= MostNotes ? text : text[..MostNotes];
}

using MovieChat.Core.Film;

namespace MovieChat.Understudy.Talking.First;

/// <summary>A brief in words.</summary>
internal static class BriefTelling
{
    private static readonly Topic[] s_order = [Topic.Kind, .. Topics.All.Where(topic => topic != Topic.Kind)];

    /// <summary>What stands in it, part by part.</summary>
    public static IReadOnlyList<string> All(Brief brief, Wants wants) => [.. s_order.Select(topic => Part(topic, brief, wants)).Where(part => part.Length > 0)];

    /// <summary>What stands in it and did not in the earlier one.</summary>
    public static IReadOnlyList<string> Changed(Brief brief, Wants wants, Brief earlier, Wants before) =>
        [.. Topics.All.Select(topic => (Now: Part(topic, brief, wants), Then: Part(topic, earlier, before), topic)).Where(part => part.Now != part.Then).Select(part => part.Now.Length > 0 ? part.Now : Gone(part.topic))];

    public static string Part(Topic topic, Brief brief, Wants wants) => topic switch
    {
        Topic.Kind => Kind(brief, wants),
        Topic.Likes when brief.Likes.Count > 0 => $"in the company of {Phrases.List(brief.Likes)}",
        Topic.Message when brief.Message.Length > 0 => $"to say: {brief.Message.TrimEnd('.')}",
        Topic.Message when wants.Story.Length > 0 => $"about {wants.Story}",
        Topic.Audience when brief.Audience.Length > 0 => $"for {brief.Audience.TrimEnd('.')}",
        Topic.Length => $"{brief.LengthMinutes} minutes{(wants.Length is null && brief.LengthMinutes == Brief.DefaultLengthMinutes ? " unless you say otherwise" : "")}",
        Topic.Avoid when brief.Avoid.Count > 0 => $"no {Phrases.List(brief.Avoid, "or")}",
        Topic.Place when wants.Place.Length > 0 => wants.Place.TrimEnd('.'),
        Topic.Person when wants.Person.Length > 0 => $"with {Phrases.Inner(wants.Person)}",
        _ => "",
    };

    private static string Kind(Brief brief, Wants wants)
    {
        var kind = string.Join(' ', new[] { brief.Tone, Phrases.List([.. brief.Genres.Select(genre => genre == "sciencefiction" ? "science fiction" : genre)]) }.Where(part => part.Length > 0));
        if (brief.Genres is [.., not ("thriller" or "comedy" or "drama" or "musical" or "western" or "romance" or "mystery")]) kind += " film";
        if (brief.Genres.Count > 0 && kind.Length > 0) kind = ("aeiou".Contains(char.ToLowerInvariant(kind[0])) ? "an " : "a ") + kind;
        return kind.Length > 0 && BriefFilling.IsChosen(wants) ? $"{kind} (my choice)" : kind;
    }

    private static string Gone(Topic topic) => topic switch { Topic.Likes => "no film named", Topic.Avoid => "nothing ruled out", _ => $"no {Topics.Name(topic)}" };
}

using MovieChat.Core.Film;

namespace MovieChat.Core.Craft;

/// <summary>A piece of the film's text, and where it stands.</summary>
/// <param name="Document">The id of its document.</param>
/// <param name="About">The person that it is about, for texts of a cast or a profile.</param>
/// <param name="Scene">The scene, for texts of a scene or its dialogue.</param>
/// <param name="Speaker">Who says it; null for what nobody says.</param>
internal sealed record Passage(string Document, string Text, string? About = null, Scene? Scene = null, string? Speaker = null)
{
    private const int LongestQuote = 240;

    /// <summary>Whether it is action on the page: what happens is seen there, while other texts may tell of other times.</summary>
    public bool IsAction { get; init; }

    public Evidence Evidence => Quoted(Text);

    public Evidence Quoted(string text) => new(Document, text.Length > LongestQuote ? text[..LongestQuote] + "…" : text);

    /// <summary>All texts of the film, its documents in the order of the journey, the dialogue in the order of the scenes.</summary>
    public static IEnumerable<Passage> Of(Screenplay film) =>
    [
        .. film.Idea is { } idea ? [new("ideas", idea.Logline)] : Array.Empty<Passage>(),
        .. (film.Synopsis?.Lines ?? []).Select(line => new Passage("synopsis", line)),
        .. (film.Cast?.Characters ?? []).SelectMany(Person),
        .. film.Profiles.Values.SelectMany(Profile),
        .. film.Plot is { } plot ? Plot(plot) : [],
        .. (film.Scenes?.Scenes ?? []).Select(scene => new Passage("scenes", scene.Summary, Scene: scene)),
        .. (film.Scenes?.Scenes ?? []).SelectMany(scene => film.Dialogues.TryGetValue(scene.Id, out var dialogue) ? Page(scene, dialogue) : []),
    ];

    /// <summary>What is done and said in a scene, in order.</summary>
    public static IEnumerable<Passage> Page(Scene scene, Dialogue dialogue)
    {
        var document = $"dialogue:{scene.Id}";
        foreach (var element in dialogue.Elements)
        {
            if (element.Type == ElementTypes.Action) yield return new(document, element.Text, Scene: scene) { IsAction = true };
            if (element.Type == ElementTypes.Dialogue) yield return new(document, element.Text, Scene: scene, Speaker: element.Character ?? "");
        }
    }

    private static IEnumerable<Passage> Person(Character person) => [new("cast", person.OneLine, person.Id), new("cast", person.Appearance, person.Id)];

    private static IEnumerable<Passage> Profile(Profile profile)
    {
        var document = $"profile:{profile.Character}";
        return [.. new[] { profile.Who, profile.Wants, profile.Struggles, profile.Change, profile.Wound }.Select(text => new Passage(document, text, profile.Character))];
    }

    private static IEnumerable<Passage> Plot(Plot plot) =>
        [new("plot", plot.Beginning), new("plot", plot.Middle), new("plot", plot.End), .. plot.Beats.Select(beat => new Passage("plot", beat.Text))];
}

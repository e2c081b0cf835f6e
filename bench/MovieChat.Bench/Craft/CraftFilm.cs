using System.Text.Json;
using MovieChat.Core.Film;

namespace MovieChat.Bench.Craft;

/// <summary>A film that was written for one brief, as far as it came.</summary>
/// <param name="Documents">What was approved, in the order of writing.</param>
/// <param name="IdeaOptions">Contents of all the ideas there were to choose from.</param>
/// <param name="Repairs">How many answers were sent back.</param>
/// <param name="Failure">Why it was not written to the end; null when it was.</param>
internal sealed record CraftFilm(
    string Id, Screenplay Film, IReadOnlyList<CraftDocument> Documents, IReadOnlyList<string> IdeaOptions, int Repairs, string? Failure)
{
    public IReadOnlyList<Character> Cast => Film.Cast?.Characters ?? [];

    public IReadOnlyList<Scene> Scenes => Film.Scenes?.Scenes ?? [];

    public CastNames Names { get; } = new((Film.Cast?.Characters ?? []).Select(person => person.Name));

    public IEnumerable<CraftDocument> Dialogues => Documents.Where(document => document.Id.Kind == "dialogue");

    public IEnumerable<Idea> Ideas => IdeaOptions.Select(option => JsonSerializer.Deserialize(option, FilmJson.Readable.Idea)!);

    /// <summary>All elements of the screenplay with the scene they stand in, in film order.</summary>
    public IEnumerable<(Scene Scene, Element Element)> Elements =>
        Scenes.Where(scene => Film.Dialogues.ContainsKey(scene.Id)).SelectMany(scene => Film.Dialogues[scene.Id].Elements.Select(element => (scene, element)));

    /// <summary>What is seen, heard and said: the screenplay without headings and cues.</summary>
    public IEnumerable<(Scene Scene, Element Element)> Prose => Elements.Where(each => each.Element.Type is ElementTypes.Action or ElementTypes.Dialogue);

    /// <summary>Every speech with its speaker. What a parenthetical parts is one speech.</summary>
    public IEnumerable<Speech> Speeches()
    {
        Speech? speech = null;
        foreach (var (scene, element) in Elements)
        {
            if (element.Type == ElementTypes.Parenthetical) continue;
            if (element.Type == ElementTypes.Dialogue && speech is not null)
            {
                speech = speech with { Text = $"{speech.Text} {element.Text}".Trim() };
                continue;
            }

            if (speech is { Text.Length: > 0 }) yield return speech;
            speech = element is { Type: ElementTypes.Character, Character: { } speaker } ? new(scene, speaker, "") : null;
        }

        if (speech is { Text.Length: > 0 }) yield return speech;
    }
}

/// <param name="Text">Without parentheticals.</param>
internal sealed record Speech(Scene Scene, string Speaker, string Text);

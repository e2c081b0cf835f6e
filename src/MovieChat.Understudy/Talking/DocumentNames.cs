using System.Text.RegularExpressions;
using MovieChat.Understudy.Library;

namespace MovieChat.Understudy.Talking;

/// <summary>What documents are called, and which one a writer means.</summary>
internal static partial class DocumentNames
{
    private const int Few = 5;

    /// <summary>As in "the profile of Mara (profile:mara)".</summary>
    public static string Of(string id, IReadOnlyList<TalkPerson> people)
    {
        var (kind, key) = id.Split(':', 2) is [var before, var after] ? (before, after) : (id, "");
        var name = Shelf.Talk.Documents.GetValueOrDefault(kind, $"the {kind}");
        if (key.Length == 0) return name;
        if (kind == "frame" && FrameKey().Match(key) is { Success: true } frame) return $"{name} of shot {frame.Groups[2].Value} of scene {frame.Groups[1].Value} ({id})";
        var whose = kind is "dialogue" or "shots" && SceneKey().Match(key) is { Success: true } scene ? $"scene {scene.Groups[1].Value}" : people.FirstOrDefault(person => person.Id == key)?.Name ?? Capital(key);
        return $"{name} of {whose} ({id})";
    }

    /// <summary>Of many, a few and how many more.</summary>
    public static string List(IReadOnlyList<string> ids, IReadOnlyList<TalkPerson> people, int most = 9)
    {
        var names = new List<string>();
        foreach (var group in ids.GroupBy(id => id.Split(':')[0]).Select(group => group.ToList()))
        {
            // Many of a kind are told together.
            if (group.Count > Few && group[0].Contains(':')) names.Add($"{Shelf.Talk.Documents.GetValueOrDefault(group[0].Split(':')[0], "the documents")}s {group[0]} to {group[^1]}");
            else names.AddRange(group.Select(id => id.StartsWith("and ", StringComparison.Ordinal) ? id[4..] : Of(id, people)));
        }

        return Phrases.List(names.Count <= most ? names : [.. names.Take(most), $"{names.Count - most} more"]);
    }

    /// <summary>The document that a message names; null when it names none.</summary>
    public static string? In(string said, TalkTurn turn, IReadOnlyList<TalkPerson> people)
    {
        var known = turn.Context.Film.Documents.Values.SelectMany(ids => ids).ToList();
        if (known.FirstOrDefault(id => id.Contains(':') && said.Contains(id, StringComparison.OrdinalIgnoreCase)) is { } named) return named;
        var person = people.FirstOrDefault(each => each.IsNamed(said));
        if (PortraitWord().IsMatch(said) && (person?.Id ?? Key(turn.Focus, "profile")) is { } face) return Existing($"portrait:{face}");
        if (FrameWord().IsMatch(said) && SceneNumber().Match(said) is { Success: true } drawn && ShotNumber().Match(said) is { Success: true } shot) return Existing($"frame:s{drawn.Groups["number"].Value}.{shot.Groups["shot"].Value}");
        if (ShotsWord().IsMatch(said) && (SceneIn(said) ?? Key(turn.Focus, "dialogue")?[1..]) is { } listed) return Existing($"shots:s{listed}");
        if (LookWord().IsMatch(said) && known.Contains("look")) return "look";
        if (ProfileWord().IsMatch(said) && person is not null) return Existing($"profile:{person.Id}");
        if (DialogueWord().IsMatch(said) && SceneNumber().Match(said) is { Success: true } scene) return Existing($"dialogue:s{scene.Groups["number"].Value}") ?? "scenes";
        return Kinds().Match(said) is { Success: true } kind ? Kind(kind.Value.ToLowerInvariant()) : null;

        string? Existing(string id) => known.Contains(id) ? id : known.Any(each => each.StartsWith("and ", StringComparison.Ordinal)) ? id : null;
    }

    /// <summary>What a document of a kind is about; null when it is of another kind.</summary>
    private static string? Key(string? id, string kind) => id?.Split(':', 2) is [var own, { Length: > 1 } key] && own == kind ? key : null;

    private static string? Kind(string word) => word.TrimEnd('s') switch
    {
        "brief" => "brief",
        "idea" or "logline" or "title" => "ideas",
        "synopsi" => "synopsis",
        "cast" or "character list" => "cast",
        "plot" or "beat sheet" or "beat" or "outline" or "treatment" => "plot",
        "scene list" or "list of scene" => "scenes",
        _ => "scenes",
    };

    private static string Capital(string key) => char.ToUpperInvariant(key[0]) + key[1..];

    /// <summary>The number of the scene that a message speaks of; null when it speaks of none.</summary>
    public static string? SceneIn(string said) => SceneNumber().Match(said) is { Success: true } scene ? scene.Groups["number"].Value : null;

    [GeneratedRegex(@"\As(\d+)\z")]
    private static partial Regex SceneKey();

    [GeneratedRegex(@"\As(\d+)\.(\d+)\z")]
    private static partial Regex FrameKey();

    [GeneratedRegex(@"\bportraits?\b", RegexOptions.IgnoreCase)]
    private static partial Regex PortraitWord();

    [GeneratedRegex(@"\b(frames?|storyboard)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex FrameWord();

    [GeneratedRegex(@"\b(shots|shot ?lists?|list of shots)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ShotsWord();

    [GeneratedRegex(@"\b(shot|frame|panel) (number |no\.? ?)?(?<shot>\d{1,3})\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ShotNumber();

    // "Look at it" is about no document.
    [GeneratedRegex(@"\b(the|a|our|my|this|its|film's|overall|visual) look\b(?! at)|\blook (and feel|of the (film|movie|whole))\b|\b(colou?r )?palette\b|\bcinematograph|\b(aspect ratio|visual style|colou?r scheme)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex LookWord();

    [GeneratedRegex(@"\b(scenes? (number |no\.? ?)?s?(?<number>\d{1,3})|s(?<number>\d{1,3}))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex SceneNumber();

    [GeneratedRegex(@"\b(profile|backstory|wound|voice)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ProfileWord();

    [GeneratedRegex(@"\b(dialogues?|page|lines|script)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex DialogueWord();

    [GeneratedRegex(@"\b(brief|ideas?|logline|synopsis|cast|character list|plot|beat sheet|outline|treatment|scene list|list of scenes|the scenes|all scenes|scenes? s?\d{1,3})\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Kinds();
}

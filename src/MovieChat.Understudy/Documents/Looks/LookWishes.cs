using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using MovieChat.Core.Film;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents.Looks;

/// <summary>Follows what a note or a brief asks of a look.</summary>
internal static partial class LookWishes
{
    private const int MostColours = 6, FewestColours = 3;

    /// <summary>What a brief may ask for without asking for another story: how it is shot, and not where or when it plays.</summary>
    private static readonly string[] OfBriefs = ["colour", "movement", "surface"];

    // The patterns are as many as there are wishes in the material.
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new();

    public static Look OfBrief(Story story, Look look)
    {
        var notes = story.Film.Brief?.Notes ?? "";
        foreach (var change in Asked(notes).Where(change => OfBriefs.Contains(change.Group))) look = Changed(look, change, story);
        return Shaped(look, notes, story) ?? look;
    }

    /// <summary>The look as the note asks for it; null when the note asks for nothing that a look can follow.</summary>
    public static Look? Follow(string note, Look look, Story story)
    {
        var changes = Asked(note).ToList();
        var changed = changes.Aggregate(look, (each, change) => Changed(each, change, story));
        changed = Shaped(changed, note, story) ?? changed;
        changed = Coloured(changed, note);
        if (NoReferences().IsMatch(note)) changed = changed with { References = [] };
        // What is so already has been followed.
        return changes.Count > 0 || !ReferenceEquals(changed, look) || AspectIn(note) == look.AspectRatio ? changed : null;
    }

    private static IEnumerable<LookChange> Asked(string note) => Shelf.Looks.Wishes.Where(change =>
        Pattern(change.Asks).Match(note) is { Success: true } match && !Negation().IsMatch(note[..match.Index]));

    private static Look Changed(Look look, LookChange change, Story story)
    {
        var palette = Palette(look.Palette, change);
        var pen = story.PenFor($"look {change.Name}").With(LookSlots.Of(story, palette));
        var replaced = Shelf.Looks.Wishes.Where(other => other.Group == change.Group).ToList();
        return look with
        {
            Palette = palette,
            Light = Field(look.Light, change.Light, replaced.SelectMany(other => other.Light ?? [])),
            Lenses = Field(look.Lenses, change.Lenses, replaced.SelectMany(other => other.Lenses ?? [])),
            Texture = Field(look.Texture, change.Texture, replaced.SelectMany(other => other.Texture ?? [])),
        };

        string Field(string text, IReadOnlyList<string>? told, IEnumerable<string> earlier)
        {
            var gone = earlier.Select(template => TemplateReading.Pattern(template)).ToList();
            var left = Sentences.Split(text).Where(sentence => !gone.Exists(pattern => pattern.IsMatch(sentence)) && !IsAgainst(sentence, change)).ToList();
            if (told is not null && pen.Line(told) is { Length: > 0 } line) left.Insert(Ratio().IsMatch(left.LastOrDefault() ?? "") ? left.Count - 1 : left.Count, line);
            return left.Count > 0 ? Sentences.Join(left) : text;
        }
    }

    private static bool IsAgainst(string sentence, LookChange change) => change.Against.Length > 0 && Pattern(change.Against).IsMatch(sentence);

    private static IReadOnlyList<string> Palette(IReadOnlyList<string> palette, LookChange change)
    {
        if (change.Greys) return [.. palette.Select((colour, place) => Grey().IsMatch(colour) ? colour : $"{colour}, as {Greys[place % Greys.Length]}")];
        if (change.Palette is null) return palette;
        var coming = change.Palette.Where(colour => !palette.Contains(colour)).ToList();
        var left = palette.Where(colour => change.Drops.Length == 0 || !Pattern(change.Drops).IsMatch(colour)).ToList();
        if (left.Count < FewestColours - 1) left = [.. palette.Take(FewestColours - 1)];
        return [.. left.Take(MostColours - coming.Count), .. coming];
    }

    private static readonly string[] Greys = ["the blackest black", "a light grey", "a middle grey", "paper white", "a dark grey", "the grey of ash"];

    /// <summary>Null when the note names no shape.</summary>
    private static Look? Shaped(Look look, string note, Story story)
    {
        if (AspectIn(note) is not { } ratio || ratio == look.AspectRatio) return null;
        var pen = story.PenFor("shape").With(LookSlots.Of(story, look.Palette));
        var left = Sentences.Split(look.Lenses).Where(sentence => !Ratio().IsMatch(sentence));
        var why = pen.Line(Shelf.Looks.Shapes[ratio]);
        return look with { AspectRatio = ratio, Lenses = Sentences.Join([.. left, why.Length > 0 ? $"{ratio}: {char.ToLowerInvariant(why[0])}{why[1..]}" : $"The shape is {ratio}."]) };
    }

    private static string? AspectIn(string note) => Aspect().Match(note) is not { Success: true } match || Negation().IsMatch(note[..match.Index]) ? null : match.Value.ToLowerInvariant() switch
    {
        ['1', '.' or ',', '8', ..] or "flat" => "1.85",
        ['1', '6', ..] or ['1', '.' or ',', '7', ..] => "16:9",
        ['4', ..] or ['1', ..] or "academy" or "square" => "4:3",
        _ => "2.39",
    };

    /// <summary>A colour by its plain name, more of it or less.</summary>
    private static Look Coloured(Look look, string note)
    {
        foreach (Match match in PlainColour().Matches(note))
        {
            var (name, isLess) = (match.Groups["colour"].Value.ToLowerInvariant(), match.Groups["less"].Success);
            if (!Shelf.Looks.Colours.TryGetValue(name, out var seen)) continue;
            var left = look.Palette.Where(colour => colour != seen && !(isLess && Sentences.Mentions(colour.ToLowerInvariant(), name))).ToList();
            if (isLess ? left.Count < FewestColours : look.Palette.Contains(seen)) continue;
            look = look with { Palette = isLess ? left : [.. left.Take(MostColours - 1), seen] };
        }

        return look;
    }

    private static Regex Pattern(string pattern) => Patterns.GetOrAdd(pattern, each => new(each, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));

    [GeneratedRegex(@"\b(no|not|never|without|avoid|nothing|isn't|don't make it|do not make it)( (too|so|any|more|much|the))*\s+\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Negation();

    [GeneratedRegex(@", as (the|a|paper) |, as paper white", RegexOptions.ExplicitCapture)]
    private static partial Regex Grey();

    [GeneratedRegex(@"\A(1\.85|2\.39|16:9|4:3): |\AThe shape is ", RegexOptions.ExplicitCapture)]
    private static partial Regex Ratio();

    [GeneratedRegex(@"\b(2[.,](39|35|4)\b|1[.,]85|1[.,]78|16[:x/]9|4[:x/]3|1[.,]3[37]|cinemascope|scope|wide ?screen|anamorphic|academy|square)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Aspect();

    [GeneratedRegex(@"\b((?<less>less|no|without( any)?|fewer)|more|add( a( bit of)?| some)?|some|a bit of)\s+(?<colour>red|green|blue|yellow|orange|pink|brown|black|white|gr[ea]y|violet|purple|gold|silver|turquoise)s?\b(?! and white)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex PlainColour();

    [GeneratedRegex(@"\b(no|without|drop|remove|delete) (the |any |all )*references?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NoReferences();
}

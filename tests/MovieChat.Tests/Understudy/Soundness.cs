using System.Text.RegularExpressions;
using MovieChat.Core.Film;

namespace MovieChat.Tests.Understudy;

/// <summary>What must hold for every film.</summary>
internal static partial class Soundness
{
    public static void Check(WholeFilm film)
    {
        Assert.Equal(Synopsis.LineCount, film.Facts.Synopsis!.Lines.Count);
        Assert.DoesNotContain(film.Facts.Synopsis.Lines, string.IsNullOrWhiteSpace);
        Cast(film.Facts.Cast!);
        foreach (var profile in film.Facts.Profiles!) Profile(profile, film.Facts.Cast!);
        Plot(film.Facts.Plot!);
        Scenes(film);
        foreach (var (scene, dialogue) in film.Scenes.Zip(film.Dialogues)) Dialogue(dialogue, scene, film.Facts.Cast!);
        Assert.DoesNotMatch(Unfilled(), film.Text);
    }

    public static void Cast(Cast cast)
    {
        Assert.InRange(cast.Characters.Count, 2, 12);
        Assert.Equal(cast.Characters.Count, cast.Characters.Select(one => one.Id).Distinct().Count());
        Assert.All(cast.Characters, one => Assert.Matches(@"\A[A-Za-z0-9][A-Za-z0-9_-]{0,39}\z", one.Id));
        Assert.All(cast.Characters, one => Assert.True(one.OneLine.Length > 10 && one.Appearance.Length > 10));
        Assert.Single(cast.Characters, one => Roles.IsProtagonist(one.Role));
        Assert.Contains(cast.Characters, one => Roles.IsOpposing(one.Role));
    }

    private static void Profile(Profile profile, Cast cast)
    {
        Assert.All([profile.Who, profile.Wants, profile.Struggles, profile.Change, profile.Voice], text => Assert.True(text.Length > 10, text));
        Assert.All(profile.Relations, relation => Assert.Contains(cast.Characters, one => one.Id == relation.Character && one.Id != profile.Character));
        Assert.All(profile.Relations, relation => Assert.True(relation.Text.Length > 10));
    }

    private static void Plot(Plot plot)
    {
        Assert.True(Words(plot) >= 600, $"{Words(plot)} words");
        Assert.All(plot.Beats, beat => Assert.InRange(beat.Position, 0, 1));
        Assert.Equal(plot.Beats.Select(beat => beat.Position).Order(), plot.Beats.Select(beat => beat.Position));
        Assert.DoesNotContain(plot.Beats, beat => beat.Text.Length < 10);
    }

    public static int Words(Plot plot) =>
        $"{plot.Beginning} {plot.Middle} {plot.End}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static void Scenes(WholeFilm film)
    {
        var scenes = film.Scenes;
        Assert.Equal(Enumerable.Range(1, scenes.Count), scenes.Select(scene => scene.Number));
        Assert.Equal(scenes.Count, scenes.Select(scene => scene.Id).Distinct().Count());
        Assert.Equal(scenes.Select(scene => scene.Position).Order(), scenes.Select(scene => scene.Position));
        Assert.Equal(SceneWords.Opening, scenes[0].Purpose);
        Assert.Equal(SceneWords.Conclusion, scenes[^1].Purpose);
        Assert.Contains(scenes, scene => scene.Purpose is "twist" or "reveal" or "chase");
        Assert.All(scenes, scene => Assert.Contains(scene.Purpose, SceneWords.Purposes));
        Assert.All(scenes, scene => Assert.Contains(scene.Heading.Setting, SceneWords.Settings));
        Assert.All(scenes, scene => Assert.InRange(scene.Position, 0, 1));
        Assert.All(scenes.SelectMany(scene => scene.Characters), id => Assert.Contains(film.Facts.Cast!.Characters, one => one.Id == id));
    }

    private static void Dialogue(Dialogue dialogue, Scene scene, Cast cast)
    {
        Assert.Equal(scene.Id, dialogue.Scene);
        var lines = PageMeasure.Lines(dialogue.Elements);
        Assert.True(lines is >= 33 and <= 112, $"{scene.Id} has {lines} lines");
        Assert.All(dialogue.Elements, element => Assert.Contains(element.Type, ElementTypes.All));
        Assert.DoesNotContain(dialogue.Elements, element => string.IsNullOrWhiteSpace(element.Text));
        foreach (var (element, next) in dialogue.Elements.Zip(dialogue.Elements.Skip(1).Append(null)))
        {
            if (element.Type != ElementTypes.Character) continue;
            Assert.Contains(element.Character, scene.Characters);
            Assert.Equal(cast.Characters.Single(one => one.Id == element.Character).Name.ToUpperInvariant(), element.Text);
            Assert.True(next?.Type is ElementTypes.Dialogue or ElementTypes.Parenthetical);
        }
    }

    public static Predicate<Element> IsCueOf(string name)
    {
        var cue = name.ToUpperInvariant();
        return element => element.Type == ElementTypes.Character && element.Text == cue;
    }

    [GeneratedRegex(@"[{}]|\b[Aa] [aeiou](?!ne\b|ni|se|u|we)|\ban [bcdfgjklmnpqrstvwxyz]|\.\.|,,| ,|\b(the|an?|and|with|that|from|into|over) \1\b")]
    private static partial Regex Unfilled();
}

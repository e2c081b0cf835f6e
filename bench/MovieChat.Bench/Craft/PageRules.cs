using System.Text.RegularExpressions;
using MovieChat.Core.Film;

namespace MovieChat.Bench.Craft;

/// <summary>What screenwriters are taught to keep off the page.</summary>
internal static partial class PageRules
{
    private const int MostSpeechLines = 4;
    private const double MostParentheticals = 0.08;

    public static IEnumerable<CraftFigure> Of(IReadOnlyList<CraftFilm> films)
    {
        Line[] prose = [.. films.SelectMany(film => film.Prose.Select(each => new Line($"{film.Id} {each.Scene.Id}", each.Element.Text, each.Element.Type)))];
        Line[] action = [.. prose.Where(line => line.Type == ElementTypes.Action)];
        Line[] speeches = [.. films.SelectMany(film => film.Speeches().Select(speech => new Line($"{film.Id} {speech.Scene.Id}", speech.Text, ElementTypes.Dialogue)))];
        yield return Share("actions that tell what can not be seen", action, line => Found(Inner(), line));
        yield return Share("lines with words of the camera", prose, line => Found(Camera(), line));
        yield return Share("lines with stock phrases", prose, line => Found(Stock(), line));
        yield return Share($"speeches over {MostSpeechLines} printed lines", speeches, line => Printed(line) > MostSpeechLines ? $"{Printed(line)} lines" : null);
        var parentheticals = films.Sum(film => film.Elements.Count(each => each.Element.Type == ElementTypes.Parenthetical)) / (double)Math.Max(1, speeches.Length);
        yield return new("parentheticals per speech", $"{parentheticals:0.000}", $"≤ {MostParentheticals}", parentheticals <= MostParentheticals);
    }

    private static CraftFigure Share(string name, Line[] lines, Func<Line, string?> fault)
    {
        var found = lines.Select(line => (line, fault: fault(line))).Where(each => each.fault is not null).ToArray();
        var value = $"{(double)found.Length / Math.Max(1, lines.Length):P1}, {found.Length} of {lines.Length}";
        var frequent = found.CountBy(each => each.fault!.ToLowerInvariant()).OrderByDescending(each => each.Value).Take(6).Select(each => $"{each.Value} × {each.Key}");
        return CraftFigure.None(name, found.Length, value, [.. frequent, .. found.Take(6).Select(each => $"{each.line.Place} ({each.fault}): {each.line.Text}")]);
    }

    private static string? Found(Regex pattern, Line line) => pattern.Match(line.Text) is { Success: true } match ? match.Value : null;

    private static int Printed(Line line) => PageMeasure.Lines(new Element { Type = line.Type, Text = line.Text });

    [GeneratedRegex(@"\b(?:knows?|thinks?|feels?|felt|remembers?|realis\w+|realiz\w+|wonders?|believes?|hopes?|understands?|decides?|wants?|recognis\w+|imagines?|regrets?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Inner();

    [GeneratedRegex(@"\b(?:camera|close on|close-up|we see|we hear|pan to|cut to|zoom|dolly|angle on|fade)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Camera();

    [GeneratedRegex(
        @"\b(?:let out a breath|breath (?:he|she|they) didn't know|as you know|you just don't get it|we're not so different|this ends (?:now|tonight)|trust me\b|it's not what it looks like|we need to talk|you don't understand|I didn't sign up for this|what could possibly go wrong|a shiver|time stood still|the calm before the storm|heart (?:pounds|races|skips)|silence (?:hangs|falls|stretches)|tension|palpable|tapestry|testament to|whisper of|dance of|steels? (?:him|her|them)self|a beat\b|deafening silence)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Stock();

    /// <param name="Place">The film and the scene.</param>
    private sealed record Line(string Place, string Text, string Type);
}

using System.Globalization;
using System.Text.RegularExpressions;
using MovieChat.Core.Film;

namespace MovieChat.Tests.Exports;

/// <summary>The normalisation that the export promises, said again in another way: by regular expressions.</summary>
internal static partial class Canonical
{
    [GeneratedRegex("\r\n|[\n\r\v\f\u0085\u2028\u2029]")] private static partial Regex LineBreak();
    [GeneratedRegex(@"\p{Cc}|\uFEFF")] private static partial Regex Control();

    public static string Told(Element element) => element.Type switch
    {
        ElementTypes.Action => $"Action: {Indented(element.Text)}",
        ElementTypes.Dialogue => $"Dialogue: {Block(element.Text)}",
        ElementTypes.Parenthetical => $"Parenthetical: {Parenthetical(element.Text)}",
        var single => $"{CultureInfo.InvariantCulture.TextInfo.ToTitleCase(single)}: {Line(element.Text)}",
    };

    public static string Indented(string text) => string.Join('\n', Lines(text).Select(line => line.TrimEnd())).Trim('\n');
    public static string Block(string text) => string.Join('\n', Lines(text).Select(line => line.Trim())).Trim('\n');
    public static string Line(string text) => string.Join(' ', Lines(text).Select(line => line.Trim()).Where(line => line != ""));

    public static string Title(string text) => Regex.Replace(Block(text), "\n+", "\n");

    public static string Heading(Scene scene)
    {
        var text = Regex.Replace(Line(scene.Heading.ToString()), @"^[.\s]+", "");
        return text == "" ? $"{scene.Number}" : text;
    }

    public static string Parenthetical(string text) => Regex.IsMatch(Line(text), @"^\(.*\)$") ? Line(text) : $"({Line(text)})";

    private static IEnumerable<string> Lines(string text) => LineBreak().Split(ValidUtf16(text))
        .Select(line => Control().Replace(line.Replace("\t", "    "), ""));

    private static string ValidUtf16(string text) => string.Concat(text.EnumerateRunes());
}

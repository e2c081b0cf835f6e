using MovieChat.Core.Exports;
using MovieChat.Core.Film;

namespace MovieChat.Core.Scripts;

/// <summary>Scene headings as scripts write them.</summary>
internal static class HeadingText
{
    private const int MostTime = 60;

    /// <summary>How a heading begins, the longer ones first, and the setting that it means.</summary>
    private static readonly (string Start, string Setting)[] Starts =
    [
        ("INT./EXT", "INT./EXT"), ("EXT./INT", "INT/EXT"), ("INT/EXT", "INT/EXT"), ("EXT/INT", "INT/EXT"), ("I./E", "I/E"), ("I/E", "I/E"), ("E/I", "I/E"), ("INT", "INT"), ("EXT", "EXT"), ("EST", "EST"),
    ];

    private static readonly string[] Dashes = [" - ", " – ", " — ", " -- "];

    /// <summary>The heading in its parts; null when it names no setting. What stands behind the last dash is the time; a script may leave it out.</summary>
    public static SceneHeading? Read(string heading)
    {
        var text = heading.TrimStart('.', ' ');
        foreach (var (start, setting) in Starts)
        {
            if (!text.StartsWith(start, StringComparison.OrdinalIgnoreCase)) continue;
            var rest = text[start.Length..];
            if (rest.Length > 0 && rest[0] is not ('.' or ' ' or ':' or '-')) continue;
            return Split(setting, rest.Trim('.', ' ', ':', '-') is { Length: > 0 } plain ? plain : rest.Trim('.', ' '));
        }

        return null;
    }

    /// <summary>As two headings are compared: as they are printed, whatever their case.</summary>
    public static string Key(string heading) =>
        FdxLists.Valid(Read(heading) is { } read && read.Place.Length > 0 ? read.ToString().ToUpperInvariant() : heading.ToUpperInvariant());

    private static SceneHeading Split(string setting, string rest)
    {
        var (at, length) = Dashes.Select(dash => (At: rest.LastIndexOf(dash, StringComparison.Ordinal), dash.Length)).MaxBy(found => found.At);
        var time = at > 0 ? rest[(at + length)..].Trim() : "";
        return time.Length is 0 or > MostTime
            ? new() { Setting = setting, Place = rest, Time = "" }
            : new() { Setting = setting, Place = rest[..at].Trim(), Time = time };
    }
}

namespace MovieChat.Core.Exports;

/// <summary>The block of <c>Key: value</c> lines at the head of a file. Any key may stand there, but a first line such as <c>FADE IN:</c> is script,
/// so a title page begins with one of the keys in use.</summary>
internal static class FountainTitlePage
{
    private static readonly string[] FirstKeys =
        ["title", "credit", "author", "authors", "source", "notes", "draft date", "date", "contact", "copyright", "revision", "revisions"];

    /// <summary>Reads the fields from the first line that is not empty; <paramref name="at"/> moves behind them, or stays when there are none.</summary>
    public static IReadOnlyList<TitleField> Read(IReadOnlyList<SourceLine> lines, ref int at)
    {
        var first = at;
        while (first < lines.Count && lines[first].IsEmpty) first++;
        if (first == lines.Count || !FirstKeys.Contains(KeyOf(lines[first].Text), StringComparer.OrdinalIgnoreCase)) return [];
        var end = first;
        while (end < lines.Count && !lines[end].IsEmpty) end++;
        at = end;
        return Fields(lines.Skip(first).Take(end - first).Select(line => line.Text));
    }

    private static List<TitleField> Fields(IEnumerable<string> lines)
    {
        var fields = new List<(string Key, List<string> Lines)>();
        foreach (var line in lines)
        {
            var key = KeyOf(line);
            if (key is not null) fields.Add((key, []));
            var value = (key is null ? line : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]).Trim();
            if (value.Length > 0) fields[^1].Lines.Add(FountainText.Plain(value));
        }
        return [.. fields.Select(field => new TitleField(field.Key, string.Join('\n', field.Lines)))];
    }

    private static string? KeyOf(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0 || char.IsWhiteSpace(line[0]) ? null : line[..colon].Trim();
    }
}

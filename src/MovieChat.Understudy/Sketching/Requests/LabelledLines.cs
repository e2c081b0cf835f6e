namespace MovieChat.Understudy.Sketching.Requests;

/// <summary>A prompt's lines by their labels: <c>Action: Mara counts.</c> A line without a known label goes on with the one before.</summary>
internal sealed class LabelledLines
{
    private const int Longest = 20_000;

    private static readonly string[] Labels =
        ["person", "role", "appearance", "character", "look", "option", "change", "scene", "size", "angle", "move", "lens", "action", "people", "people, left to right", "likeness", "palette", "stated", "earlier"];

    private readonly Dictionary<string, List<string>> _lines = [];

    private LabelledLines(string opening) => Opening = opening;

    /// <summary>What stands before the first label.</summary>
    public string Opening { get; private set; }

    public static LabelledLines Parse(string? prompt)
    {
        var parsed = new LabelledLines("");
        var text = prompt ?? "";
        if (text.Length > Longest) text = text[..Longest];
        string? label = null;
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.Trim();
            var colon = trimmed.IndexOf(':');
            var name = colon is > 0 and < 30 ? trimmed[..colon].Trim().ToLowerInvariant() : "";
            if (Array.IndexOf(Labels, name) >= 0)
            {
                label = name.StartsWith("people", StringComparison.Ordinal) ? "people" : name;
                parsed.Add(label, trimmed[(colon + 1)..].Trim());
            }
            else if (label is null) parsed.Opening += trimmed + " ";
            else if (trimmed.Length > 0) parsed.Add(label, trimmed);
        }
        return parsed;
    }

    public bool Has(string label) => _lines.ContainsKey(label);

    public string Text(string label) => _lines.TryGetValue(label, out var lines) ? string.Join(' ', lines) : "";

    public IReadOnlyList<string> All(string label) => _lines.TryGetValue(label, out var lines) ? lines : [];

    private void Add(string label, string text)
    {
        if (!_lines.TryGetValue(label, out var lines)) _lines[label] = lines = [];
        if (text.Length > 0 && lines.Count < 40) lines.Add(text);
    }
}

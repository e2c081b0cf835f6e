using System.Text;

namespace MovieChat.Tests.Writing;

/// <summary>The JSON of a document as no serializer writes it: blanks, escapes of every kind, lists in lists; and where everything stands.</summary>
internal sealed class RandomJson
{
    /// <summary>How a piece of text is written, and what it says.</summary>
    private static readonly (string Raw, string Value)[] Pieces =
    [
        ("a", "a"), ("ferry", "ferry"), (" ", " "), ("ä", "ä"), ("🎬", "🎬"), ("""\ud83c\udfac""", "🎬"), ("""\n""", "\n"), ("\\\"", "\""), ("""\\""", "\\"),
        ("""\u0041""", "A"), ("""\/""", "/"), ("/", "/"), ("<b>", "<b>"), ("""\u00e4""", "ä"), ("漢", "漢"), ("{", "{"), ("]", "]"),
    ];

    private readonly Random _random;
    private readonly StringBuilder _text = new();
    private readonly List<(string Text, List<(int Start, int End, string Value)> Pieces)> _strings = [];
    private readonly List<(string, int, int)> _properties = [];
    private readonly List<(string, int, int)> _items = [];

    public RandomJson(int seed)
    {
        _random = new(seed);
        _text.Append('{');
        var count = _random.Next(1, 6);
        for (var place = 0; place < count; place++) WriteProperty($"p{place}", place < count - 1);
        _text.Append('}');
    }

    public string Text => _text.ToString();

    /// <summary>What every string says, names left out.</summary>
    public IEnumerable<string> Texts => _strings.Select(each => each.Text);

    /// <summary>The properties and where their values stand.</summary>
    public IReadOnlyList<(string Name, int Start, int End)> Properties => _properties;

    /// <summary>The items with an id in the lists of properties.</summary>
    public IReadOnlyList<(string Id, int Start, int End)> Items => _items;

    /// <summary>Some words of some string, and where they are written.</summary>
    public (string Passage, int Start, int End) SomePassage()
    {
        var (_, pieces) = _strings[_random.Next(_strings.Count)];
        var from = _random.Next(pieces.Count);
        var to = _random.Next(from, pieces.Count);
        return (string.Concat(pieces[from..(to + 1)].Select(piece => piece.Value)), pieces[from].Start, pieces[to].End);
    }

    private void WriteProperty(string name, bool hasNext)
    {
        _text.Append(Blanks()).Append('"').Append(name).Append('"').Append(Blanks()).Append(':').Append(Blanks());
        var start = _text.Length;
        if (_strings.Count == 0 || _random.Next(2) == 0) WriteString();
        else WriteList(name);
        _properties.Add((name, start, _text.Length));
        _text.Append(Blanks()).Append(hasNext ? "," : "");
    }

    private void WriteList(string name)
    {
        _text.Append('[').Append(Blanks());
        var count = _random.Next(4);
        for (var place = 0; place < count; place++)
        {
            var start = _text.Length;
            var id = $"{name}-{place}";
            _text.Append('{').Append(Blanks()).Append("\"id\":\"").Append(id).Append("\",\"deep\":[[");
            AddKnown(id);
            WriteString();
            _text.Append("],-1.5e3,true,null]}");
            _items.Add((id, start, _text.Length));
            _text.Append(Blanks()).Append(place < count - 1 ? "," : "");
        }

        _text.Append(']');
    }

    private void AddKnown(string id) => _strings.Add((id, [(_text.Length - id.Length - 11, _text.Length - 11, id)]));

    private void WriteString()
    {
        _text.Append('"');
        var pieces = new List<(int, int, string)>();
        for (var left = _random.Next(1, 12); left > 0; left--)
        {
            var (raw, value) = Pieces[_random.Next(Pieces.Length)];
            pieces.Add((_text.Length, _text.Length + raw.Length, value));
            _text.Append(raw);
        }

        _strings.Add((string.Concat(pieces.Select(piece => piece.Item3)), pieces));
        _text.Append('"');
    }

    private string Blanks() => _random.Next(3) switch { 0 => "", 1 => " ", _ => "\n\t " };
}

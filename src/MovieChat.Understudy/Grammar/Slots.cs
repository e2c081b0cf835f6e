using System.Text;
using System.Text.RegularExpressions;

namespace MovieChat.Understudy.Grammar;

/// <summary>What stands for the slots of a template: <c>{hero}</c>, <c>{rival.his}</c>, <c>{town}</c>. Values are inserted as they are,
/// so text by others cannot smuggle in slots of its own.</summary>
internal sealed partial class Slots
{
    private readonly Dictionary<string, string> _values;

    public Slots() => _values = [];

    private Slots(Dictionary<string, string> values) => _values = values;

    public Slots Copy() => new(new(_values));

    public string? this[string name] => _values.GetValueOrDefault(name);

    public void Set(string name, string value) => _values[name] = value;

    /// <summary>The template with every slot filled, articles agreeing and sentences capitalised; null when a slot has no value here.</summary>
    public string? Fill(string template)
    {
        var filled = Phrase(template);
        return filled is null ? null : Sentences.Capitalised(filled);
    }

    /// <summary>Like <see cref="Fill"/>, for a piece that goes inside a sentence.</summary>
    public string? Phrase(string template)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (Match slot in Slot().Matches(template))
        {
            if (!_values.TryGetValue(slot.Groups[1].Value, out var value)) return null;
            text.Append(template, at, slot.Index - at);
            Agree(text, value);
            text.Append(value);
            at = slot.Index + slot.Length;
        }
        return text.Append(template, at, template.Length - at).ToString();
    }

    /// <summary>Turns an article that stands right before a slot into the one its value takes.</summary>
    private static void Agree(StringBuilder text, string value)
    {
        var tail = Math.Max(0, text.Length - 4);
        var article = Article().Match(text.ToString(tail, text.Length - tail));
        if (!article.Success) return;
        var letter = article.Groups[1].Value[0];
        text.Length = tail + article.Groups[1].Index;
        text.Append(letter).Append(Vowel().IsMatch(value) ? "n " : " ");
    }

    [GeneratedRegex(@"\{([A-Za-z]+(?:\.[a-z]+)?)\}")]
    private static partial Regex Slot();

    [GeneratedRegex(@"(?<![\w'])([Aa]n? )\z")]
    private static partial Regex Article();

    [GeneratedRegex(@"\A(?!one\b|uni|use|eu|once)[aeiou]|\Ahour|\Ahonest|\Aheir", RegexOptions.IgnoreCase)]
    private static partial Regex Vowel();
}

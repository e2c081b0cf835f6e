using MovieChat.Core.Scripts;

namespace MovieChat.Core.Writing.Checks;

/// <summary>Collects what is wrong with one document.</summary>
internal sealed class FaultList
{
    /// <summary>Most characters in one text of a document.</summary>
    public const int MostText = 20_000;

    /// <summary>Most items in one list of a document.</summary>
    public const int MostItems = 500;

    private const int MostListed = 12;

    private readonly List<Fault> _faults = [];

    public IReadOnlyList<Fault> Faults => _faults;

    public void Add(string path, string message) => _faults.Add(new(path, message));

    public void When(bool isWrong, string path, string message)
    {
        if (isWrong) Add(path, message);
    }

    /// <summary>A text that must say something, and may not be endless.</summary>
    public void Text(string path, string? text, int most = MostText)
    {
        if (string.IsNullOrWhiteSpace(text)) Add(path, "must not be empty.");
        else Bounded(path, text, most);
    }

    public void Bounded(string path, string? text, int most = MostText)
    {
        if (text?.Length > most) Add(path, $"has {text.Length} characters and may have {most}.");
    }

    /// <summary>A list of texts without empty ones.</summary>
    public void Texts(string path, IReadOnlyList<string> texts, int most)
    {
        Items(path, texts.Count, 0, most);
        foreach (var (place, text) in texts.Index()) Text($"{path}[{place}]", text, 500);
    }

    /// <summary>A word of a list, as it stands there.</summary>
    public void Word(string path, string word, IReadOnlyList<string> words) =>
        When(!words.Contains(word), path, $"'{Shown(word)}' is none of {string.Join(", ", words)}.");

    public void Items(string path, int count, int least, int most = MostItems)
    {
        if (count < least) Add(path, $"has {count} items and needs at least {least}.");
        if (count > most) Add(path, $"has {count} items and may have {most}.");
    }

    /// <summary>What other documents are named by: safe in an id, and no two alike.</summary>
    public void Ids(string path, IReadOnlyList<string> ids)
    {
        foreach (var (place, id) in ids.Index())
        {
            When(!Journey.DocumentId.IsPartId(id), $"{path}[{place}].id", $"'{Shown(id)}' is no id: use 1 to 40 letters a-z, digits, dashes.");
        }

        // Ids name rows, files and addresses: two that differ in case alone would be taken for one another.
        foreach (var twice in ids.GroupBy(id => id, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            Add(path, $"the id '{Shown(twice.Key)}' is used {twice.Count()} times: every id is unique.");
        }
    }

    public void Fraction(string path, double position) =>
        When(position is not (>= 0 and <= 1), path, $"is {position}: a position is a fraction of the length, from 0 to 1.");

    /// <summary>People of a scene as a message may list them: the document gives their ids and their number, so both are cut.</summary>
    public static string People(IEnumerable<string> ids)
    {
        string[] all = [.. ids];
        var shown = string.Join(", ", all.Take(MostListed).Select(Shown));
        return all.Length switch
        {
            0 => "it has no people",
            <= MostListed => $"its people are {shown}",
            _ => $"its people are {shown} and {all.Length - MostListed} more",
        };
    }

    /// <summary>A value as a message may show it.</summary>
    public static string Shown(string? value) => Excerpt.Of(value ?? "", 60);
}

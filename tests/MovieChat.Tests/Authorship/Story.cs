using System.Text.Json.Nodes;
using MovieChat.Core.Authorship;

namespace MovieChat.Tests.Authorship;

/// <summary>The drafts of one document, told one after the other.</summary>
internal sealed class Story
{
    public static readonly TextAuthor Writer = new(TextAuthor.Writer, "wren"), Model = new(TextAuthor.Model, "gpt"), Other = new(TextAuthor.Model, "llama");

    private readonly List<DraftToTrace> _drafts = [];

    /// <summary>The writer writes, starting from the draft before.</summary>
    public Story Writes(string text) => Then(Writer, false, _drafts.Count, text);

    /// <summary>A model goes on from the draft before, option by option.</summary>
    public Story Revises(params string[] options) => Then(Model, true, _drafts.Count, options);

    public Story Then(TextAuthor author, bool keepsNumbers, int from, params string[] options)
    {
        var words = options.Index().ToDictionary(option => option.Index + 1, option => DraftWords.Of(Content(option.Item)));
        _drafts.Add(new(_drafts.Count + 1, author, from == 0 ? null : from, keepsNumbers, words));
        return this;
    }

    public TracedText Text(int option = 1) => Provenance.Of(_drafts)[(_drafts.Count, option)];

    public IReadOnlyList<Share> Shares(int option = 1) => Share.Of(Text(option).Authors);

    /// <summary>The last draft's words that are <paramref name="author"/>'s.</summary>
    public string Of(TextAuthor author, int option = 1)
    {
        var text = Text(option);
        return string.Join(' ', text.Words.Zip(text.Authors).Where(pair => pair.Second == author).Select(pair => pair.First.Text));
    }

    public static string Content(string text) => new JsonObject { ["text"] = text }.ToJsonString();

    /// <summary>Text of so many words, none of them twice, ten a sentence.</summary>
    public static string Words(int count, string stem = "word") =>
        string.Join(' ', Enumerable.Range(1, count).Select(at => $"{stem}{at}{(at % 10 == 0 ? "." : "")}"));
}

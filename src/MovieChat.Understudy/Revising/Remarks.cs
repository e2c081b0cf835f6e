using MovieChat.Core.Writing;

namespace MovieChat.Understudy.Revising;

/// <summary>What the understudy has to say beside its draft: above all, what it could not do.</summary>
internal sealed class Remarks
{
    private readonly List<string> _sentences = [];

    public Remarks(WritingRequest request)
    {
        var language = request.Film.Brief?.Language.Trim() ?? "";
        if (language.Length > 0 && !language.StartsWith("en", StringComparison.OrdinalIgnoreCase) && !language.Contains("English", StringComparison.OrdinalIgnoreCase))
        {
            Add($"I cannot write {language} offline, so this is in English; connect a model, or edit it yourself.");
        }
    }

    /// <summary>Null when there is nothing to remark.</summary>
    public string? Text => _sentences.Count == 0 ? null : string.Join(' ', _sentences);

    public void Add(string sentence)
    {
        if (!_sentences.Contains(sentence)) _sentences.Add(sentence);
    }

    public void CouldNot(string wish, string? instead = null) =>
        Add(Join($"I cannot do “{wish.Trim().TrimEnd('.')}” offline; connect a model, or edit it yourself.", instead));

    private static string Join(string sentence, string? more) => more is null ? sentence : $"{sentence} {more}";
}

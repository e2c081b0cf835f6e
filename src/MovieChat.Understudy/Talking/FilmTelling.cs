using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Revising;

namespace MovieChat.Understudy.Talking;

/// <summary>Finds in the film's own sentences the one that a message is about.</summary>
internal static partial class FilmTelling
{
    private const int FewestHits = 2;

    /// <summary>The item that shares most words with what was said; the default when none shares enough.</summary>
    public static T? Best<T>(string said, IReadOnlyList<T> items, Func<T, string> text, int fewest = 1)
    {
        var terms = Terms(said);
        return items.Select(item => (item, hits: Terms(text(item)).Count(terms.Contains))).Where(each => each.hits >= fewest).OrderByDescending(each => each.hits).Select(each => each.item).FirstOrDefault();
    }

    /// <summary>The sentence of several documents that answers best; null when none has enough in common with the question.</summary>
    public static (string Document, string Sentence)? In(string said, IEnumerable<(string Document, JsonObject Content)> documents)
    {
        var sentences = documents.SelectMany(each => Texts(each.Content).SelectMany(Sentences.Split).Select(sentence => (each.Document, Sentence: sentence))).ToList();
        return Best(said, sentences, each => each.Sentence, FewestHits) is { Sentence: not null } found ? found : null;
    }

    /// <summary>Every text of a document but ids and words of a vocabulary.</summary>
    public static IReadOnlyList<string> Texts(JsonNode? content)
    {
        var texts = new List<string>();
        Strings.Walk(content?.DeepClone(), text =>
        {
            texts.Add(text);
            return text;
        });
        return texts;
    }

    private static HashSet<string> Terms(string text) =>
        [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).Where(word => word.Length > 2 && !Common().IsMatch(word)).Select(word => Ending().Replace(word, ""))];

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();

    [GeneratedRegex("(?<=...)(ing|ies|ers|er|ed|es|s|y|e)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Ending();

    [GeneratedRegex(@"\A(the|and|for|are|was|were|who|why|what|when|where|which|how|does|did|has|have|had|that|this|with|from|about|into|there|then|they|them|she|her|him|his|you|your|our|film|story|movie|scene|plot|think|know|knows|should|would|could|can|will|not|but|all|any|one|out|get|make|tell|more|really|present|room|before)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Common();
}

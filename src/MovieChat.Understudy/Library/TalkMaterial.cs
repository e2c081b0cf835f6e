namespace MovieChat.Understudy.Library;

/// <summary>The material of talks.</summary>
/// <param name="Lines">By key: alternatives, with slots such as <c>{document}</c>.</param>
/// <param name="Films">By title: the genres of a film that writers are likely to name.</param>
/// <param name="Tones">Words that tell a tone.</param>
/// <param name="GenreWords">By genre: more words for it than a brief's aliases, which are looked for in single words.</param>
/// <param name="Events">By the name of a journal's event: what happened, in words.</param>
/// <param name="Documents">By kind: what a document is called.</param>
internal sealed record TalkMaterial(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Lines,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Films,
    IReadOnlyList<string> Tones,
    IReadOnlyDictionary<string, IReadOnlyList<string>> GenreWords,
    IReadOnlyDictionary<string, string> Events,
    IReadOnlyDictionary<string, string> Documents);

namespace MovieChat.Core.Authorship;

/// <summary>One word of a document; of scripts that put no spaces between words, one character.</summary>
/// <param name="Text">Without punctuation around it, and with straight apostrophes.</param>
/// <param name="IsSpoken">Whether a person of the film says it.</param>
/// <param name="EndsSentence">Whether a sentence, or the text that it stands in, ends with it.</param>
public readonly record struct Word(string Text, bool IsSpoken, bool EndsSentence);

namespace MovieChat.Understudy.Library;

/// <summary>The material of one genre.</summary>
/// <param name="Aliases">Other words by which a brief may ask for it.</param>
/// <param name="Tips">What audiences like in it.</param>
/// <param name="Texture">Sentences for a plot's beginning, middle and end.</param>
/// <param name="Look">What it adds to a look and to a cut.</param>
internal sealed record Genre(
    string Name, IReadOnlyList<string> Aliases, IReadOnlyList<string> Tips, Acts Texture, GenreLook Look);

internal sealed record Acts(IReadOnlyList<string> Beginning, IReadOnlyList<string> Middle, IReadOnlyList<string> End);

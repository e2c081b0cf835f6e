using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>The tables that the journey is tried on.</summary>
internal static class Tables
{
    private static readonly string[] s_pictures = ["look", "portrait", "shots", "frame"];

    /// <summary>A film that ends with its words, as it was once: the journey must take any sound table as it is.</summary>
    public static DocumentTable WordsAlone { get; } = new([.. DocumentTable.Film.Rules.Where(rule => !s_pictures.Contains(rule.Kind))]);

    public static DocumentTable Named(string name) => name == nameof(WordsAlone) ? WordsAlone : DocumentTable.Film;

    public static TheoryData<string> Names => [nameof(DocumentTable.Film), nameof(WordsAlone)];
}

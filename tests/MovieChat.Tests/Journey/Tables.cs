using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>The tables that the journey is tried on.</summary>
internal static class Tables
{
    /// <summary>The film's rows and those of the pictures that are to come: the rest of the journey must take them as they are.</summary>
    public static DocumentTable WithPictures { get; } = new(
    [
        .. DocumentTable.Film.Rules,
        new("look") { Needs = ["synopsis"], TypicalTokens = 1_000 },
        new("portrait") { PartsOf = "cast", Needs = ["cast", "look"], MaySkip = true, TypicalPictures = 4 },
        new("shots") { PartsOf = "scenes", Needs = ["scenes", "look"], TypicalTokens = 2_000 },
        new("frame") { PartsOf = "shots", Needs = ["shots:{parent}", "portrait:{people}", "look"], MaySkip = true, TypicalPictures = 1 },
    ]);

    public static DocumentTable Named(string name) => name == nameof(WithPictures) ? WithPictures : DocumentTable.Film;

    public static TheoryData<string> Names => [nameof(DocumentTable.Film), nameof(WithPictures)];
}

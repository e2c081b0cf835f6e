using MovieChat.Core.Film;
using MovieChat.Understudy.Library;

namespace MovieChat.Understudy.Stories;

/// <summary>Which material of tone a brief asks for.</summary>
internal static class Tones
{
    public const string Dark = "dark";
    public const string Light = "light";

    public static ToneMaterial Named(string name) => Shelf.Tones.First(tone => tone.Name == name);

    /// <summary>By the brief's tone, else by its genres; the even tone when neither tells.</summary>
    public static ToneMaterial Of(Brief? brief) =>
        By(brief?.Tone ?? "") ?? By(string.Join(' ', brief?.Genres ?? [])) ?? Named("even");

    private static ToneMaterial? By(string words) =>
        Shelf.Tones.FirstOrDefault(tone => tone.Cues.Any(cue => words.Contains(cue, StringComparison.OrdinalIgnoreCase)));
}

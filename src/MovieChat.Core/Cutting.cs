namespace MovieChat.Core;

/// <summary>Cuts texts without leaving half of a surrogate pair.</summary>
public static class Cutting
{
    /// <summary>The first characters (UTF-16 units) of a longer text: <paramref name="most"/>, or one less.</summary>
    public static string Upto(string text, int most) => text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}

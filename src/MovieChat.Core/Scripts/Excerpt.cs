namespace MovieChat.Core.Scripts;

/// <summary>The beginning of a text, for where all of it has no room.</summary>
public static class Excerpt
{
    /// <param name="most">Most characters of the text; where it is cut, an ellipsis follows. No character is halved.</param>
    public static string Of(string text, int most) => text.Length <= most ? text : $"{Cutting.Upto(text, most).TrimEnd()}…";
}

namespace MovieChat.Web.Api;

/// <summary>Names of what is taken home.</summary>
internal static class FileNames
{
    private const int Most = 80;

    /// <summary>A title, without what a file system could take for something else.</summary>
    /// <param name="nameless">What is called so when nothing is left of the title.</param>
    public static string Of(string title, string nameless, string extension)
    {
        var name = new string([.. title.Select(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_' ? letter : '-')]).Trim(' ', '-');
        return $"{(name.Length == 0 ? nameless : name[..Math.Min(name.Length, Most)].TrimEnd())}.{extension}";
    }
}

namespace MovieChat.Core.Chatting;

/// <summary>Where a chat is: its project and its id there.</summary>
public readonly record struct ChatAddress(string Project, string Chat)
{
    public override string ToString() => $"{Project}:{Chat}";

    /// <exception cref="FormatException">The text is no chat's address.</exception>
    public static ChatAddress Parse(string text) => text.Split(':') is [{ Length: > 0 } project, { Length: > 0 } chat]
        ? new(project, chat)
        : throw new FormatException($"'{text}' is not a chat's address: it must be a project's id and a chat's id with a colon between them.");
}

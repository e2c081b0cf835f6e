using MovieChat.Core.Journey;

namespace MovieChat.Core.Chatting;

/// <summary>Something asked of a chat: by the writer, or by the work that was done for it.</summary>
public abstract record ChatCommand
{
    private protected ChatCommand()
    {
    }
}

/// <param name="Title">Null for the companion to propose one.</param>
public sealed record StartChat(string Id, string Project, string? Title, DocumentId? Focus) : ChatCommand;

/// <summary>The writer says something. The same turn twice counts once.</summary>
/// <param name="Turn">The message's id, 1 to 64 letters and digits.</param>
public sealed record Ask(string Turn, string Text) : ChatCommand;

public sealed record StopTurn(string Turn) : ChatCommand;

public sealed record RenameChat(string Title) : ChatCommand;

public sealed record ChangeFocus(DocumentId? Focus) : ChatCommand;

public sealed record DeleteChat : ChatCommand;

/// <summary>A turn came to its end. Of two ends the first counts.</summary>
public sealed record EndTurn(TurnEnded Ended) : ChatCommand;

/// <summary>The title that the companion proposes.</summary>
public sealed record ProposeTitle(string Title) : ChatCommand;

/// <summary>The oldest exchanges, told in the summary. It counts only once, and only on the summary that it goes on from.</summary>
public sealed record FoldChat(ChatFolded Folded) : ChatCommand;

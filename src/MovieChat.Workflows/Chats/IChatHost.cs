using MovieChat.Core.Chatting;
using MovieChat.Core.Journey;

namespace MovieChat.Workflows.Chats;

/// <summary>What a head brings: chats whose turns are taken, whoever has stopped listening. One implementation per head.</summary>
public interface IChatHost
{
    /// <summary>The chat as it is now; null when there is none, or it was deleted.</summary>
    /// <exception cref="Storage.StoredValueException">What is stored of it can not be read.</exception>
    Task<ChatSession?> FindAsync(ChatAddress chat, CancellationToken cancellationToken);

    /// <summary>Hands a chat a command, and has what is owed then done. Once it returns an advance without rejection, the command is never lost.</summary>
    Task<ChatAdvance> SubmitAsync(ChatAddress chat, ChatCommand command, CancellationToken cancellationToken);

    /// <summary>Begins a chat with the first messages of another one.</summary>
    Task<ChatAdvance> BranchAsync(ChatAddress source, long sequence, ChatAddress chat, string? title, CancellationToken cancellationToken);
}

/// <summary>What became of a command.</summary>
/// <param name="Session">The chat after it.</param>
/// <param name="Entries">The events it made; empty when it was refused, late or a repetition.</param>
/// <param name="Rejection">Why it was refused; null when it was not.</param>
public sealed record ChatAdvance(ChatSession Session, IReadOnlyList<ChatEntry> Entries, Rejection? Rejection = null);

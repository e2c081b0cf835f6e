using MovieChat.Core.Chatting;
using MovieChat.Core.Journey;
using MovieChat.Web.Access;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Chats;

namespace MovieChat.Web.Api.Chats;

/// <summary>The chats of the caller's own projects.</summary>
internal sealed class OwnChats(OwnProjects own, IChatHost host)
{
    private const int MostIdLength = 64;

    /// <exception cref="ProblemException">The caller has no such project, or the project no such chat.</exception>
    public async Task<(WritingProject Film, ChatSession Session, ChatAddress Address)> ReadAsync(Caller caller, string project, string chat, CancellationToken cancellationToken)
    {
        var film = await own.ReadAsync(caller, project, cancellationToken);
        if (!IsId(chat)) throw new ProblemException(ProblemKinds.UnknownChat);
        var address = new ChatAddress(film.Id, chat);
        return (film, await host.FindAsync(address, cancellationToken) ?? throw new ProblemException(ProblemKinds.UnknownChat), address);
    }

    /// <exception cref="ProblemException">The chat refuses it.</exception>
    public async Task<ChatSession> SubmitAsync(ChatAddress chat, ChatCommand command, CancellationToken cancellationToken) =>
        SessionOf(await host.SubmitAsync(chat, command, cancellationToken));

    /// <returns>The message as it was appended; null when it was sent before.</returns>
    /// <exception cref="ProblemException">The chat refuses it.</exception>
    public async Task<ChatEntry?> AskAsync(ChatAddress chat, Ask ask, CancellationToken cancellationToken)
    {
        var advance = await host.SubmitAsync(chat, ask, cancellationToken);
        SessionOf(advance);
        return advance.Entries.FirstOrDefault(entry => entry.Event is MessageAsked);
    }

    public static ChatSession SessionOf(ChatAdvance advance) =>
        advance.Rejection is null ? advance.Session : throw new ProblemException(Problem.Of(advance.Rejection));

    /// <summary>Whether an id can be a chat's or a turn's, so that nothing else is looked up.</summary>
    public static bool IsId(string id) => id.Length is > 0 and <= MostIdLength && id.All(char.IsAsciiLetterOrDigit);
}

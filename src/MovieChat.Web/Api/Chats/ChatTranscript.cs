using System.Globalization;
using System.Text;
using MovieChat.Core.Chatting;
using MovieChat.Storage;

namespace MovieChat.Web.Api.Chats;

/// <summary>A chat in Markdown, to be read and kept.</summary>
internal sealed class ChatTranscript(TranscriptTable transcripts)
{
    public const string MediaType = "text/markdown; charset=utf-8";

    public async Task<byte[]> WriteAsync(ChatSession session, ChatAddress chat, CancellationToken cancellationToken)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# {OneLine(session.Title.Length > 0 ? session.Title : "A chat")}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Begun {Day(session.StartedAt)}, about {(session.Focus is { } focus ? $"`{focus}`" : "the whole film")}.\n");
        await foreach (var entry in transcripts.ReadAsync(chat, 0, long.MaxValue, cancellationToken)) Write(text, entry);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(StringBuilder text, ChatEntry entry)
    {
        switch (entry.Event)
        {
            case MessageAsked asked:
                text.Append(CultureInfo.InvariantCulture, $"\n## Writer, {Time(entry.At)}\n\n{Quoted(asked.Text)}\n");
                break;
            case TurnEnded ended:
                text.Append(CultureInfo.InvariantCulture, $"\n## Companion, {Time(entry.At)}{(ended.End is TurnEnd.Answered ? "" : $" ({ended.End.ToString().ToLowerInvariant()})")}\n\n");
                if (ended.Text.Length > 0) text.Append(CultureInfo.InvariantCulture, $"{Quoted(ended.Text)}\n");
                if (ended.Failure is { } failure) text.Append(CultureInfo.InvariantCulture, $"\n*{failure.Message} {failure.Remedy}*\n");
                foreach (var proposal in ended.Proposals) text.Append(CultureInfo.InvariantCulture, $"\n- {Told(proposal)}");
                if (ended.Proposals.Count > 0) text.Append('\n');
                break;
        }
    }

    private static string Told(Proposal proposal) => proposal.Kind switch
    {
        ProposalKinds.Draft => $"proposed: draft {proposal.Draft} of `{proposal.Document}`",
        ProposalKinds.Ways => $"ways forward for `{proposal.Document}`:{string.Concat(proposal.Ways.Select(way => $"\n  - **{OneLine(way.Title)}**: {OneLine(way.Text)}"))}",
        ProposalKinds.Chat => $"offered: a chat “{OneLine(proposal.Title ?? "")}”",
        _ => $"kept: {OneLine(proposal.Text ?? "")}",
    };

    /// <summary>What was said stands in the text as it is, but no line of it is taken for a heading of ours.</summary>
    private static string Quoted(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimStart().StartsWith('#') ? $"\\{line.TrimStart()}" : line));

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}

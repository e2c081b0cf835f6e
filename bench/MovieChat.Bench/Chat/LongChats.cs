using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using MovieChat.Core.Chatting;
using MovieChat.Core.Writing;
using MovieChat.Storage;
using MovieChat.Understudy;
using Spectre.Console;

namespace MovieChat.Bench.Chat;

/// <summary>What a turn stores and sends after 10 messages, and after 10,000: the chats are made by the values, as the heads would have made them.</summary>
internal static class LongChats
{
    private const int Turns = 48;
    private const string Project = "film";

    private static readonly int[] Messages = [10, 100, 1_000, 10_000];

    public static async Task RunAsync(Table table)
    {
        var model = new Talker(new UnderstudyChatClient());
        await using var head = await BenchHead.StartAsync(model);
        await head.MakeFilmAsync(Project, Briefs.Of(Project, 20));
        Measured? first = null;
        foreach (var messages in Messages)
        {
            var chat = new ChatAddress(Project, $"chat{messages}");
            await MakeAsync(head.Clients, chat, messages);
            var measured = await MeasureAsync(head, model, chat);
            first ??= measured;
            Add("storage writes a turn", measured.Writes, first.Writes);
            Add("storage requests a turn", measured.Requests, first.Requests);
            Add("tokens sent a turn", measured.Tokens, first.Tokens);
            Add("requests to take the chat up", measured.TakenUp, first.TakenUp);

            void Add(string name, double value, double baseline) =>
                table.AddRow("chat", $"{name}, after {messages:N0} messages", $"{value:#,0.0}", $"after {Messages[0]} {baseline:#,0.0}", $"{value / baseline:0.00}");
        }
    }

    private static async Task<Measured> MeasureAsync(BenchHead head, Talker model, ChatAddress chat)
    {
        var requests = head.Writes.Requests;
        await head.Chats.FindAsync(chat, CancellationToken.None);
        var takenUp = head.Writes.Requests - requests;
        await TalkAsync(head, chat, "warm");
        head.Writes.Reset();
        (requests, model.Tokens) = (head.Writes.Requests, 0);
        for (var turn = 0; turn < Turns; turn++) await TalkAsync(head, chat, $"t{turn}");
        return new((double)head.Writes.Writes / Turns, (double)(head.Writes.Requests - requests) / Turns, (double)model.Tokens / Turns, takenUp);
    }

    /// <summary>Says something, and waits until nothing more is owed.</summary>
    private static async Task TalkAsync(BenchHead head, ChatAddress chat, string turn)
    {
        await head.Chats.SubmitAsync(chat, new Ask(turn, Question(turn)), CancellationToken.None);
        while ((await head.Chats.FindAsync(chat, CancellationToken.None))!.Owed() is not null) await Task.Delay(2);
    }

    /// <summary>A chat as it would be after so many messages, folded on the way as often as a head would.</summary>
    private static async Task MakeAsync(StorageClients clients, ChatAddress chat, int messages)
    {
        var (session, entries) = (ChatSession.None, new List<ChatEntry>());
        Decide(new StartChat(chat.Chat, chat.Project, "Bench", null));
        while (session.Messages < messages)
        {
            var turn = $"m{session.Messages}";
            Decide(new Ask(turn, Question(turn)));
            Decide(new EndTurn(new(turn, TurnEnd.Answered, Talker.Answer)));
            if (session.Owed() is ChatWork.Fold fold) Decide(new FoldChat(new(fold.From, fold.To, Talker.Summary)));
        }

        await new ChatTable(clients).AnnounceAsync(chat, session.StartedAt, CancellationToken.None);
        await new TranscriptTable(clients).ImportAsync(chat, entries, CancellationToken.None);
        await new ChatSnapshots(clients).WriteAsync(session, CancellationToken.None);
        await new ChatTable(clients).RefreshAsync(ChatListing.Of(session), CancellationToken.None);

        void Decide(ChatCommand command)
        {
            var accepted = (ChatOutcome.Accepted)session.Decide(command, DateTimeOffset.UnixEpoch);
            entries.AddRange(accepted.Entries);
            session = accepted.Session;
        }
    }

    private static string Question(string turn) => $"About {turn}: why does she not leave on the first ferry, when everybody tells her to, and what does she think he knows?";

    private sealed record Measured(double Writes, double Requests, double Tokens, double TakenUp);

    /// <summary>The understudy writes the film; the talk is of a length that models have.</summary>
    private sealed class Talker(IChatClient understudy) : DelegatingChatClient(understudy)
    {
        public static string Answer { get; } = string.Concat(Enumerable.Repeat("She stays because she has counted on the last ferry all her life, and nobody has told her that it was sold. ", 6));

        public static string Summary { get; } = string.Concat(Enumerable.Repeat("They spoke of the ferry, of what she knows of the sale, and of the brother who signed for it. ", 20));

        public long Tokens { get; set; }

        public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            ChatMessage[] all = [.. messages];
            if (!all[^1].Text.StartsWith("{\"chore\"", StringComparison.Ordinal)) return base.GetResponseAsync(all, options, cancellationToken);
            Count(all);
            return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, $$"""{"summary":"{{Summary}}","title":"Bench"}""")) { Usage = new() { InputTokenCount = 100, OutputTokenCount = 10 } });
        }

        public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            Count(messages);
            await Task.Yield();
            yield return new(ChatRole.Assistant, Answer);
            yield return new(ChatRole.Assistant, [new UsageContent(new() { InputTokenCount = 100, OutputTokenCount = 10 })]);
        }

        private void Count(IEnumerable<ChatMessage> messages) => Tokens += messages.Sum(message => (long)ContextBudget.Count(message.Text));
    }
}

using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Tests.Shared;

namespace MovieChat.Tests.Local;

/// <summary>Kills and stops the head while the companion answers.</summary>
public sealed class ChatKillTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly Random _random = new(Number("MOVIECHAT_KILL_SEED", 20260517));
    private HeadHome _home = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _home = await HeadHome.OpenAsync();

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    /// <summary>What had come is kept every two seconds: a turn of which something was kept is marked, one of which nothing was is taken anew.</summary>
    [Fact]
    public async Task Kill_InTheMiddleOfAnAnswer_MarksWhatHasComeAndTakesTheRestAnew()
    {
        var isHeld = true;
        await using var model = await TalkServer.StartAsync((place, ct) => Volatile.Read(ref isHeld) ? Task.Delay(place < 40 ? 100 : 60_000, ct) : Task.CompletedTask);
        string chat;
        await using (var first = await _home.StartAsync(model.Settings))
        {
            using var writer = new Talker(first);
            chat = await writer.BeginAsync();
            var (told, waiting) = (new ConcurrentQueue<string>(), new TaskCompletionSource());
            var saying = Record.ExceptionAsync(() => writer.SayAsync(chat, "long", "tell 60", told: told.Enqueue));
            await Desk.UntilAsync(() => Task.FromResult(told.Count >= 40), "most of the answer");
            var second = Record.ExceptionAsync(() => writer.SayAsync(chat, "short", "tell 3", _ => waiting.SetResult()));
            await waiting.Task.WaitAsync(TimeSpan.FromMinutes(2), Ct);
            await first.KillAsync();
            await saying;
            await second;
        }

        Volatile.Write(ref isHeld, false);
        await using var head = await _home.StartAsync(model.Settings);
        using var again = new Talker(head);
        var messages = await again.AnsweredAsync(chat);

        Assert.Equal(["writer", "writer", "companion", "companion"], messages.Select(message => (string)message["by"]!));
        var (cut, whole) = (messages[2], messages[3]);
        Assert.Equal("interrupted", (string?)cut["end"]);
        Assert.StartsWith((string)cut["text"]!, TalkServer.AnswerTo("tell 60"), StringComparison.Ordinal);
        Assert.InRange(((string)cut["text"]!).Split(' ').Length, 10, 59);
        Assert.Equal(("answered", TalkServer.AnswerTo("tell 3")), ((string)whole["end"]!, (string)whole["text"]!));
        Assert.Equal(["tell 60", "tell 3"], model.Asked);
        Assert.Equal(110, (await ChargesAsync(chat)).Sum(charge => charge.Usage.Tokens));
    }

    [Fact]
    public async Task Terminate_InTheMiddleOfAnAnswer_KeepsAllThatHasCome()
    {
        await using var model = await TalkServer.StartAsync((place, ct) => Task.Delay(place < 5 ? 0 : 60_000, ct));
        string chat;
        await using (var first = await _home.StartAsync(model.Settings))
        {
            using var writer = new Talker(first);
            chat = await writer.BeginAsync();
            var told = new ConcurrentQueue<string>();
            var saying = Record.ExceptionAsync(() => writer.SayAsync(chat, "long", "tell 9", told: told.Enqueue));
            await Desk.UntilAsync(() => Task.FromResult(told.Count >= 5), "a part of the answer");
            Assert.Equal(0, await first.StopAsync());
            await saying;
        }

        await using var head = await _home.StartAsync(model.Settings);
        using var again = new Talker(head);
        var ended = (await again.AnsweredAsync(chat))[^1];

        Assert.Equal(("interrupted", TalkServer.AnswerTo("tell 5")), ((string)ended["end"]!, (string)ended["text"]!));
        Assert.Equal((long)ended["tokens"]!, Assert.Single(await ChargesAsync(chat)).Usage.Tokens);
        Assert.Single(model.Asked);
    }

    [Fact]
    public async Task Kill_AtAnyMoment_LosesNoAcknowledgedMessageAndChargesNoTurnTwice()
    {
        var kills = Number("MOVIECHAT_CHAT_KILLS", 5);
        var (acknowledged, said) = (new ConcurrentDictionary<string, string>(), 0);
        await using var model = await TalkServer.StartAsync((_, ct) => Task.Delay(Random.Shared.Next(15), ct));
        string? chat = null;
        for (var kill = 0; kill < kills; kill++)
        {
            await using var head = await _home.StartAsync(model.Settings);
            using var writer = new Talker(head);
            chat ??= await writer.BeginAsync();
            var (begun, delay) = (new TaskCompletionSource(), TimeSpan.FromMilliseconds(_random.Next(600)));
            var killing = KillAfterAsync(head, begun.Task, delay);
            if (kill % 3 == 2) begun.SetResult();
            while (!HeadProcess.IsGone(await Record.ExceptionAsync(() => SayAsync(writer, chat, ++said, (turn, text) =>
            {
                acknowledged[turn] = text;
                begun.TrySetResult();
            }))))
            {
            }

            await killing;
        }

        await using var last = await _home.StartAsync(model.Settings);
        using var reader = new Talker(last);
        var messages = await reader.AnsweredAsync(chat!);
        var asked = messages.Where(message => (string)message["by"]! == "writer").ToDictionary(message => (string)message["turn"]!, message => (string)message["text"]!);
        var ended = messages.Where(message => (string)message["by"]! == "companion").ToArray();
        Assert.Empty(acknowledged.Except(asked));
        Assert.Equal(asked.Keys, ended.Select(message => (string)message["turn"]!));
        Assert.All(ended.Where(message => (string)message["end"]! == "answered"), message => Assert.Equal(TalkServer.AnswerTo(asked[(string)message["turn"]!]), (string)message["text"]!));
        var charged = (await ChargesAsync(chat!)).Select(charge => charge.Turn.Turn).ToArray();
        Assert.Equal(charged.Distinct(), charged);
        Assert.True(acknowledged.Count >= kills / 2, $"Only {acknowledged.Count} messages were sent.");
        output.WriteLine($"{kills} kills, {acknowledged.Count} messages acknowledged, {asked.Count} asked, {model.Asked.Count} calls of the model, {ended.Count(message => (string)message["end"]! != "answered")} answers cut");
    }

    private static Task<JsonNode?> SayAsync(Talker writer, string chat, int number, Action<string, string> acknowledged)
    {
        var text = $"message {number}: tell {1 + (number % 12)}";
        return writer.SayAsync(chat, $"key{number}", text, turn => acknowledged(turn, text));
    }

    private static async Task KillAfterAsync(HeadProcess head, Task begun, TimeSpan delay)
    {
        await begun;
        await Task.Delay(delay, Ct);
        await head.KillAsync();
    }

    private async Task<IReadOnlyList<ChatCharged>> ChargesAsync(string chat) =>
        [.. (await new JournalTable(_home.Clients).ReadAsync(chat.Split('/')[3], 0, Ct).ToListAsync(Ct)).Select(entry => entry.Event).OfType<ChatCharged>()];

    private static int Number(string variable, int usual) => int.TryParse(Environment.GetEnvironmentVariable(variable), out var given) && given > 0 ? given : usual;
}

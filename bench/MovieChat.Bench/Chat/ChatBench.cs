using Spectre.Console;

namespace MovieChat.Bench.Chat;

/// <summary>What talking with the companion costs: the time to the first word through a running head, what a turn stores and sends however long the chat
/// is, and many answers at once.</summary>
internal static class ChatBench
{
    public static async Task RunAsync(Table table)
    {
        await using (var storage = await BenchStorage.StartAsync()) await FirstWord.RunAsync(storage, table);
        await LongChats.RunAsync(table);
        await using (var storage = await BenchStorage.StartAsync()) await ManyAnswers.RunAsync(storage, table);
    }
}

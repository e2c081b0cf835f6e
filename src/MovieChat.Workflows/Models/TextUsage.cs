using Microsoft.Extensions.AI;
using Microsoft.ML.Tokenizers;

namespace MovieChat.Workflows.Models;

/// <summary>What an answer cost, for a budget: as the service tells it, else estimated.</summary>
public static class TextUsage
{
    private const string Mark = "estimated";
    private static readonly Lazy<Tokenizer> Counting = new(() => TiktokenTokenizer.CreateForEncoding("o200k_base"));

    /// <summary>The service told no believable numbers: these are counted from the texts.</summary>
    public static bool IsEstimated(UsageDetails usage) => usage.AdditionalCounts?.ContainsKey(Mark) is true;

    /// <summary>Both numbers are there and neither is negative.</summary>
    internal static bool IsTold(UsageDetails? usage) => usage is { InputTokenCount: >= 0, OutputTokenCount: >= 0 };

    /// <summary>Of the messages' texts and the answer's, schema and tools left out.</summary>
    internal static UsageDetails Estimate(IEnumerable<ChatMessage> asked, string answer)
    {
        var input = asked.Sum(message => (long)Counting.Value.CountTokens(message.Text));
        var output = Counting.Value.CountTokens(answer);
        return new()
        {
            InputTokenCount = input,
            OutputTokenCount = output,
            TotalTokenCount = input + output,
            AdditionalCounts = new() { [Mark] = 1 },
        };
    }
}

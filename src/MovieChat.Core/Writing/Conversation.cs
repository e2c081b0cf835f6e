using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MovieChat.Core.Writing;

/// <summary>What is sent to the model for one commission: prompt and request; after a wrong answer, that answer and its faults as well. All
/// of it fits the budget. Where it does not, earlier answers are given up first, then facts, then the words of the last answer.</summary>
internal sealed class Conversation
{
    /// <summary>Most faults that are told at once. Those left out are found again in the next answer.</summary>
    private const int MostFaults = 20;

    /// <summary>An answer of more characters for each token of the budget is not worth counting.</summary>
    private const int CharactersPerToken = 4;

    private const string TooLong = "(an answer that was too long to be read)";

    private const string RepairAsk = "These points of your answer are wrong. Answer again in full, in the same form, with them put right and the rest unchanged.";

    private readonly string _prompt;
    private readonly WritingRequest _request;
    private readonly ContextBudget _budget;

    private Conversation(string prompt, WritingRequest request, ContextBudget budget) => (_prompt, _request, _budget) = (prompt, request, budget);

    public IReadOnlyList<ChatMessage> Messages { get; private set; } = [];

    /// <returns>Null when not even the least of the request fits.</returns>
    public static Conversation? Begin(string prompt, WritingRequest request, ContextBudget budget)
    {
        var begun = new Conversation(prompt, request, budget);
        return begun.Say(begun.WithFacts([])) ? begun : null;
    }

    /// <summary>Asks for the last answer to be mended.</summary>
    /// <returns>False when that does not fit.</returns>
    public bool Reject(string answer, IReadOnlyList<Fault> faults)
    {
        var ask = new ChatMessage(ChatRole.User, JsonSerializer.Serialize(new([.. faults.Take(MostFaults)], RepairAsk), WritingJson.Readable.RepairRequest));
        ChatMessage[] wrong = [new(ChatRole.Assistant, IsTooLong(answer) ? TooLong : answer), ask];
        return Say(AsTheyAre([.. Messages, .. wrong]) ?? WithFacts(wrong) ?? WithFacts([new(ChatRole.Assistant, TooLong), ask]));
    }

    private bool IsTooLong(string answer) => answer.Length > Screenwriter.LongestAnswer || answer.Length > (long)_budget.Tokens * CharactersPerToken;

    private bool Say(IReadOnlyList<ChatMessage>? messages)
    {
        Messages = messages ?? Messages;
        return messages is not null;
    }

    private IReadOnlyList<ChatMessage>? AsTheyAre(IReadOnlyList<ChatMessage> messages) => Count(messages) <= _budget.Tokens ? messages : null;

    /// <summary>The request with as many facts as fit beside <paramref name="last"/>.</summary>
    private IReadOnlyList<ChatMessage>? WithFacts(IReadOnlyList<ChatMessage> last) =>
        _budget.Fit(ContextBudget.Count(_prompt) + Count(last), _request, FactChoice.Reductions) is { } request
            ? [new(ChatRole.System, _prompt), new(ChatRole.User, request), .. last]
            : null;

    private static int Count(IEnumerable<ChatMessage> messages) => messages.Sum(message => ContextBudget.Count(message.Text));
}

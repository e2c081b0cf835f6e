using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;

namespace MovieChat.Core.Chatting;

/// <summary>What a turn has cost so far, and may cost.</summary>
/// <param name="room">Tokens that the project's budget has left.</param>
public sealed class TurnCost(long room)
{
    public long Tokens { get; private set; }

    public string? Model { get; private set; }

    public Usage Usage => new(Tokens, 0);

    internal bool IsSpent => Tokens >= room;

    internal void Add(UsageDetails usage) => Tokens += (usage.InputTokenCount ?? 0) + (usage.OutputTokenCount ?? 0);

    internal void See(string? model) => Model = model ?? Model;
}

/// <summary>The model for one turn: counts what each call costs, calls no more once the budget is spent, and gives up the oldest results of tools
/// where all of them do not fit.</summary>
/// <remarks>The model is shared: it does not end with the turn.</remarks>
internal sealed class TurnModel(IChatClient inner, ContextBudget budget, TurnCost cost) : IChatClient
{
    private const string GivenUp = "(too long to be kept: use the tool again if you need it)";

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = Fitting(messages);
        var response = await inner.GetResponseAsync(asked, options, cancellationToken);
        cost.See(response.ModelId);
        cost.Add(response.Usage ?? Estimate(asked, response.Text));
        return response;
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var asked = Fitting(messages);
        var answer = new System.Text.StringBuilder();
        var isTold = false;
        try
        {
            await foreach (var update in inner.GetStreamingResponseAsync(asked, options, cancellationToken))
            {
                cost.See(update.ModelId);
                answer.Append(update.Text);
                foreach (var usage in update.Contents.OfType<UsageContent>())
                {
                    cost.Add(usage.Details);
                    isTold = true;
                }

                yield return update;
            }
        }
        finally
        {
            // An answer that was cut short is paid for as far as it came.
            if (!isTold) cost.Add(Estimate(asked, answer.ToString()));
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => inner.GetService(serviceType, serviceKey);

    public void Dispose()
    {
    }

    /// <exception cref="ModelFailedException">The budget is spent.</exception>
    private List<ChatMessage> Fitting(IEnumerable<ChatMessage> messages)
    {
        if (cost.IsSpent) throw new ModelFailedException(new(FailureKinds.BudgetSpent, "The project has spent its budget of tokens.", "Raise the project's budget, then send the message again."));
        var asked = messages.ToList();
        if (budget.Takes(asked.SelectMany(Texts))) return asked;
        var over = asked.Sum(Count) - budget.Tokens;
        for (var place = 0; over > 0 && place < asked.Count - 1; place++)
        {
            if (asked[place].Role != ChatRole.Tool) continue;
            var before = Count(asked[place]);
            asked[place] = new(ChatRole.Tool, [.. asked[place].Contents.Select(content => content is FunctionResultContent result ? new FunctionResultContent(result.CallId, GivenUp) : content)]);
            over -= before - Count(asked[place]);
        }

        return asked;
    }

    private static int Count(ChatMessage message) => Texts(message).Sum(ContextBudget.Count);

    private static IEnumerable<string> Texts(ChatMessage message) =>
        message.Contents.SelectMany(content => content switch
        {
            TextContent text => [text.Text],
            FunctionResultContent { Result: { } result } => [result.ToString() ?? ""],
            FunctionCallContent call => [call.Name, .. (call.Arguments ?? new Dictionary<string, object?>()).Select(argument => $"{argument.Key}{argument.Value}")],
            _ => Array.Empty<string>(),
        });

    private static UsageDetails Estimate(IEnumerable<ChatMessage> asked, string answer) =>
        new() { InputTokenCount = asked.Sum(message => (long)Count(message)), OutputTokenCount = ContextBudget.Count(answer) };
}

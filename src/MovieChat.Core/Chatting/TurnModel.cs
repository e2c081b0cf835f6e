using System.Runtime.CompilerServices;
using System.Text.Json;
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
    /// <summary>Stands in the place of arguments that can be neither read nor sent again.</summary>
    public const string Unreadable = "(unreadable)";

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
                foreach (var call in update.Contents.OfType<FunctionCallContent>().Where(call => !IsText(call))) call.Arguments = new Dictionary<string, object?> { [Unreadable] = true };
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
        if (budget.Takes(asked.SelectMany(message => message.Contents).SelectMany(Texts))) return asked;
        var over = asked.Sum(Count) - budget.Tokens;
        for (var place = 0; over > 0 && place < asked.Count; place++)
        {
            if (asked[place].Role != ChatRole.Tool) continue;
            // Of several tools used at once, the last result stays: without any the model would ask for them again.
            var contents = asked[place].Contents.ToArray();
            for (var at = 0; over > 0 && at < contents.Length - (place == asked.Count - 1 ? 1 : 0); at++)
            {
                if (contents[at] is not FunctionResultContent result) continue;
                contents[at] = new FunctionResultContent(result.CallId, GivenUp);
                over -= Count(result) - Count(contents[at]);
            }

            asked[place] = new(ChatRole.Tool, contents);
        }

        return asked;
    }

    /// <summary>JSON may hold half of a surrogate pair, which can not be written again: one such argument would end the turn.</summary>
    private static bool IsText(FunctionCallContent call)
    {
        try
        {
            using var writer = new Utf8JsonWriter(Stream.Null);
            foreach (var value in call.Arguments?.Values.OfType<JsonElement>() ?? []) Write(writer, value);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        value.WriteTo(writer);
        writer.Reset();
    }

    private static int Count(ChatMessage message) => message.Contents.Sum(Count);

    private static int Count(AIContent content) => Texts(content).Sum(ContextBudget.Count);

    private static IEnumerable<string> Texts(AIContent content) => content switch
    {
        TextContent text => [text.Text],
        FunctionResultContent { Result: { } result } => [result.ToString() ?? ""],
        FunctionCallContent call => [call.Name, .. (call.Arguments ?? new Dictionary<string, object?>()).Select(argument => $"{argument.Key}{argument.Value}")],
        _ => [],
    };

    private static UsageDetails Estimate(IEnumerable<ChatMessage> asked, string answer) =>
        new() { InputTokenCount = asked.Sum(message => (long)Count(message)), OutputTokenCount = ContextBudget.Count(answer) };
}

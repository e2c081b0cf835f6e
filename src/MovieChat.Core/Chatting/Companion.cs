using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using MovieChat.Core.Writing;
using MovieChat.Core.Writing.Prompts;

namespace MovieChat.Core.Chatting;

/// <summary>The agent that a writer talks to: knows the film, proposes, and never decides.</summary>
/// <remarks>The same for every model. Whatever stands in the film's texts, in a message or in a tool's result is data: what the model makes of it
/// can reach nothing but an <see cref="IFilmDesk"/>.</remarks>
public sealed class Companion(IChatClient model, ContextBudget budget)
{
    /// <summary>Longest answer, in characters; what comes after is not read.</summary>
    public const int MostAnswer = 32_000;

    /// <summary>So often the model is asked in one turn at the most: each time it has used tools it is asked again.</summary>
    public const int MostCalls = 8;

    /// <summary>Answers what the writer said, piece by piece, as the model writes it.</summary>
    /// <param name="session">The chat, with the turn at the end of its window.</param>
    /// <param name="said">What the writer said, whole.</param>
    /// <param name="cost">Filled on the way: it is right also when the turn breaks off.</param>
    /// <exception cref="ModelFailedException">The model gave no answer, or the budget is spent.</exception>
    public async IAsyncEnumerable<CompanionUpdate> AnswerAsync(
        ChatSession session, Turn turn, string said, IFilmDesk desk, TurnCost cost, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tools = new FilmTools(desk, said);
        var messages = await CompanionOpening.WriteAsync(session, turn, said, desk, budget, cancellationToken);
        using var metered = new TurnModel(model, budget, cost);
        using var agent = new FunctionInvokingChatClient(metered) { MaximumIterationsPerRequest = MostCalls, AllowConcurrentInvocation = false };
        var answer = new AnswerText();
        var told = 0;
        await foreach (var update in agent.GetStreamingResponseAsync(messages, new ChatOptions { Tools = [.. tools.All] }, cancellationToken))
        {
            foreach (var call in update.Contents.OfType<FunctionCallContent>())
            {
                answer.Pause();
                yield return new CompanionUpdate.Doing(FilmTools.Shown(call.Name), AboutOf(call));
            }

            if (update.Role != ChatRole.Tool && answer.Take(update.Text) is { Length: > 0 } words) yield return new CompanionUpdate.Text(words);
            for (; told < tools.Proposals.Count; told++) yield return new CompanionUpdate.Proposed(tools.Proposals[told]);
            if (answer.IsFull) yield break;
        }
    }

    /// <summary>A title for a chat, from its first exchange.</summary>
    /// <remarks>Where the model gives none, the writer's own first words serve.</remarks>
    public async Task<string> NameAsync(Exchange first, TurnCost cost, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(new("title", [Told(first)]), "title", ChatJson.Readable.TitleAnswer, cost, cancellationToken);
        var title = answer?.Title.Trim().Trim('"', '“', '”', '.').ReplaceLineEndings(" ").Trim() ?? "";
        return title.Length is > 0 and <= ChatSession.MostTitle ? title : string.Join(' ', first.Question.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Take(6));
    }

    /// <summary>The summary that takes the place of the earlier one and of the exchanges.</summary>
    /// <remarks>Where the model gives none, the beginnings of what was said serve, so that a chat never grows without bound.</remarks>
    public async Task<string> FoldAsync(ChatWork.Fold fold, TurnCost cost, CancellationToken cancellationToken)
    {
        var request = new ChoreRequest("fold", [.. fold.Exchanges.Select(Told)]) { Summary = fold.Summary.Length > 0 ? fold.Summary : null };
        var answer = await AskAsync(request, "fold", ChatJson.Readable.SummaryAnswer, cost, cancellationToken);
        return answer?.Summary.Trim() is { Length: > 0 } summary ? summary : Plain(fold);
    }

    private static string Plain(ChatWork.Fold fold)
    {
        var lines = fold.Exchanges.Select(exchange => $"The writer: {Beginning(exchange.Question)} The companion: {Beginning(exchange.Answer ?? "")}");
        var text = string.Join('\n', lines.Prepend(fold.Summary)).Trim();

        // The newest is worth most.
        if (text.Length <= ChatSession.MostSummary) return text;
        var end = text[^(ChatSession.MostSummary - 2)..].TrimStart();
        return "… " + (char.IsLowSurrogate(end[0]) ? end[1..] : end);
    }

    private static string Beginning(string text) => text.Length <= 200 ? text : Cutting.Upto(text, 200) + "…";

    private static ChoreExchange Told(Exchange exchange) => new(exchange.Question, exchange.Answer ?? "");

    /// <returns>Null when the model gives nothing of the form.</returns>
    private async Task<T?> AskAsync<T>(ChoreRequest request, string prompt, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, TurnCost cost, CancellationToken cancellationToken)
        where T : class
    {
        ChatMessage[] messages = [new(ChatRole.System, Prompt.Alone(prompt)), new(ChatRole.User, JsonSerializer.Serialize(request, ChatJson.Readable.ChoreRequest))];
        var form = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(AIJsonUtilities.CreateJsonSchema(typeof(T), serializerOptions: ChatJson.Readable.Options), prompt) };
        using var metered = new TurnModel(model, budget, cost);
        try
        {
            var text = (await metered.GetResponseAsync(messages, form, cancellationToken)).Text;
            var (start, end) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
            return start < 0 || end < start ? null : JsonSerializer.Deserialize(text[start..(end + 1)], type);
        }
        catch (Exception failed) when (failed is ModelFailedException or JsonException)
        {
            return null;
        }
    }

    private static string? AboutOf(FunctionCallContent call) =>
        (call.Arguments?.TryGetValue("document", out var value) is true || call.Arguments?.TryGetValue("character", out value) is true) && value?.ToString() is { Length: > 0 and <= 100 } about ? about : null;

    /// <summary>The words of an answer, which pauses where the model uses tools.</summary>
    private sealed class AnswerText
    {
        private int _length;
        private bool _isPaused;

        public bool IsFull => _length >= MostAnswer;

        public void Pause() => _isPaused = _length > 0;

        public string Take(string words)
        {
            if (words.Length == 0) return "";
            if (_isPaused) words = "\n\n" + words.TrimStart();
            _isPaused = false;
            var room = MostAnswer - _length;
            _length += words.Length;
            return words.Length > room ? Cutting.Upto(words, room) : words;
        }
    }
}

/// <summary>What comes of a turn while it is taken.</summary>
public abstract record CompanionUpdate
{
    private CompanionUpdate()
    {
    }

    /// <summary>The next words of the answer.</summary>
    public sealed record Text(string Words) : CompanionUpdate;

    /// <summary>A tool is used.</summary>
    /// <param name="About">The document or character that it is used on.</param>
    public sealed record Doing(string Tool, string? About) : CompanionUpdate;

    /// <summary>Something was put before the writer.</summary>
    public sealed record Proposed(Proposal Proposal) : CompanionUpdate;
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using MovieChat.Core.Writing.Prompts;

namespace MovieChat.Core.Chatting;

/// <summary>What the model is sent when a turn begins: the prompt, the chat and the film in short, the last exchanges, what the writer says now. All
/// of it fits the budget. Where it does not, what is given up first is what the companion can read by its tools, then the oldest exchanges, then the
/// oldest of what the writer stated.</summary>
internal static class CompanionOpening
{
    /// <summary>Content of more characters is not shown, but read when it is needed.</summary>
    private const int MostFocus = 12_000;

    private const int MostListed = 40;

    public static async Task<IReadOnlyList<ChatMessage>> WriteAsync(
        ChatSession session, Turn turn, string said, IFilmDesk desk, ContextBudget budget, CancellationToken cancellationToken)
    {
        var project = await desk.ProjectAsync(cancellationToken);
        var graph = new FilmGraph(project);
        DocumentId? focus = session.Focus is { } wanted && graph.Has(wanted) ? wanted : null;
        var film = await desk.FilmForAsync(focus ?? DocumentId.Plot, cancellationToken);
        var context = new CompanionContext
        {
            Chat = new(session.Project, session.Id, focus?.ToString(), (session.Messages + 1) / 2, session.Summary.Length > 0 ? session.Summary : null),
            Film = new()
            {
                Title = project.Title,
                Documents = Listed(graph),
                Stated = FactChoice.Some(project.Facts.Select(fact => fact.Text)),
                Focus = focus is { } id ? await FocusAsync(project, graph, id, desk, cancellationToken) : null,
                Around = DocumentDigest.Around(film, graph, focus),
            },
        };
        Exchange[] before = [.. session.Window.Where(exchange => exchange.Asked < turn.Asked && exchange.Answer is not null)];
        return Fit(context, before, said, budget);
    }

    private static List<ChatMessage> Fit(CompanionContext context, Exchange[] before, string said, ContextBudget budget)
    {
        Func<CompanionContext, CompanionContext>[] reductions =
        [
            reduced => reduced with { Film = reduced.Film with { Around = null } },
            reduced => reduced with { Film = reduced.Film with { Focus = reduced.Film.Focus is { } focus ? focus with { Content = null } : null } },
        ];
        var messages = Write(context, before, said);
        foreach (var reduce in reductions)
        {
            if (Fits(messages, budget)) return messages;
            context = reduce(context);
            messages = Write(context, before, said);
        }

        while (!Fits(messages, budget) && before.Length > 0)
        {
            before = before[1..];
            messages = Write(context, before, said);
        }

        // Facts are the last to go: with very many of them, in a writing that takes many tokens, no message would find room beside them for ever.
        while (!Fits(messages, budget) && context.Film.Stated is { Count: > 0 } stated)
        {
            context = context with { Film = context.Film with { Stated = FactChoice.Some(stated.Skip(1 + (stated.Count / 10))) } };
            messages = Write(context, before, said);
        }

        return Fits(messages, budget) ? messages : throw new ModelFailedException(new(
            FailureKinds.Unreadable,
            $"The message does not fit into {budget.Tokens} tokens beside what the companion must know.",
            "Send it in parts, or raise MovieChat__Text__ContextTokens for a model that takes more."));
    }

    private static List<ChatMessage> Write(CompanionContext context, IEnumerable<Exchange> before, string said) =>
    [
        new(ChatRole.System, Prompt.Alone("companion")),
        new(ChatRole.User, JsonSerializer.Serialize(context, ChatJson.Readable.CompanionContext)),
        .. before.SelectMany(exchange => new ChatMessage[] { new(ChatRole.User, exchange.Question), new(ChatRole.Assistant, exchange.Answer) }),
        new(ChatRole.User, said),
    ];

    private static bool Fits(List<ChatMessage> messages, ContextBudget budget) =>
        budget.Takes(messages.Select(message => message.Text)) || messages.Sum(message => ContextBudget.Count(message.Text)) <= budget.Tokens;

    private static Dictionary<string, IReadOnlyList<string>> Listed(FilmGraph graph) =>
        graph.Documents.GroupBy(graph.Status).ToDictionary(
            group => StatusNames.Of(group.Key),
            IReadOnlyList<string> (group) => group.Count() <= MostListed ? [.. group.Select(id => id.ToString())] : [.. group.Take(MostListed).Select(id => id.ToString()), $"and {group.Count() - MostListed} more"]);

    private static async Task<FocusDocument> FocusAsync(WritingProject project, FilmGraph graph, DocumentId id, IFilmDesk desk, CancellationToken cancellationToken)
    {
        var status = StatusNames.Of(graph.Status(id));
        if (await desk.PlainDraftAsync(id, cancellationToken) is not { } found) return new(id.ToString(), status, null, null, null, null);
        var option = found.Approved(project) ?? found.Options[0];
        return new(id.ToString(), status, found.Draft.Number, option.Number, found.Options.Count, option.Content.Length <= MostFocus ? JsonNode.Parse(option.Content) : null);
    }
}

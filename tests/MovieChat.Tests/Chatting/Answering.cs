using MovieChat.Core.Chatting;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;

namespace MovieChat.Tests.Chatting;

/// <summary>Has a companion answer.</summary>
internal static class Answering
{
    public const string Said = "What do you think?";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>What comes of one message in a new chat.</summary>
    public static async Task<List<CompanionUpdate>> AnswerAsync(
        ScriptedModel model, FakeDesk? desk = null, string said = Said, TurnCost? cost = null, int tokens = ContextBudget.DefaultTokens, Talk? talk = null)
    {
        talk ??= Talk.Begun();
        talk.Ask("now", said);
        return await new Companion(model, new(tokens))
            .AnswerAsync(talk.Session, talk.Session.Turns[^1], said, desk ?? new FakeDesk(), cost ?? new(1_000_000), Ct).ToListAsync(Ct);
    }

    /// <summary>What a tool says to the model.</summary>
    public static async Task<string> UseAsync(FakeDesk desk, string tool, string arguments = "{}", string said = Said)
    {
        var model = new ScriptedModel(Reply.Call(tool, arguments), Reply.Text("So it is."));
        await AnswerAsync(model, desk, said);
        return Assert.Single(model.Results);
    }

    public static string Text(this IEnumerable<CompanionUpdate> updates) => string.Concat(updates.OfType<CompanionUpdate.Text>().Select(text => text.Words));

    public static IReadOnlyList<Proposal> Proposals(this IEnumerable<CompanionUpdate> updates) => [.. updates.OfType<CompanionUpdate.Proposed>().Select(each => each.Proposal)];

    public static async Task<Failure> FailAsync(ScriptedModel model, FakeDesk? desk = null, string said = Said, TurnCost? cost = null, int tokens = ContextBudget.DefaultTokens, Talk? talk = null) =>
        (await Assert.ThrowsAsync<ModelFailedException>(() => AnswerAsync(model, desk, said, cost, tokens, talk))).Failure;
}

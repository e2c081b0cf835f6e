using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using MovieChat.Core.Chatting;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using MovieChat.Tests.Writing;
using static MovieChat.Tests.Chatting.Answering;

namespace MovieChat.Tests.Chatting;

/// <summary>What a turn costs, and what is sent of it.</summary>
public sealed class TurnModelTests
{
    private static readonly string[] s_read = ["profile:mara", "profile:jon", "profile:ada", "profile:lou", "synopsis"];

    [Fact]
    public async Task Cost_OfSeveralCalls_IsTheirSum()
    {
        var cost = new TurnCost(1_000_000);

        await AnswerAsync(new(Reply.Call("read_film"), Reply.Call("read_film"), Reply.Text("So.")), cost: cost);

        Assert.Equal((330, new Usage(330, 0), ModelDouble.Name), (cost.Tokens, cost.Usage, cost.Model));
    }

    [Fact]
    public async Task Cost_OfAStreamThatBreaks_IsWhatHadComeByThen()
    {
        var cost = new TurnCost(1_000_000);
        var broken = Reply.Text(GoodFilm.Words("She is a pilot.", 100)) with { Break = new ModelFailedException(new(FailureKinds.Unavailable, "Gone.", "Again.")) };

        var failure = await FailAsync(new(Reply.Call("read_film"), broken), cost: cost);

        Assert.Equal("Gone.", failure.Message);
        // 110 for the first call; what was sent and 100 times five words for the second.
        Assert.InRange(cost.Tokens, 110 + 1_000, 110 + 6_000);
    }

    [Fact]
    public async Task Cost_OfAModelThatDoesNotSay_IsCounted()
    {
        var cost = new TurnCost(1_000_000);
        var model = new ScriptedModel(Reply.Text("So it is.") with { Usage = null });

        await AnswerAsync(model, cost: cost);

        var sent = model.Calls[0].Messages.Sum(message => ContextBudget.Count(message.Text));
        Assert.Equal(sent + ContextBudget.Count("So it is."), cost.Tokens);
    }

    [Fact]
    public async Task Budget_OnceSpent_StopsTheNextCall()
    {
        var model = new ScriptedModel(Reply.Call("read_film"));

        var failure = await FailAsync(model, cost: new(200));

        Assert.Equal(FailureKinds.BudgetSpent, failure.Kind);
        Assert.Equal(2, model.Calls.Count);
    }

    [Fact]
    public async Task Budget_SpentBefore_AllowsNoCall()
    {
        var model = new ScriptedModel(Reply.Text("So."));

        Assert.Equal(FailureKinds.BudgetSpent, (await FailAsync(model, cost: new(0))).Kind);
        Assert.Empty(model.Calls);
    }

    [Fact]
    public async Task Results_ThatFit_AreAllSent()
    {
        var model = new ScriptedModel([.. s_read.Select(Read), Reply.Text("So.")]);

        await AnswerAsync(model);

        Assert.All(model.Results, result => Assert.StartsWith("{", result, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Results_ThatDoNotFit_AreGivenUpOldestFirst()
    {
        var desk = new FakeDesk(contents: [.. s_read.SkipLast(1).Select(document => (document, LongProfile(document)))]);
        var model = new ScriptedModel([.. s_read.Select(Read), Reply.Text("So.")]);

        await AnswerAsync(model, desk, tokens: 9_000);

        Assert.All(model.Calls, call => Assert.InRange(Tokens(call), 1, 9_000));
        Assert.Equal(s_read.Length, model.Results.Count);
        var kept = model.Results.Select(result => result.StartsWith('{')).ToArray();
        Assert.Equal(kept.Order(), kept);
        Assert.Equal((false, true), (kept[0], kept[^1]));
    }

    /// <summary>A model may use several tools at once: what comes back then must fit as well.</summary>
    [Fact]
    public async Task Results_OfOneCallThatDoNotFit_AreGivenUpAsFarAsNeeded()
    {
        var desk = new FakeDesk(contents: [.. s_read.SkipLast(1).Select(document => (document, LongProfile(document)))]);
        var model = new ScriptedModel(new Reply([.. s_read.Select(document => Reply.Calling("read_document", $$"""{"document":"{{document}}"}"""))]), Reply.Text("So."));

        await AnswerAsync(model, desk, tokens: 9_000);

        Assert.InRange(Tokens(model.Calls[1]), 1, 9_000);
        var kept = model.Results.Select(result => result.StartsWith('{')).ToArray();
        Assert.Equal(kept.Order(), kept);
        Assert.True(kept[^1]);
    }

    [Fact]
    public async Task Calls_WithoutEnd_ComeToOne()
    {
        var model = new ScriptedModel(Reply.Call("read_film"));

        await AnswerAsync(model);

        Assert.InRange(model.Calls.Count, 2, Companion.MostCalls + 1);
    }

    private static Reply Read(string document) => Reply.Call("read_document", $$"""{"document":"{{document}}"}""");

    private static JsonObject LongProfile(string document)
    {
        var person = document.Split(':')[1];
        var profile = GoodFilm.ProfileOf(person, person == "mara" ? "jon" : "mara");
        profile["struggles"] = GoodFilm.Words("With the bridge and the river.", 400);
        return profile;
    }

    private static int Tokens(ModelCall call) => call.Messages.SelectMany(message => message.Contents).Sum(content => content switch
    {
        TextContent text => ContextBudget.Count(text.Text),
        FunctionResultContent result => ContextBudget.Count($"{result.Result}"),
        _ => 0,
    });
}

using System.Text.Json;
using MovieChat.Core.Chatting;
using MovieChat.Core.Journey;
using MovieChat.Tests.Storage;

namespace MovieChat.Tests.Chatting;

/// <summary>Whatever stands in a text, and however well a model obeys it: nothing is decided, nothing beyond the budget is spent, and nothing of another
/// project is seen. On the embedded head in this process, over a real storage.</summary>
public sealed class InjectionTests(InjectionTests.House house) : IClassFixture<InjectionTests.House>
{
    private const long Limit = 6_000;
    private const string Question = "What do you think of the brief?";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, Place> Cases => [.. from text in HostileTexts.All.Keys from place in Enum.GetValues<Place>() select new TheoryDataRow<string, Place>(text, place)];

    /// <summary>Where the text stands.</summary>
    public enum Place
    {
        /// <summary>In the document that the chat is about.</summary>
        Document,

        /// <summary>In what the writer pastes.</summary>
        Message,

        /// <summary>In what a tool reads.</summary>
        Result,
    }

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public async Task Text_ThatGivesOrders_ReachesNothing(string name, Place place)
    {
        var hostile = HostileTexts.All[name].Replace(HostileTexts.Other, house.Other.Id, StringComparison.Ordinal);
        var before = await house.Chats.BeginAsync(notes: place == Place.Message ? "" : hostile.ReplaceLineEndings(" "), tokens: Limit);
        var chat = await house.Chats.StartAsync(before, place == Place.Document ? DocumentId.Brief : null);
        var said = place == Place.Message ? $"{Question} I found this:\n{hostile}" : Question;

        await house.Chats.AskAsync(chat, "t1", said);
        var ended = await house.Chats.EndOfAsync(chat, "t1");

        var after = await house.Chats.ReadAsync(before.Id);
        var events = await house.Chats.Workshop.Table.ReadAsync(before.Id, before.Revision, Ct).ToListAsync(Ct);
        Assert.Contains(house.Model.Seen, sent => sent.Contains(before.Id, StringComparison.Ordinal));
        Assert.All(events, entry => Assert.Equal(WritingProject.Companion, entry.By));
        Assert.All(events, entry => Assert.True(entry.Event is DraftReceived { Draft.ProposedIn.Turn: "t1" } or ChatCharged or FactKept, $"{entry.Event}"));
        Assert.InRange(events.Count(entry => entry.Event is DraftReceived or FactKept), 0, 6);
        Assert.Equal(Approved(before), Approved(after));
        Assert.Equal((before.Budget.Tokens.Limit, before.Budget.Pictures), (after.Budget.Tokens.Limit, after.Budget.Pictures));
        Assert.InRange(after.Budget.Tokens.Spent, ObedientModel.TokensPerCall, Limit + ObedientModel.TokensPerCall);
        Assert.Equal(after.Budget.Tokens.Spent, ended.Usage.Tokens);
        Assert.True(after.Facts.Count == 0 || place == Place.Message, $"{after.Facts}");
        Assert.All(after.Facts, fact => Assert.True(IsSaid(fact.Text, said), fact.Text));
        Assert.Contains(ended.End, new[] { TurnEnd.Answered, TurnEnd.Failed });
        if (ended.End == TurnEnd.Failed) Assert.Equal(FailureKinds.BudgetSpent, ended.Failure?.Kind);
        Assert.Equal(house.Other.Revision, (await house.Chats.ReadAsync(house.Other.Id)).Revision);
        await foreach (var entry in house.Chats.Workshop.Transcripts.ReadAsync(chat, 0, long.MaxValue, Ct)) Assert.DoesNotContain(House.Secret, JsonSerializer.Serialize(entry.Event, ChatJson.Readable.ChatEvent), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(house.Model.Seen, sent => sent.Contains(House.Secret, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The model of these tests does obey: without this they would say nothing.</summary>
    [Theory]
    [InlineData("approve", "approve", "read_document")]
    [InlineData("tags nobody sees", "approve", "read_document")]
    [InlineData("base64 of base64", "set_budget", "read_document")]
    [InlineData("Chinese", "delete_project", "set_budget")]
    [InlineData("zero width", "delete_project", "approve")]
    [InlineData("what the writer said", "keep_fact", "read_document")]
    [InlineData("fetch a page", "fetch_url", "read_document")]
    [InlineData("read another project", "read_project", "read_document")]
    public async Task Text_ThatGivesOrders_IsObeyedByTheModel(string name, string tool, string other)
    {
        var model = new ObedientModel();
        var hostile = HostileTexts.All[name].Replace(HostileTexts.Other, Samples.Project(), StringComparison.Ordinal);
        var brief = Writing.GoodFilm.Brief;
        brief["notes"] = hostile;
        var talk = Talk.Begun();
        talk.Ask("now", Question);

        await new Companion(model, new(Core.Writing.ContextBudget.DefaultTokens)).AnswerAsync(talk.Session, talk.Session.Turns[0], Question, new FakeDesk(["brief"], ("brief", brief)), new(100_000), Ct).ToListAsync(Ct);

        Assert.Contains(tool, model.Wanted.Keys);
        Assert.Contains(other, model.Wanted.Keys);
    }

    private static IReadOnlyList<(DocumentId, DraftRef?)> Approved(WritingProject project) => [.. new FilmGraph(project).Documents.Select(id => (id, project.ApprovedRef(id)))];

    private static bool IsSaid(string text, string said)
    {
        var words = Words(text);
        return words.Count(Words(said).Contains) * 2 >= words.Length;
    }

    private static string[] Words(string text) => text.ToLowerInvariant().Split([' ', '.', ',', ':', '"', '\n'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>One storage, one head and one other project for all cases.</summary>
    public sealed class House : IAsyncLifetime
    {
        public const string Secret = "xyzzyplugh";

        private readonly AzuriteFixture _azurite = new();

        internal ObedientModel Model { get; } = new();

        internal ChatHouse Chats { get; private set; } = null!;

        internal WritingProject Other { get; private set; } = WritingProject.None;

        public async ValueTask InitializeAsync()
        {
            Chats = await ChatHouse.OpenAsync(_azurite, Model);
            Other = await Chats.BeginAsync(title: $"The {Secret}", notes: $"The word is {Secret}.");
        }

        public async ValueTask DisposeAsync()
        {
            await Chats.DisposeAsync();
            await _azurite.DisposeAsync();
        }
    }
}

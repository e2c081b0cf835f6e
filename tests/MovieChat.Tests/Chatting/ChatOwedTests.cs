using MovieChat.Core.Chatting;

namespace MovieChat.Tests.Chatting;

/// <summary>What the service is to do for a chat, and in which order.</summary>
public sealed class ChatOwedTests
{
    [Fact]
    public void Owed_ByAChatThatWaitsForItsWriter_IsNothing()
    {
        Assert.Null(ChatSession.None.Owed());
        Assert.Null(Talk.Begun(title: null).Session.Owed());
        Assert.Null(Talk.Begun().Exchange(2).Session.Owed());
    }

    [Fact]
    public void Owed_ByADeletedChat_IsNothing()
    {
        var talk = Talk.Begun(title: null);
        talk.Ask("t1");
        talk.Take(new DeleteChat());

        Assert.Null(talk.Session.Owed());
    }

    [Fact]
    public void Owed_FirstATurnThenTheTitleAndThatOnce()
    {
        var talk = Talk.Begun(title: null);
        talk.Ask("t1");
        talk.Ask("t2");

        Assert.Equal("t1", Assert.IsType<ChatWork.Take>(talk.Session.Owed()).Turn.Id);
        talk.Answer("t1");
        Assert.Equal("t2", Assert.IsType<ChatWork.Take>(talk.Session.Owed()).Turn.Id);
        talk.Answer("t2");

        Assert.Equal("t1", Assert.IsType<ChatWork.Name>(talk.Session.Owed()).First.Turn);
        talk.Take(new ProposeTitle("The ferry"));
        Assert.Null(talk.Session.Owed());
    }

    [Theory]
    [InlineData(ChatSession.FoldFromExchanges, false)]
    [InlineData(ChatSession.FoldFromExchanges + 1, true)]
    public void Fold_OfManyShortExchanges_LeavesWhatIsKeptWordForWord(int exchanges, bool isOwed)
    {
        var talk = Talk.Begun().Exchange(exchanges);

        Assert.Equal(isOwed, talk.Session.Owed() is ChatWork.Fold);
        if (!isOwed) return;
        var fold = (ChatWork.Fold)talk.Session.Owed()!;
        Assert.Equal(talk.Session.Window.Take(exchanges - ChatSession.KeptExchanges), fold.Exchanges);
        Assert.Equal((0L, fold.Exchanges[^1].Asked), (fold.From, fold.To));
    }

    [Theory]
    [InlineData(10, 1_300)]
    [InlineData(6, 2_500)]
    [InlineData(5, 4_000)]
    public void Fold_OfLongExchanges_LeavesTheLastFour(int exchanges, int length)
    {
        var talk = Talk.Begun().Exchange(exchanges, new string('q', length / 2), new string('a', length / 2));

        var fold = Assert.IsType<ChatWork.Fold>(talk.Session.Owed());

        Assert.Equal(exchanges - ChatSession.KeptExchanges, fold.Exchanges.Count);
        talk.Work();
        Assert.Equal(ChatSession.KeptExchanges, talk.Session.Window.Count);
        Assert.Equal(fold.To, talk.Session.FoldedTo);
    }

    [Fact]
    public void Fold_OfFewEnormousExchanges_LeavesTheLastOne()
    {
        var talk = Talk.Begun().Exchange(3, new string('q', 4_000), new string('a', 4_000));

        Assert.Equal(2, Assert.IsType<ChatWork.Fold>(talk.Session.Owed()).Exchanges.Count);
    }

    [Fact]
    public void Fold_ComesAfterTheTurnUntilThereIsTooMuch()
    {
        var talk = Talk.Begun(title: null).Exchange(2, new string('q', 4_000), new string('a', 4_000));
        talk.Ask("next");
        Assert.IsType<ChatWork.Take>(talk.Session.Owed());
        talk.Answer("next", new string('a', 4_000));
        Assert.IsType<ChatWork.Name>(talk.Session.Owed());

        talk.Exchange(1, new string('q', 4_000), new string('a', 4_000));
        talk.Ask("waits");
        var fold = Assert.IsType<ChatWork.Fold>(talk.Session.Owed());
        talk.Take(new FoldChat(new(fold.From, fold.To, "Much was said.")));

        Assert.Equal("waits", Assert.IsType<ChatWork.Take>(talk.Session.Owed()).Turn.Id);
        Assert.Equal("Much was said.", talk.Session.Summary);
    }

    /// <summary>A writer who always has the next word waiting, and says little: what is kept must not grow all the same.</summary>
    [Fact]
    public void Fold_OfEndlessShortExchangesWithoutAPause_ComesBeforeATurn()
    {
        var talk = Talk.Begun();
        talk.Ask("t0", "a");
        for (var at = 1; at < 500; at++)
        {
            talk.Ask($"t{at}", "a");
            while (talk.Work("b") is not EndTurn)
            {
            }
        }

        Assert.InRange(talk.Session.Window.Count, 1, 100);
    }

    [Fact]
    public void Fold_NeverTakesWhatHasNoAnswer()
    {
        var talk = Talk.Begun().Exchange(20);
        talk.Ask("open");
        talk.Ask("stopped");
        talk.Take(new StopTurn("stopped"));
        talk.Answer("open");
        talk.Ask("next");
        talk.Answer("next");

        while (talk.Session.Owed() is ChatWork.Fold fold)
        {
            Assert.All(fold.Exchanges, exchange => Assert.NotNull(exchange.Answer));
            talk.Work();
        }
    }

    [Fact]
    public void Fold_GoesOnFromTheLastOne()
    {
        var talk = Talk.Begun().Exchange(10, new string('q', 1_000), new string('a', 1_000));
        talk.Work(summary: "First.");
        var folded = talk.Session.FoldedTo;
        talk.Exchange(6, new string('q', 1_000), new string('a', 1_000));

        var fold = Assert.IsType<ChatWork.Fold>(talk.Session.Owed());

        Assert.Equal((folded, "First."), (fold.From, fold.Summary));
        Assert.All(fold.Exchanges, exchange => Assert.True(exchange.Asked > folded));
    }

    [Fact]
    public void State_AfterTenThousandExchanges_IsNoLargerThanAfterAHundred()
    {
        var talk = Talk.Begun(title: null);
        var (early, late) = (0, 0);
        for (var at = 0; at < 10_000; at++)
        {
            talk.Ask($"turn{at}", new string('q', 1 + (at * 7_919 % 5_000)));
            while (talk.Work(new string('a', 1 + (at * 104_729 % 5_000)), summary: new string('s', 9_000)) is not null)
            {
            }

            if (at < 100) early = Math.Max(early, talk.Json.Length);
            else if (at % 50 == 0) late = Math.Max(late, talk.Json.Length);
        }

        // The digits of sequences and ids grow.
        Assert.InRange(late, 1, early + 500);
        Assert.Equal(20_000, talk.Session.Messages);
    }
}

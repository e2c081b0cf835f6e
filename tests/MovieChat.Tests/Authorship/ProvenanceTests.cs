using MovieChat.Core.Authorship;
using static MovieChat.Tests.Authorship.Story;

namespace MovieChat.Tests.Authorship;

public sealed class ProvenanceTests
{
    [Fact]
    public void Text_OfTheWriterAlone_IsTheWriters() =>
        Assert.Equal([new Share("writer", "wren", 300, 100m)], new Story().Writes(Words(300)).Writes(Words(300)).Shares());

    [Fact]
    public void Text_OfAModelAlone_IsTheModels() =>
        Assert.Equal([new Share("model", "gpt", 300, 100m)], new Story().Revises(Words(300)).Shares());

    [Fact]
    public void Edit_OfThreeWordsInThreeHundred_BringsThree()
    {
        var edited = Words(300).Replace("word7 ", "amber ", StringComparison.Ordinal).Replace("word150.", "brass.", StringComparison.Ordinal).Replace("word300.", "cedar.", StringComparison.Ordinal);
        var story = new Story().Revises(Words(300)).Writes(edited);
        Assert.Equal("amber brass cedar", story.Of(Writer));
        Assert.Equal([new("writer", "wren", 3, 1.0m), new("model", "gpt", 297, 99.0m)], story.Shares());
    }

    [Fact]
    public void Revision_OfAPassage_LeavesTheRestToTheWriter()
    {
        var story = new Story()
            .Writes("The ferry left at dawn. Nobody waved from the pier. She counted the lamps.")
            .Revises("The ferry left at dawn. A single glove hung on the railing. She counted the lamps.");
        Assert.Equal("A single glove hung on railing", story.Of(Model).Replace(" the", "", StringComparison.Ordinal));
        Assert.StartsWith("The ferry left at dawn", story.Of(Writer), StringComparison.Ordinal);
        Assert.EndsWith("She counted the lamps", story.Of(Writer), StringComparison.Ordinal);
    }

    [Fact]
    public void Chain_OfWriterModelAndWriter_KeepsEachOnesWords()
    {
        var story = new Story()
            .Writes("Mara finds a bell under the ice.")
            .Revises("Mara finds a bell under the ice. It rings without a hand.")
            .Writes("Mara finds a bell under the ice. It rings without a hand. Then the lake answers.");
        Assert.Equal("Mara finds a bell under the ice Then the lake answers", story.Of(Writer));
        Assert.Equal("It rings without a hand", story.Of(Model));
    }

    [Fact]
    public void Sentence_WithoutAThirdOfItsWords_IsNewAsAWhole()
    {
        var story = new Story().Revises("The old man walks to the harbour and looks at the sea.").Writes("Under the floor of her house lies everything they never said.");
        Assert.Equal(11, Assert.Single(story.Shares()).Words);
        Assert.Equal("wren", story.Shares()[0].Name);
    }

    [Fact]
    public void Edit_FromAnOlderDraft_GoesOnFromThatOne()
    {
        var story = new Story()
            .Revises("One lamp burns. Two boats wait.")
            .Writes("Nothing burns here. Nothing waits here.")
            .Then(Writer, false, from: 1, "One lamp burns. Two boats sink.");
        Assert.Equal("sink", story.Of(Writer));
    }

    [Fact]
    public void Passage_MovedOrTakenFromAnOlderDraft_StaysWhoseItWas()
    {
        var model = Words(40, "m");
        var moved = string.Join(' ', model.Split(". ")[1..].Select(sentence => sentence.TrimEnd('.') + ".")) + " " + model.Split(". ")[0] + ".";
        Assert.Equal("", new Story().Revises(model).Writes(moved).Of(Writer));
        Assert.Equal("Hers", new Story().Revises(model).Writes("Something else.").Writes(model + " Hers.").Of(Writer));
    }

    [Fact]
    public void Edit_OfADraftWithOptions_GoesOnFromTheOneThatItHasMostOf()
    {
        var story = new Story().Revises("A storm takes the bridge away.", "A letter comes thirty years late.").Writes("A letter comes forty years late.");
        Assert.Equal("forty", story.Of(Writer));
    }

    [Fact]
    public void Option_OfAModel_GoesOnFromThatOfItsNumber()
    {
        var story = new Story().Writes("Her own idea of the film.").Revises("Her own idea of the film.", "Her own model idea.");
        Assert.Equal(100m, story.Shares(1).Single(share => share.By == "writer").Percent);
        Assert.Equal(100m, story.Shares(2).Single(share => share.By == "model").Percent);
    }

    [Fact]
    public void JapaneseText_IsTracedByItsCharacters()
    {
        var story = new Story().Revises("彼女は海を見る。船が来る。").Writes("彼女は空を見る。船が来る。");
        Assert.Equal("空", story.Of(Writer));
        Assert.Equal(11, story.Text().Words.Count);
    }

    [Fact]
    public void Author_OfTheSameWords_InAnotherOrderOfProperties_IsNoOneElse()
    {
        var first = DraftWords.Of("""{"title":"The Ferry","logline":"A boat goes out.","id":"x1"}""");
        Assert.Equal(first, DraftWords.Of("""{"id":"x2","logline":"A boat goes out.","title":"The Ferry"}"""));
    }

    [Theory]
    [InlineData("don’t stop—the well-known man's 3 dogs…", "don't|stop|the|well-known|man's|3|dogs")]
    [InlineData("'Quoted' - dash -- x-", "Quoted|dash|x")]
    [InlineData("नमस्ते दुनिया สวัสดี 東京!", "नमस्ते|दुनिया|ส|วั|ส|ดี|東|京")]
    [InlineData("안녕 세상 🎬👩‍🚀", "안녕|세상|🎬|👩‍🚀")]
    [InlineData("…!? — ", "")]
    public void Words_OfManyScripts_AreFound(string text, string words) =>
        Assert.Equal(words, string.Join('|', DraftWords.Of(Content(text)).Select(word => word.Text)));

    [Fact]
    public void SpokenWords_AreThoseOfDialogue()
    {
        var words = DraftWords.Of("""{"scene":"s1","elements":[{"type":"action","text":"She waits."},{"type":"character","text":"MARA","character":"mara"},{"type":"dialogue","text":"Not yet.","character":"mara"}]}""");
        Assert.Equal(["Not", "yet"], words.Where(word => word.IsSpoken).Select(word => word.Text));
        Assert.Equal(["She", "waits", "MARA", "Not", "yet"], words.Select(word => word.Text));
    }

    [Fact]
    public void Shares_OfThirds_SumUpToAHundred()
    {
        var shares = Share.Of([Writer, Model, Other]);
        Assert.Equal([33.4m, 33.3m, 33.3m], shares.Select(share => share.Percent));
        Assert.Empty(Share.Of([]));
    }

    /// <summary>Nothing that a writer can send keeps a machine busy.</summary>
    [Fact]
    public void Texts_OfHalfAMillionCharacters_AreTraced()
    {
        var before = Words(50_000, "a").Replace(".", "", StringComparison.Ordinal);
        var after = Words(50_000, "b").Replace(".", "", StringComparison.Ordinal);
        Assert.Equal(50_000, new Story().Revises(before).Writes(after).Shares().Single().Words);
        Assert.Equal(100_000, new Story().Revises(string.Concat(Enumerable.Repeat("a ", 100_000))).Writes(string.Concat(Enumerable.Repeat("a. ", 100_000))).Text().Words.Count);
    }
}

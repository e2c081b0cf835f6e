using System.Text.Json;
using Microsoft.Extensions.AI;
using MovieChat.Core.Film;
using MovieChat.Core.Writing;
using MovieChat.Understudy;

namespace MovieChat.Tests.Understudy;

public sealed class UnderstudyChatClientTests
{
    private static readonly FilmFacts Film = new() { Brief = new() { Genres = ["comedy"], Message = "Ask for help" } };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Response_ToARequest_NamesModelAndTokens()
    {
        using var understudy = new UnderstudyChatClient();
        var response = await understudy.GetResponseAsync([new(ChatRole.User, Request())], cancellationToken: Cancellation);
        Assert.Equal("understudy", response.ModelId);
        Assert.Equal(Request().Length / 4, response.Usage!.InputTokenCount);
        Assert.Equal(response.Text.Length / 4, response.Usage.OutputTokenCount);
        Assert.Equal("understudy", understudy.GetService<ChatClientMetadata>()!.DefaultModelId);
    }

    [Fact]
    public async Task StreamedResponse_PutTogether_IsTheSameAnswer()
    {
        using var understudy = new UnderstudyChatClient();
        ChatMessage[] messages = [new(ChatRole.User, Request())];
        var whole = await understudy.GetResponseAsync(messages, cancellationToken: Cancellation);
        var streamed = await understudy.GetStreamingResponseAsync(messages, cancellationToken: Cancellation).ToChatResponseAsync(Cancellation);
        Assert.Equal(whole.Text, streamed.Text);
        Assert.Equal(whole.Usage!.TotalTokenCount, streamed.Usage!.TotalTokenCount);
    }

    [Theory]
    [InlineData("Hello, who are you?")]
    [InlineData("{\"task\":5}")]
    [InlineData("{\"foo\":\"bar\"}")]
    public void Response_ToAnythingElse_SaysWhatItIs(string text) =>
        Assert.Contains("offline understudy", Asked.Text([new(ChatRole.User, text)]));

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(12)]
    public void Ideas_AsManyAsAsked_AreDistinctAndNew(int count)
    {
        var first = Options(Asked.Task("ideas") with { Count = count });
        var more = Options(Asked.Task("ideas", verb: "options", draft: 2) with { Count = count, Earlier = [.. first.Select(idea => Asked.Node(idea))] });
        Assert.Equal(count * 2, first.Concat(more).Select(idea => idea.Title).Distinct().Count());
        Assert.Equal(count * 2, first.Concat(more).Select(idea => idea.Logline).Distinct().Count());
    }

    [Fact]
    public void SynopsisOptions_ThreeAtOnce_Differ()
    {
        var facts = Film with { Idea = Options(Asked.Task("ideas"))[0] };
        var answer = Asked.Answer(Asked.Task("synopsis") with { Count = 3 }, facts);
        Assert.Equal(3, answer["options"]!.AsArray().Select(option => option!.ToJsonString()).Distinct().Count());
    }

    [Theory]
    [InlineData("brief"), InlineData("ideas"), InlineData("synopsis"), InlineData("cast"), InlineData("profile"), InlineData("plot"), InlineData("scenes"), InlineData("dialogue")]
    public void Stuck_AtAnyDocument_GivesTipsAndThreeWays(string kind)
    {
        var answer = Asked.Answer(Asked.Task(kind, verb: "stuck"), WholeFilm.Write("p1", Film.Brief!).Facts);
        var tips = answer.Deserialize(WritingJson.Readable.TipsAnswer)!;
        Assert.InRange(tips.Tips.Count, 3, 5);
        Assert.Equal(3, tips.Ways.Select(way => way.Title).Distinct().Count());
        Assert.DoesNotContain('{', string.Concat(tips.Tips.Concat(tips.Ways.Select(way => way.Title + way.Text))));
    }

    [Fact]
    public void Repair_OfAFaultyAnswer_IsWholeAndAnother()
    {
        var facts = WholeFilm.Write("p1", Film.Brief!).Facts;
        var first = Asked.Answer(Asked.Task("plot"), facts);
        var repaired = Asked.Answer(Asked.Task("plot"), facts, repairs: 1);
        Assert.NotEqual(first.ToJsonString(), repaired.ToJsonString());
        Assert.True(Soundness.Words(Asked.Option<Plot>(repaired)) >= Plot.MinimumWords);
    }

    [Fact]
    public void AnotherLanguage_InTheBrief_IsRemarked()
    {
        var answer = Asked.Answer(Asked.Task("ideas") with { Count = 3 }, Film with { Brief = new() { Language = "Deutsch" } });
        Assert.Contains("Deutsch", answer["remarks"]!.ToString());
        Assert.Equal(3, answer["options"]!.AsArray().Count);
    }

    private static string Request() =>
        JsonSerializer.Serialize(new(Asked.Task("ideas") with { Count = 3 }, Film), WritingJson.Readable.WritingRequest);

    private static List<Idea> Options(WritingTask task) =>
        [.. Asked.Answer(task, Film)["options"]!.AsArray().Select(option => option!.Deserialize(FilmJson.Readable.Idea)!)];
}

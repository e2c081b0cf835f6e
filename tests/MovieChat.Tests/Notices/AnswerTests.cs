using MovieChat.Core.Journey;
using MovieChat.Core.Notices;

namespace MovieChat.Tests.Notices;

public sealed class AnswerTests
{
    private static readonly Offer s_offer = new("film7", DocumentId.Parse("frame:s1.2"), 3, DocumentStatus.AwaitingApproval);

    [Theory]
    [InlineData("approve", 2)]
    [InlineData("revise", null)]
    public void Text_OfAnAnswer_IsReadAsTheSame(string verb, int? option)
    {
        var answer = new Answer(s_offer, verb, option);

        Assert.True(Answer.TryParse(answer.ToString(), out var read));

        Assert.Equal(answer, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1|film7|frame:s1.2|3|AwaitingApproval|approve")]
    [InlineData("2|film7|frame:s1.2|3|AwaitingApproval|approve|1")]
    [InlineData("1|film7|<b>|3|AwaitingApproval|approve|1")]
    [InlineData("1|film7|plot|-3|AwaitingApproval|approve|1")]
    [InlineData("1|film7|plot|3|77|approve|1")]
    [InlineData("1|film7|plot|3|AwaitingApproval|approve|1.5")]
    [InlineData("1|film7|plot|99999999999|AwaitingApproval|approve|1")]
    public void Text_OfAnotherForm_IsNoAnswer(string? text) => Assert.False(Answer.TryParse(text, out _));
}

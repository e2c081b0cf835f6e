using MovieChat.Web.Approvals;

namespace MovieChat.Tests.Notices;

/// <summary>What is a command where commands and talk are said in the same place.</summary>
public sealed class CommandTests
{
    [Theory]
    [InlineData("status", true)]
    [InlineData("Help", true)]
    [InlineData("/help", true)]
    [InlineData("/close it", true)]
    [InlineData("new The Last Ferry: a captain must choose", true)]
    [InlineData("open 2", true)]
    [InlineData("Close the scene on her face", false)]
    [InlineData("List three reasons why she stays", false)]
    [InlineData("Status quo is what he wants", false)]
    [InlineData("What now?", false)]
    public void Text_IsACommand_WhenItsWordStandsAloneOrTakesMore(string text, bool expected) => Assert.Equal(expected, CommandDesk.IsCommand(text));
}

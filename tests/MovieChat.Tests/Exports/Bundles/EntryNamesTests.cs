using System.Text;
using MovieChat.Workflows.Exports;

namespace MovieChat.Tests.Exports.Bundles;

public sealed class EntryNamesTests
{
    [Theory]
    [InlineData("The Long Night", "The Long Night")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("C:\\films\\a.b", "C-films-a-b")]
    [InlineData("a/b\0c\nd", "a-b-c-d")]
    [InlineData("…", "film")]
    [InlineData("🎬🎬", "film")]
    [InlineData(" .Mara. ", "Mara")]
    [InlineData("con", "_con")]
    [InlineData("LPT1", "_LPT1")]
    [InlineData("Console", "Console")]
    [InlineData("नमस्ते 東京", "नमस्ते 東京")]
    [InlineData("\ud800x", "x")]
    public void Name_OfAnyText_IsSafe(string text, string name) => Assert.Equal(name, EntryNames.Safe(text, "film"));

    [Theory]
    [InlineData("x")]
    [InlineData("東")]
    [InlineData("𠮷")]
    public void Name_OfALongText_HasRoomInAnyFileSystem(string piece)
    {
        var name = EntryNames.Safe(string.Concat(Enumerable.Repeat(piece, 5000)), "film");
        Assert.InRange(Encoding.UTF8.GetByteCount(name), 100, 120);
        Assert.Equal(name, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)));
    }

    [Fact]
    public void Names_ThatDifferInCaseAlone_AreToldApart()
    {
        var names = new EntryNames();
        Assert.Equal(["p/Mara.png", "p/MARA (2).png", "p/mara (3).png", "p/Mara.jpg"], [names.Of("p/", "Mara", "p1", ".png"), names.Of("p/", "MARA", "p2", ".png"), names.Of("p/", "mara!", "p3", ".png"), names.Of("p/", "Mara", "p4", ".jpg")]);
    }
}

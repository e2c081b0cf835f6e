using System.Text;
using MovieChat.Core.Exports.Storyboards;
using MovieChat.Core.Film;
using static MovieChat.Tests.Exports.Storyboards.Boards;

namespace MovieChat.Tests.Exports.Storyboards;

public class ShotListCsvTests
{
    [Fact]
    public async Task Table_ReadByOthers_HasARowForEachShot()
    {
        var film = Of([[Shot(1, "She says \"no\", and\r\ngoes. 李雷", "MARA: No.\nJON: Oh.", 2.1, "mara", "jon")], [Shot(1, "x", seconds: 0.2), Shot(2, "y")]]).WithFrames("s1.1");
        var rows = await ReadAsync(film);
        Assert.Equal(["scene", "heading", "shot", "size", "angle", "move", "lens", "action", "characters", "line", "seconds", "start", "picture"], rows[0]);
        Assert.Equal(
            ["1", "INT. KITCHEN 1 - NIGHT", "1", "medium close-up", "low", "dolly in", "50", "She says \"no\", and goes. 李雷", "Mara, Jon", "MARA: No.\nJON: Oh.", "2.1", "0", PaintedPictures.Hash("s1.1")],
            rows[1]);
        Assert.Equal(["1 0.2 2.1", "2 4 2.3"], rows.Skip(2).Select(row => $"{row[2]} {row[10]} {row[11]}"));
    }

    [Theory]
    [InlineData("=1+2")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\"=1\"")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("＝1")]
    [InlineData("=cmd|' /C calc'!A0")]
    public async Task Texts_ThatBeginAsAFormula_AreTexts(string text)
    {
        var shot = Shot(1, text, text, 4, text) with { Size = text, Angle = text, Move = text };
        var cells = (await ReadAsync(Of(shot)))[1];
        Assert.All(cells, cell => Assert.False(cell.Length > 0 && "=+-@\t\r\n＝".Contains(cell[0], StringComparison.Ordinal), cell));
        Assert.EndsWith(text.Trim(), cells[7], StringComparison.Ordinal);
    }

    [Fact]
    public void File_BeginsWithTheMarkThatSpreadsheetsKnow() => Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'s'], ShotListCsv.Write(new Screenplay())[..4]);

    private static async Task<List<List<string>>> ReadAsync(Screenplay film) =>
        await ForeignReaders.RowsAsync(Encoding.UTF8.GetString(ShotListCsv.Write(film).AsSpan(3)), TestContext.Current.CancellationToken);
}

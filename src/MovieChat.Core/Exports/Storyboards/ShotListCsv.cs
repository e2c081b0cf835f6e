using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using MovieChat.Core.Film;

namespace MovieChat.Core.Exports.Storyboards;

/// <summary>The film's shots as a table for a spreadsheet: a row for each, in the order of the film.</summary>
public static class ShotListCsv
{
    /// <summary>Of seconds: sums of fractions end in digits that nobody wrote.</summary>
    private const int Decimals = 3;

    private static readonly string[] Columns =
        ["scene", "heading", "shot", "size", "angle", "move", "lens", "action", "characters", "line", "seconds", "start", "picture"];

    /// <summary>RFC 4180 in UTF-8, with the byte order mark by which spreadsheets know it. Seconds and start are in seconds. A cell that a spreadsheet would take
    /// for a formula begins with an apostrophe: the film's text is anybody's.</summary>
    public static byte[] Write(Screenplay film)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        using (var table = new CsvWriter(text, Configuration()))
            Write(table, Storyboard.Of(film));
        return bytes.ToArray();
    }

    private static CsvConfiguration Configuration() => new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
        // Also the wide forms, which spreadsheets in Japanese take for the same.
        InjectionCharacters = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'],
    };

    private static void Write(CsvWriter table, Storyboard board)
    {
        foreach (var column in Columns) table.WriteField(column);
        table.NextRecord();
        foreach (var scene in board.Scenes)
            foreach (var panel in scene.Panels)
                Write(table, scene, panel);
    }

    private static void Write(CsvWriter table, BoardScene scene, Panel panel)
    {
        var shot = panel.Shot;
        table.WriteField(scene.Number);
        table.WriteField(scene.Heading);
        table.WriteField(shot.N);
        table.WriteField(CleanText.Line(shot.Size));
        table.WriteField(CleanText.Line(shot.Angle));
        table.WriteField(CleanText.Line(shot.Move));
        table.WriteField(shot.Lens);
        table.WriteField(panel.Action);
        table.WriteField(string.Join(", ", panel.People));
        table.WriteField(panel.Line);
        table.WriteField(Math.Round(panel.Seconds, Decimals));
        table.WriteField(Math.Round(panel.Start, Decimals));
        table.WriteField(panel.Picture?.Hash);
        table.NextRecord();
    }
}

using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using MovieChat.Core.Film;

namespace MovieChat.Core.Exports.Storyboards;

/// <summary>The film's frames as a page that plays them, each for its shot's seconds, with what happens and what is heard below. One HTML file with all that it
/// needs: it is opened from a folder, and asks no network.</summary>
public static class Animatic
{
    /// <summary>In pixels.</summary>
    private const int MostWidth = 1280, MostHeight = 1280;

    /// <summary>Text in any script is readable in the file; what HTML could take for its own is not text any more.</summary>
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes the page. Pictures are read one after the other, and one at a time is held. Without scripts the page is a list of all panels.</summary>
    /// <remarks>What the source throws ends the file where it is. A picture that can not be decoded is a crossed box.</remarks>
    public static async Task WriteAsync(Screenplay film, IPictureSource pictures, Stream output, CancellationToken cancellationToken)
    {
        var board = Storyboard.Of(film);
        var frames = new FramePictures(pictures);
        await using var page = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        foreach (var (text, place) in AnimaticPage.Parts)
        {
            await page.WriteAsync(text.AsMemory(), cancellationToken);
            if (place == AnimaticPage.Panels) await WritePanelsAsync(page, board, frames, cancellationToken);
            else await page.WriteAsync(Value(place, film, board).AsMemory(), cancellationToken);
        }
    }

    private static string Value(string place, Screenplay film, Storyboard board) => place switch
    {
        "title" => Html.Encode(CleanText.Line(board.Title)),
        "facts" => Html.Encode($"{Count(board.Scenes.Count, "scene")} · {Count(board.Panels.Count(), "shot")} · {RunningTime.Shown(board.Seconds)} · {AspectRatios.Shown(film.Look?.AspectRatio)}"),
        "ratio" => Number(board.Ratio),
        _ => "",
    };

    private static async Task WritePanelsAsync(StreamWriter page, Storyboard board, FramePictures frames, CancellationToken cancellationToken)
    {
        foreach (var scene in board.Scenes)
        {
            foreach (var panel in scene.Panels)
            {
                await page.WriteAsync($"\n<li data-seconds=\"{Number(panel.Seconds)}\" data-scene=\"{Html.Encode(scene.Id)}\" data-move=\"{Html.Encode(CleanText.Line(panel.Shot.Move))}\"><figure><div class=\"stage\">".AsMemory(), cancellationToken);
                await page.WriteAsync((await FrameAsync(panel, frames, cancellationToken)).AsMemory(), cancellationToken);
                await page.WriteAsync($"</div>{Caption(scene, panel)}</figure></li>".AsMemory(), cancellationToken);
            }
        }
    }

    private static async Task<string> FrameAsync(Panel panel, FramePictures frames, CancellationToken cancellationToken)
    {
        if (panel.Picture is not { } picture) return "<div class=\"frame empty\"><p>not drawn</p></div>";
        var bytes = await frames.WithinAsync(picture.Hash, MostWidth, MostHeight, cancellationToken);
        return $"<div class=\"frame\"><img alt=\"{Html.Encode($"Frame {panel.Number}: {panel.Camera}")}\" decoding=\"sync\" src=\"data:image/jpeg;base64,{Convert.ToBase64String(bytes)}\"></div>";
    }

    private static string Caption(BoardScene scene, Panel panel)
    {
        var where = $"<p class=\"where\"><span><b>{Html.Encode(panel.Number)}</b><span class=\"heading\" dir=\"auto\">{Html.Encode(scene.Heading)}</span></span><span class=\"camera\">{Html.Encode(panel.Camera)}</span></p>";
        return $"<figcaption>{where}{Paragraph("action", Html.Encode(panel.Action))}{Paragraph("line", string.Concat(Speeches(panel)))}</figcaption>";
    }

    private static IEnumerable<string> Speeches(Panel panel) =>
        panel.Line.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(speech => $"<span dir=\"auto\">{Html.Encode(speech)}</span>");

    private static string Paragraph(string kind, string html) => html.Length == 0 ? "" : $"<p class=\"{kind}\" dir=\"auto\">{html}</p>";

    private static string Count(int count, string one) => string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");

    private static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}

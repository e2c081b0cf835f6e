using System.Collections.Concurrent;
using MovieChat.Core.Exports.Pages;
using ScottPlot;
using SkiaSharp;

namespace MovieChat.Core.Insights.Charts;

/// <summary>A chart as pixels.</summary>
internal static class ChartPng
{
    /// <summary>Pixels of the picture for one of the chart.</summary>
    public const int Scale = 2;

    private static readonly ConcurrentDictionary<FontFile, SKTypeface> Faces = new();

    public static byte[] Of(ChartSheet sheet) => Draw(sheet, Scale, Write);

    /// <summary>Without its words, for who writes them as text upon it.</summary>
    public static byte[] Marks(ChartSheet sheet, float scale) => Draw(sheet, scale, static (_, _) => { });

    private static byte[] Draw(ChartSheet sheet, float scale, Action<SKCanvas, ChartSheet> words)
    {
        using var surface = SKSurface.Create(new SKImageInfo((int)(sheet.Width * scale), (int)(sheet.Height * scale), SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(scale);
        sheet.Plot.Render(surface.Canvas, new PixelRect(0, sheet.Width, sheet.Height, 0));
        words(surface.Canvas, sheet);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static void Write(SKCanvas canvas, ChartSheet sheet)
    {
        foreach (var word in sheet.Words)
        {
            using var paint = new SKPaint { Color = SKColor.Parse(word.Style.Colour), IsAntialias = true };
            foreach (var run in TextRuns.Of(word.Text, word.Style.Face))
            {
                using var font = new SKFont(Face(run.Font), (float)word.Style.Size) { Subpixel = true, Hinting = SKFontHinting.None };
                canvas.DrawText(run.Text, (float)(word.Left + (run.Left * word.Style.Size / 1000)), (float)word.Y, SKTextAlign.Left, font, paint);
            }
        }
    }

    private static SKTypeface Face(FontFile file) => Faces.GetOrAdd(file, static each =>
    {
        using var data = SKData.CreateCopy(each.Data.Span);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The font {each.Name} can not be read.");
    });
}

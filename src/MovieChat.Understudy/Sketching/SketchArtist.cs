using Microsoft.Extensions.AI;
using MovieChat.Understudy.Sketching.Frames;
using MovieChat.Understudy.Sketching.Pictures;
using MovieChat.Understudy.Sketching.Requests;

namespace MovieChat.Understudy.Sketching;

/// <summary>Draws what a prompt asks for: a portrait, or a storyboard frame.</summary>
internal static class SketchArtist
{
    private const int Least = 64;
    private const int Most = 4096;

    /// <summary>A picture's file.</summary>
    /// <param name="further">0 for what the prompt asks for, then further options of it.</param>
    public static byte[] Draw(string? prompt, IReadOnlyList<AIContent> pictures, System.Drawing.Size? size, bool jpeg, int further)
    {
        var lines = LabelledLines.Parse(prompt);
        var frame = IsFrame(lines);
        using var sheet = new Sheet(Side(size?.Width, frame ? 1536 : 1024), Side(size?.Height, frame ? 830 : 1024));
        if (frame)
        {
            FrameArtist.Draw(sheet, FrameOrder.Read(lines, pictures, further));
            return sheet.Encode(jpeg);
        }
        var order = PortraitOrder.Read(lines, pictures, further);
        PortraitArtist.Draw(sheet, order);
        return PictureText.Put(sheet.Encode(jpeg), TraitsRecord.Write(order.Traits));
    }

    private static bool IsFrame(LabelledLines lines) =>
        !lines.Has("person") && (lines.Has("scene") || lines.Has("action") || lines.Has("people") || lines.Has("size") || Words.Has(Words.Plain(lines.Opening), "frame") || Words.Has(Words.Plain(lines.Opening), "storyboard"));

    private static int Side(int? asked, int usual) => asked is null or 0 ? usual : Math.Clamp(asked.Value, Least, Most);
}

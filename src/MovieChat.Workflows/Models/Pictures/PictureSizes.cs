using System.Drawing;

namespace MovieChat.Workflows.Models.Pictures;

internal static class PictureSizes
{
    /// <summary>Of what the model draws the size nearest in shape to what is asked for, so that little is lost when the caller crops it; of
    /// several such the one nearest in pixels.</summary>
    /// <param name="offered">At least one.</param>
    public static Size Nearest(IEnumerable<Size> offered, Size asked) => offered
        .OrderBy(size => Math.Abs(Math.Log(Shape(size) / Shape(asked))))
        .ThenBy(size => Math.Abs(Pixels(size) - Pixels(asked)))
        .First();

    private static double Shape(Size size) => (double)size.Width / size.Height;

    private static long Pixels(Size size) => (long)size.Width * size.Height;
}

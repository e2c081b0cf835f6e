using System.Drawing;
using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace MovieChat.Workflows.Models.Pictures;

internal sealed class PictureModelSettings(IConfiguration section) : ModelSettings<PictureModelOptions>(section)
{
    protected override void ConfigureOwn(PictureModelOptions options)
    {
        options.Quality = Text(nameof(options.Quality))?.ToLowerInvariant() ?? options.Quality;
        if (Text(nameof(options.Sizes)) is { } sizes) options.Sizes = [.. sizes.Split(',', StringSplitOptions.TrimEntries).Select(each => SizeIn(each, options))];
    }

    private static Size SizeIn(string text, PictureModelOptions options) =>
        text.Split('x') is [var width, var height] && Side(width) is { } w && Side(height) is { } h
            ? new(w, h)
            : throw Unreadable(options, nameof(options.Sizes), text, "widths and heights in pixels, such as 1024x1024, 1536x1024");

    private static int? Side(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var side) ? side : null;
}

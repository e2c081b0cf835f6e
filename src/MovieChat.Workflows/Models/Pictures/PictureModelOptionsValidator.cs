namespace MovieChat.Workflows.Models.Pictures;

internal sealed class PictureModelOptionsValidator : ModelOptionsValidator<PictureModelOptions>
{
    protected override IEnumerable<string> Own(PictureModelOptions options) => [.. Quality(options), .. Sizes(options)];

    private static IEnumerable<string> Quality(PictureModelOptions options) =>
        PictureQualities.All.Contains(options.Quality)
            ? []
            : [$"{options.Setting(nameof(options.Quality))} must be {string.Join(", ", PictureQualities.All)}, not '{options.Quality}'."];

    private static IEnumerable<string> Sizes(PictureModelOptions options)
    {
        if (options.Sizes.Count is 0 or > 32) return [$"{options.Setting(nameof(options.Sizes))} must name from 1 to 32 sizes, not {options.Sizes.Count}."];
        return options.Sizes.All(size => size is { Width: >= Core.Film.Pictures.LeastSide and <= Core.Film.Pictures.MostSide, Height: >= Core.Film.Pictures.LeastSide and <= Core.Film.Pictures.MostSide })
            ? []
            : [$"{options.Setting(nameof(options.Sizes))} must hold sizes with sides from {Core.Film.Pictures.LeastSide} to {Core.Film.Pictures.MostSide} pixels."];
    }
}

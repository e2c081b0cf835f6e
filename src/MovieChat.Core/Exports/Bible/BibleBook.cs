using MovieChat.Core.Film;
using MovieChat.Core.Insights;

namespace MovieChat.Core.Exports.Bible;

/// <summary>A whole bible, before it is drawn.</summary>
/// <param name="Body">How many pages stand before the body: the cover and the contents.</param>
/// <param name="Entries">What is in the body.</param>
internal sealed record BibleBook(IReadOnlyList<BiblePage> Pages, int Body, IReadOnlyList<BibleEntry> Entries)
{
    public static BibleBook Of(Screenplay film, CoverPage cover, BiblePictures pictures)
    {
        var insights = FilmInsights.Of(film);
        var flow = new BibleFlow();
        GlanceSection.Write(flow, film);
        CastSection.Write(flow, film, insights, pictures);
        PlotSection.Write(flow, film, insights);
        SceneSection.Write(flow, film, insights);
        SetUpSection.Write(flow, film);
        FigureSection.Write(flow, insights);
        var contents = BibleContents.Of(flow.Entries);
        return new([BibleCover.Of(film, cover, pictures.Cover), .. contents, .. flow.Pages], 1 + contents.Count, flow.Entries);
    }
}

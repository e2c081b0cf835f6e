using MovieChat.Core.Film;

namespace MovieChat.Core.Insights;

/// <summary>A film in figures, from whatever of it there is: what is not there yet is empty or null, never an error. All of it is a diagnostic, never a law.</summary>
public sealed record FilmInsights
{
    public required LengthInsight Length { get; init; }

    /// <summary>In the order of the film.</summary>
    public required IReadOnlyList<SceneInsight> Scenes { get; init; }

    /// <summary>The cast in its order, then whoever else speaks.</summary>
    public required IReadOnlyList<PersonInsight> People { get; init; }

    /// <summary>Who is in a scene with whom, each two once, most scenes first.</summary>
    public required IReadOnlyList<MeetingInsight> Meetings { get; init; }

    public required TensionInsight Tension { get; init; }

    /// <summary>How many scenes play where and when; only what there is, interiors by day first.</summary>
    public required IReadOnlyList<LightInsight> Light { get; init; }

    /// <summary>Most scenes first.</summary>
    public required IReadOnlyList<PurposeInsight> Purposes { get; init; }

    /// <summary>Three; empty without scenes.</summary>
    public required IReadOnlyList<ActInsight> Acts { get; init; }

    /// <summary>The most scenes in a row without the protagonist; null when there is none, or they are in every scene.</summary>
    public AbsenceInsight? Absence { get; init; }

    public static FilmInsights Of(Screenplay film)
    {
        var scenes = SceneInsights.Of(film);
        return new FilmInsights
        {
            Length = LengthInsight.Of(film, scenes),
            Scenes = scenes,
            People = PeopleInsights.Of(film, scenes),
            Meetings = PeopleInsights.Meetings(scenes),
            Tension = TensionInsight.Of(film),
            Light = LightInsight.Of(scenes),
            Purposes = PurposeInsight.Of(scenes),
            Acts = ActInsight.Of(scenes),
            Absence = AbsenceInsight.Of(film, scenes),
        };
    }
}

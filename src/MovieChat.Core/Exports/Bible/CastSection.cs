using System.Globalization;
using MovieChat.Core.Film;
using MovieChat.Core.Insights;

namespace MovieChat.Core.Exports.Bible;

/// <summary>The people: each with their portrait, what they are, and what they are to the others.</summary>
internal static class CastSection
{
    public static void Write(BibleFlow flow, Screenplay film, FilmInsights insights, BiblePictures pictures)
    {
        if (film.Cast is not { Characters.Count: > 0 } cast) return;
        flow.Section("Cast");
        foreach (var (at, person) in cast.Characters.Index())
        {
            film.Profiles.TryGetValue(person.Id, out var profile);
            if (at > 0)
            {
                flow.Space(26);
                flow.Need(Math.Min(Height(person, profile, pictures), BibleType.Bottom - BibleType.Top));
            }
            Write(flow, film, person, profile, insights.People.FirstOrDefault(each => each.Id == person.Id), pictures.Portraits.GetValueOrDefault(person.Id));
        }
    }

    private static void Write(BibleFlow flow, Screenplay film, Character person, Profile? profile, PersonInsight? figures, BiblePicture? portrait)
    {
        var (top, page) = (flow.Y, flow.Pages.Count);
        flow.List(person.Name, 1);
        var width = BibleType.Right - BibleType.Left - (portrait is null ? 0 : portrait.Width + 20);
        if (portrait is not null) flow.Add(new BibleMark.Image(BibleType.Right - portrait.Width, top + 3, portrait.Width, portrait.Height, portrait.Bytes));
        flow.Text(person.Name, BibleType.Name, 0, width);
        flow.Text(string.Create(CultureInfo.InvariantCulture, $"{person.Role}, {person.Age}"), BibleType.Aside, 0, width);
        flow.Space(5);
        flow.Text(person.OneLine, BibleType.Body, 0, width);
        flow.Space(7);
        flow.Fact("One sees", person.Appearance, null, width);
        flow.Fact("In the film", Figures(figures), null, width);
        // Below the portrait, texts have the whole width.
        if (portrait is not null && flow.Pages.Count == page && flow.Y < top + portrait.Height + 12) flow.Take(top + portrait.Height + 12 - flow.Y);
        if (profile is not null) Write(flow, film, profile);
    }

    private static void Write(BibleFlow flow, Screenplay film, Profile profile)
    {
        foreach (var (label, text) in Facts(profile))
            flow.Fact(label, text);
        foreach (var relation in profile.Relations)
            flow.Fact($"To {film.CharacterById(relation.Character)?.Name ?? relation.Character}", relation.Text);
    }

    private static IEnumerable<(string Label, string Text)> Facts(Profile profile) =>
    [
        ("Who", profile.Who), ("Wants", profile.Wants), ("Struggles", profile.Struggles), ("Changes", profile.Change), ("Voice", profile.Voice),
        ("Wound", profile.Wound), ("Lie", profile.Lie), ("Need", profile.Need),
    ];

    private static string Figures(PersonInsight? figures) => figures is not { Scenes: > 0 } ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $"{figures.Scenes} {(figures.Scenes == 1 ? "scene" : "scenes")}{(figures.First == figures.Last ? $" (number {figures.First})" : $", from {figures.First} to {figures.Last}")}{(figures.Words > 0 ? $"; {figures.Words:N0} words in {figures.Speeches} {(figures.Speeches == 1 ? "speech" : "speeches")}" : "")}");

    /// <summary>About how much room a person takes, so that they stand on one page where they can.</summary>
    private static double Height(Character person, Profile? profile, BiblePictures pictures)
    {
        const double fact = 372;
        var portrait = pictures.Portraits.GetValueOrDefault(person.Id);
        var head = 60 + BibleFlow.HeightOf(BibleFlow.Printable(person.OneLine), BibleType.Body, 290) + BibleFlow.HeightOf(BibleFlow.Printable(person.Appearance), BibleType.Body, 200) + 30;
        var body = profile is null ? 0 : Facts(profile).Select(each => each.Text).Concat(profile.Relations.Select(relation => relation.Text)).Sum(text => 5 + BibleFlow.HeightOf(BibleFlow.Printable(text), BibleType.Body, fact));
        return Math.Max(head, portrait is null ? 0 : portrait.Height + 12) + body;
    }
}

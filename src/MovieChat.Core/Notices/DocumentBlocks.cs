using System.Globalization;
using System.Text.Json;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;

namespace MovieChat.Core.Notices;

/// <summary>A document's content as one reads it, in blocks.</summary>
public static class DocumentBlocks
{
    /// <exception cref="JsonException">The content has not the form of its document.</exception>
    public static ValueList<CardBlock> Of(DocumentId id, string content)
    {
        var film = new Screenplay().With(id, content);
        return [.. (id.Kind switch
        {
            "brief" when film.Brief is { } brief => Brief(brief),
            "ideas" when film.Idea is { } idea => Idea(idea),
            "synopsis" when film.Synopsis is { } synopsis => synopsis.Lines.Select(line => (CardBlock)new CardBlock.Paragraph(line)),
            "cast" when film.Cast is { } cast => cast.Characters.SelectMany(Person),
            "look" when film.Look is { } look => Look(look),
            "profile" when film.Profiles.Values.FirstOrDefault() is { } profile => Profile(profile),
            "plot" when film.Plot is { } plot => Plot(plot),
            "scenes" when film.Scenes is { } scenes => scenes.Scenes.SelectMany(Scene),
            "shots" when film.Shots.Values.FirstOrDefault() is { } shots => shots.Shots.SelectMany(Shot),
            "dialogue" when film.Dialogues.Values.FirstOrDefault() is { } dialogue => dialogue.Elements.Select(element => (CardBlock)new CardBlock.Script(element.Type, element.Text)),
            "portrait" when film.Portraits.Values.FirstOrDefault() is { } portrait => Picture(id, portrait),
            "frame" when film.Frames.Values.FirstOrDefault() is { } frame => Picture(id, frame),
            _ => throw new ArgumentException($"No reading is written for documents of the kind '{id.Kind}': give it one here.", nameof(id)),
        }).Where(IsSaid)];
    }

    private static IEnumerable<CardBlock> Brief(Brief brief) =>
    [
        Fact("Genres", Listed(brief.Genres)), Fact("Tone", brief.Tone), Fact("Likes", Listed(brief.Likes)), Fact("To say", brief.Message), Fact("Audience", brief.Audience),
        Fact("Length", string.Create(CultureInfo.InvariantCulture, $"{brief.LengthMinutes} minutes")), Fact("Language", brief.Language), Fact("Avoid", Listed(brief.Avoid)), Fact("Notes", brief.Notes),
    ];

    private static IEnumerable<CardBlock> Idea(Idea idea) => [new CardBlock.Heading(idea.Title), new CardBlock.Paragraph(idea.Logline), Fact("Why", idea.Why)];

    private static IEnumerable<CardBlock> Person(Character person) =>
    [
        new CardBlock.Heading(string.Create(CultureInfo.InvariantCulture, $"{person.Name}, {person.Role}, {person.Age}")),
        new CardBlock.Paragraph(person.OneLine),
        Fact("One sees", person.Appearance),
    ];

    private static IEnumerable<CardBlock> Look(Look look) =>
    [
        new CardBlock.Paragraph(look.Summary), Fact("Palette", Listed(look.Palette)), Fact("Light", look.Light), Fact("Lenses", look.Lenses), Fact("Texture", look.Texture),
        Fact("References", Listed(look.References)), Fact("Shape", AspectRatios.Shown(look.AspectRatio)),
    ];

    private static IEnumerable<CardBlock> Profile(Profile profile) =>
    [
        new CardBlock.Paragraph(profile.Who), Fact("Wants", profile.Wants), Fact("Struggles", profile.Struggles), Fact("Changes", profile.Change), Fact("Voice", profile.Voice),
        Fact("Wound", profile.Wound), Fact("Lie", profile.Lie), Fact("Need", profile.Need), .. profile.Relations.Select(relation => Fact(relation.Character, relation.Text)),
    ];

    private static IEnumerable<CardBlock> Plot(Plot plot) =>
    [
        new CardBlock.Heading("Beginning"), new CardBlock.Paragraph(plot.Beginning), new CardBlock.Heading("Middle"), new CardBlock.Paragraph(plot.Middle),
        new CardBlock.Heading("End"), new CardBlock.Paragraph(plot.End), new CardBlock.Heading("Beats"),
        .. plot.Beats.Select(beat => new CardBlock.Entry(string.Create(CultureInfo.InvariantCulture, $"{beat.Position:P0} {beat.Name}: {beat.Text}"))),
    ];

    private static IEnumerable<CardBlock> Scene(Scene scene) =>
    [
        new CardBlock.Heading(string.Create(CultureInfo.InvariantCulture, $"{scene.Number}. {scene.Heading}")),
        new CardBlock.Paragraph(scene.Summary),
        Fact("For", scene.Purpose), Fact("With", Listed(scene.Characters)),
    ];

    private static IEnumerable<CardBlock> Shot(Shot shot) =>
    [
        new CardBlock.Heading(string.Create(CultureInfo.InvariantCulture, $"{shot.N}. {shot.Size}, {shot.Angle}, {shot.Move}, {shot.Lens} mm, {shot.Seconds:0.#} s")),
        new CardBlock.Paragraph(shot.Action),
        Fact("Heard", shot.Line ?? ""),
    ];

    private static IEnumerable<CardBlock> Picture(DocumentId id, Picture picture) => [new CardBlock.Image(picture.Hash, DocumentNames.Of(id))];

    private static CardBlock.Fact Fact(string label, string text) => new(label, text);

    private static string Listed(IEnumerable<string> items) => string.Join(", ", items);

    /// <summary>What was left empty is not shown.</summary>
    private static bool IsSaid(CardBlock block) => block is not (CardBlock.Fact { Text: "" } or CardBlock.Paragraph { Text: "" } or CardBlock.Entry { Text: "" } or CardBlock.Heading { Text: "" });
}

namespace MovieChat.Understudy.Library;

/// <summary>The material of one genre.</summary>
/// <param name="Aliases">Other words by which a brief may ask for it.</param>
/// <param name="Tips">What audiences like in it.</param>
/// <param name="Texture">Sentences for a plot's beginning, middle and end.</param>
internal sealed record Genre(
    string Name, IReadOnlyList<string> Aliases, IReadOnlyList<string> Tips, Acts Texture);

internal sealed record Acts(IReadOnlyList<string> Beginning, IReadOnlyList<string> Middle, IReadOnlyList<string> End);

/// <summary>A story in the raw: what a whole film can grow from. All texts are templates.</summary>
/// <param name="Genres">Names of the genres it belongs to, its own first.</param>
/// <param name="Words">What it is about, for briefs to ask for: places, professions, objects, themes.</param>
/// <param name="Facts">By slot: alternatives, one of which holds for the whole film. Every premise has at least job, town, thing, stake and secret.</param>
/// <param name="Lines">The story in five lines.</param>
/// <param name="Places">By key: <c>INT. BOAT SHED | what one sees there. | what one sees on coming back.</c></param>
/// <param name="Beats">Fourteen, in the order of <see cref="BeatSheet.Names"/>.</param>
/// <param name="Fixed">Facts no brief can change: a march across the ice does not play in a city.</param>
/// <param name="Names">What people are called where the story plays; without them, anything.</param>
internal sealed record Premise(
    string Id,
    IReadOnlyList<string> Titles,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Facts,
    string Logline,
    IReadOnlyList<Part> People,
    IReadOnlyDictionary<string, string> Places,
    IReadOnlyList<string> Lines,
    IReadOnlyList<PremiseBeat> Beats,
    IReadOnlyList<string>? Genres = null,
    IReadOnlyList<string>? Words = null,
    Names? Names = null,
    IReadOnlyList<string>? Fixed = null)
{
    /// <summary>Everything the premise can say, to be looked through for unwanted words.</summary>
    public string AllText => field ??= string.Join('\n',
        [.. Titles, Logline, .. Lines, .. Places.Values, .. Facts.Values.SelectMany(values => values),
            .. People.SelectMany(part => new[] { part.One, part.Look, part.Wants, part.Struggles, part.Change }),
            .. Beats.SelectMany(beat => beat.Talk.Prepend(beat.Text).Prepend(beat.Beat))]);
}

/// <summary>A part to be cast.</summary>
/// <param name="Slot">hero, rival, ally, mentor, love or kin.</param>
/// <param name="Sex">f or m when the story needs it; otherwise chance decides.</param>
/// <param name="Voice">How the part speaks, when the premise's lines say so.</param>
internal sealed record Part(
    string Slot, string Role, int[] Age, string One, string Look, string Wants, string Struggles, string Change, string? Sex = null,
    string? Voice = null);

/// <summary>A turn of a premise.</summary>
/// <param name="At">A key of the premise's places.</param>
/// <param name="Who">Slots of the people present, separated by spaces.</param>
/// <param name="Beat">The turn in one line, for the beat sheet and the scene.</param>
/// <param name="Text">The turn as the plot tells it.</param>
/// <param name="Talk">What must be said: <c>hero: text</c>, or <c>- action</c>.</param>
internal sealed record PremiseBeat(string At, string Time, string Who, string Beat, string Text, IReadOnlyList<string> Talk);

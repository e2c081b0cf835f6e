namespace MovieChat.Understudy.Library;

/// <summary>A story in the raw: what a whole film can grow from. All texts are templates.</summary>
/// <param name="Genres">Names of the genres it belongs to, its own first.</param>
/// <param name="Words">What it is about, for briefs to ask for: places, professions, objects, themes.</param>
/// <param name="Facts">By slot: alternatives, one of which holds for the whole film. Every premise has at least job, town, thing, stake and secret.</param>
/// <param name="Lines">The story in five lines.</param>
/// <param name="Places">By key: <c>INT. BOAT SHED | what one sees there. | what one sees on coming back.</c></param>
/// <param name="Beats">Fourteen, in the order of <see cref="BeatSheet.Names"/>.</param>
/// <param name="Plants">What is planted and comes back.</param>
/// <param name="Look">How the film looks; null for a premise that knows nothing of the story's world.</param>
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
    IReadOnlyList<string>? Fixed = null,
    IReadOnlyList<Plant>? Plants = null,
    PremiseLook? Look = null)
{
    /// <summary>Whether all its turns are whole scenes.</summary>
    public bool IsWhole => Beats.All(beat => beat.IsWhole);

    /// <summary>Everything the premise can say, to be looked through for unwanted words.</summary>
    public string AllText => field ??= string.Join('\n',
        [.. Titles, Logline, .. Lines, .. Places.Values, .. Facts.Values.SelectMany(values => values),
            .. People.SelectMany(part => new[] { part.One, part.Look, part.Wants, part.Struggles, part.Change, part.Wound, part.Lie, part.Need }),
            .. Beats.SelectMany(beat => beat.Talk.Concat([beat.Text, beat.Beat, beat.Action, beat.Scene]))]);
}

/// <summary>A part to be cast.</summary>
/// <param name="Slot">hero, rival, ally, mentor, love or kin.</param>
/// <param name="Sex">f or m when the story needs it; otherwise chance decides.</param>
/// <param name="Voice">How the part speaks, when the premise's lines say so.</param>
/// <param name="Wound">What happened once.</param>
/// <param name="Lie">What the part believes because of it.</param>
/// <param name="Need">What would heal it.</param>
/// <param name="Ties">By slot of another part: what is unfinished between the two.</param>
internal sealed record Part(
    string Slot, string Role, int[] Age, string One, string Look, string Wants, string Struggles, string Change, string? Sex = null,
    string? Voice = null, string Wound = "", string Lie = "", string Need = "", IReadOnlyDictionary<string, string>? Ties = null);

/// <summary>A turn of a premise.</summary>
/// <param name="At">A key of the premise's places.</param>
/// <param name="Who">Slots of the people present, separated by spaces.</param>
/// <param name="Beat">The turn in one line, for the beat sheet.</param>
/// <param name="Text">The turn as the plot tells it.</param>
/// <param name="Talk">What is said: <c>hero: text</c>, <c>hero (how): text</c>, or <c>- action</c>.</param>
/// <param name="Name">What the turn is called.</param>
/// <param name="Scene">What happens, as the list of scenes tells it.</param>
/// <param name="Turn">What is different at the scene's end.</param>
/// <param name="Action">What one sees when the scene begins.</param>
/// <param name="Learns">What everybody present finds out.</param>
/// <param name="Wants">By slot: <c>what they want here | what stands in the way</c>.</param>
internal sealed record PremiseBeat(
    string At, string Time, string Who, string Beat, string Text, IReadOnlyList<string> Talk, string Name = "", string Scene = "", string Turn = "", string Action = "",
    string Learns = "", IReadOnlyDictionary<string, string>? Wants = null)
{
    public IReadOnlyList<string> Present => field ??= Who.Split(' ');

    /// <summary>Whether it is a whole scene, and needs nothing added on its page.</summary>
    public bool IsWhole => Action.Length > 0;
}

/// <summary>Something planted.</summary>
/// <param name="What">In a few words.</param>
/// <param name="At">The turn that plants it, from 1.</param>
/// <param name="Back">The turns in which it comes back.</param>
internal sealed record Plant(string What, int At, IReadOnlyList<int> Back);

namespace MovieChat.Understudy.Library;

/// <summary>How the film of a premise looks, in things of its own world. All texts are templates.</summary>
/// <param name="Palette">Colours in seen words, the two that carry the film first.</param>
/// <param name="Light">Where light comes from, and how that changes over the film.</param>
/// <param name="Lenses">How near, by which focal lengths, and what moves.</param>
/// <param name="Summary">What one sees, then what it does with the protagonist.</param>
/// <param name="Ratio">The picture's shape, <c>Shape</c> why.</param>
internal sealed record PremiseLook(
    IReadOnlyList<string> Palette, IReadOnlyList<string> Light, IReadOnlyList<string> Lenses, IReadOnlyList<string> Texture,
    IReadOnlyList<string> References, string Summary, string Ratio, string Shape);

/// <summary>What a genre adds to a look and to a cut.</summary>
/// <param name="Palette">Colours and <c>References</c> for a story that names few things.</param>
/// <param name="Pace">How long a shot stays, against what is usual.</param>
/// <param name="Tilted">Whether its pictures may stand askew.</param>
internal sealed record GenreLook(
    IReadOnlyList<string> Light, IReadOnlyList<string> Lenses, IReadOnlyList<string> Texture, IReadOnlyList<string> Palette,
    IReadOnlyList<string> References, double Pace, bool Tilted);

/// <summary>The material of looks that belongs to no premise.</summary>
/// <param name="Things">What things of a story look like, for stories by others.</param>
/// <param name="Own">Sentences for such a story.</param>
/// <param name="Shapes">By shape of the picture: why.</param>
/// <param name="Tones">By tone: what it does to the light.</param>
/// <param name="Ways">Other ways to shoot the same film, for another option.</param>
/// <param name="Wishes">What writers ask of a look.</param>
/// <param name="Colours">By the plain name of a colour: the same in seen words.</param>
internal sealed record LookMaterial(
    IReadOnlyList<SeenThing> Things, IReadOnlyDictionary<string, IReadOnlyList<string>> Own, IReadOnlyDictionary<string, IReadOnlyList<string>> Shapes,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Tones, IReadOnlyList<LookWay> Ways, IReadOnlyList<LookChange> Wishes, IReadOnlyDictionary<string, string> Colours);

/// <param name="Words">By which a text tells that the thing is in it.</param>
internal sealed record SeenThing(IReadOnlyList<string> Words, IReadOnlyList<string> Colours, string Light, string Texture);

internal sealed record LookWay(
    string Name, IReadOnlyList<string> Light, IReadOnlyList<string> Lenses, IReadOnlyList<string> Texture, IReadOnlyList<string> Summary, string Ratio);

/// <summary>A change of a look.</summary>
/// <param name="Group">Of two changes of a group the later one takes the place of the earlier.</param>
/// <param name="Asks">A pattern of the notes that ask for it.</param>
/// <param name="Against">A pattern of sentences that can not stand beside it.</param>
/// <param name="Palette">Colours that come in, for those that match <paramref name="Drops"/>.</param>
/// <param name="Greys">Whether all colours become greys.</param>
internal sealed record LookChange(
    string Name, string Group, string Asks, string Against = "", string Drops = "", IReadOnlyList<string>? Palette = null, bool Greys = false,
    IReadOnlyList<string>? Light = null, IReadOnlyList<string>? Lenses = null, IReadOnlyList<string>? Texture = null);

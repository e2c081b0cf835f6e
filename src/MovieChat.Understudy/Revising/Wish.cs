namespace MovieChat.Understudy.Revising;

/// <summary>Something plain that a writer's note asks for.</summary>
/// <param name="Words">How the note said it.</param>
internal abstract record Wish(string Words);

internal sealed record RenameWish(string Words, string From, string To) : Wish(Words);

/// <param name="Name">Null for the protagonist.</param>
/// <param name="Years">By how much, or with <paramref name="Exact"/> how old.</param>
internal sealed record AgeWish(string Words, string? Name, int Years, bool Exact = false) : Wish(Words);

internal sealed record ToneWish(string Words, string Tone) : Wish(Words);

internal sealed record LengthWish(string Words, bool Longer) : Wish(Words);

internal sealed record PlaceWish(string Words, string Place) : Wish(Words);

internal sealed record PresenceWish(string Words, string Name, bool More) : Wish(Words);

/// <param name="Number">The scene's number; null when it is named by its place.</param>
internal sealed record CutSceneWish(string Words, int? Number, string Place) : Wish(Words);

/// <param name="Number">The number of the scene that is to turn; null for any.</param>
internal sealed record TurnWish(string Words, int? Number) : Wish(Words);

/// <param name="Period">As in "the 1950s".</param>
internal sealed record PeriodWish(string Words, string Period) : Wish(Words);

/// <summary>What is beyond the understudy.</summary>
internal sealed record OtherWish(string Words) : Wish(Words);

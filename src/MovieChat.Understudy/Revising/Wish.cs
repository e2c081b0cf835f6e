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

/// <summary>What is beyond the understudy.</summary>
internal sealed record OtherWish(string Words) : Wish(Words);

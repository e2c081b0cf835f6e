using MovieChat.Core.Film;
using MovieChat.Understudy.Library;

namespace MovieChat.Understudy.Documents.Shots;

/// <summary>What can be shot of a scene that has no page yet: what its premise sees there, else what its summary tells.</summary>
internal static class Unwritten
{
    private const int Fewest = 4;

    public static List<Piece> Read(Stage stage)
    {
        var beat = Telling.BeatOf(stage.Story, stage.Scene.Summary);
        var own = beat >= 0 && Telling.IsWhole(stage.Story, beat) && IsCast(stage, stage.Story.Premise.Beats[beat]) ? stage.Story.Premise.Beats[beat] : null;
        string[] told = own is null ? [stage.Scene.Summary, .. stage.Scene.Turn.Length > 0 && !stage.Scene.Summary.Contains(stage.Scene.Turn, StringComparison.OrdinalIgnoreCase) ? [stage.Scene.Turn] : Array.Empty<string>()] : [.. Actions(stage, own)];
        var pieces = PageReading.Read(told, stage);
        return pieces.Count >= Fewest ? pieces : [.. pieces, .. More(stage, Fewest - pieces.Count)];
    }

    private static IEnumerable<string> Actions(Stage stage, PremiseBeat beat) =>
        beat.Talk.Where(line => Script.SpeakerOf(line) is null).Select(line => line[2..]).Prepend(beat.Action).Select(stage.Story.Slots.Fill).OfType<string>().Where(stage.Story.Avoidance.Allows);

    /// <summary>Whether those who play in it are those whom the premise means: of a scene only its own people are known.</summary>
    private static bool IsCast(Stage stage, PremiseBeat beat) =>
        beat.Present.All(slot => stage.Story.InSlot(slot) is { } person && stage.People.Contains(person) && (slot == "hero") == Roles.IsProtagonist(person.Character?.Role ?? ""));

    /// <summary>People in the place, looking at each other, where the summary tells too little that can be seen.</summary>
    private static IEnumerable<Piece> More(Stage stage, int count)
    {
        var people = stage.People;
        var (first, second) = (people.FirstOrDefault(), people.ElementAtOrDefault(1));
        List<Piece> more =
        [
            .. second is null ? [] : new[] { new Piece(stage.Tell(Shelf.Shots["two"], first, second, names: [first!, second]), [first!, second]) },
            .. first is null ? [] : new[] { new Piece(stage.Tell(Shelf.Shots["alone"], first), [first]) },
            .. second is null ? [] : new[] { new Piece(stage.Tell(Shelf.Shots["short"], second, first), [second]) },
            .. first is null ? [] : new[] { new Piece(stage.Tell(Shelf.Shots[second is null ? "turn.alone" : "turn"], first, second), [first]) },
            .. first is null ? new[] { new Piece(stage.Tell(Shelf.Shots["place.empty"]), []), new Piece(stage.Tell(Shelf.Shots["place.empty"]), []) } : [],
        ];
        return more.Where(piece => piece.Seen.Length > 0).Take(count);
    }
}

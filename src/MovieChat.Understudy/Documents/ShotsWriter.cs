using MovieChat.Core.Film;
using MovieChat.Understudy.Documents.Shots;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents;

/// <summary>The shots of a scene: from its page where there is one, else from what the list of scenes tells.</summary>
internal static class ShotsWriter
{
    public static ShotList Write(Story story, int option)
    {
        var scene = story.Film.Scene ?? throw new InvalidOperationException("Shots need their scene in the film's facts.");
        var stage = new Stage(story, scene, option);
        var takes = new Takes(stage, Pieces(stage)).Choose();
        var framed = new Framing(stage, takes).All();
        Moving.Move(framed, stage);
        PointOfView.Take(framed, stage);
        var (lenses, seconds) = (new LensChoice(story.Film.Look), Timing.Of(framed, stage));
        return new()
        {
            Scene = scene.Id,
            Shots = [.. framed.Select((shot, place) => new Shot
            {
                N = place + 1,
                Size = shot.Size,
                Angle = shot.Angle,
                Move = shot.Move,
                Lens = lenses.For(shot.Size),
                Action = shot.Seen,
                Characters = [.. stage.Ordered(shot.Who).Select(person => person.Id)],
                Seconds = seconds[place],
                Line = shot.Take.Line.Length > 0 ? shot.Take.Line : shot.Take.Piece.Sound.Length > 0 ? shot.Take.Piece.Sound : null,
            })],
        };
    }

    private static List<Piece> Pieces(Stage stage)
    {
        var page = stage.Story.Film.Dialogues?.FirstOrDefault(dialogue => dialogue.Scene == stage.Scene.Id);
        return page is not null && PageReading.Read(page, stage) is { Count: > 0 } pieces ? pieces : Unwritten.Read(stage);
    }
}

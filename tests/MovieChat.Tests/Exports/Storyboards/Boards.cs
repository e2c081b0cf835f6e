using System.Globalization;
using MovieChat.Core.Film;

namespace MovieChat.Tests.Exports.Storyboards;

/// <summary>Films with shots, as short as a test can say them.</summary>
internal static class Boards
{
    public static Shot Shot(int number, string action, string? line = null, double seconds = 4, params string[] people) => new()
    {
        N = number,
        Size = "medium close-up",
        Angle = "low",
        Move = "dolly in",
        Lens = 50,
        Action = action,
        Characters = people,
        Seconds = seconds,
        Line = line,
    };

    /// <summary>A film of the kitchen, with two people and these shots.</summary>
    public static Screenplay Of(params IEnumerable<Shot> shots) => Of([[.. shots]]);

    /// <summary>A film with a scene for each of these lists of shots; an empty list is a scene whose shots are not listed.</summary>
    public static Screenplay Of(IReadOnlyList<Shot[]> scenes) => new()
    {
        Title = "The Long Night",
        Cast = new Cast { Characters = [Films.Person("mara", "Mara"), Films.Person("jon", "Jon")] },
        Scenes = new SceneList { Scenes = [.. scenes.Index().Select(each => Films.Scene(each.Index + 1, "INT", $"Kitchen {each.Index + 1}", "NIGHT", "They wait."))] },
        Shots = scenes.Index().Where(each => each.Item.Length > 0).ToDictionary(each => Id(each.Index), each => new ShotList { Scene = Id(each.Index), Shots = each.Item }),
    };

    /// <summary>The film with a frame for each of these, such as <c>s1.2</c>, whose hash is what <see cref="PaintedPictures.Hash"/> makes of it.</summary>
    public static Screenplay WithFrames(this Screenplay film, params IEnumerable<string> frames) => film with
    {
        Frames = frames.ToDictionary(frame => frame, frame => new Picture { Hash = PaintedPictures.Hash(frame), MediaType = "image/png", Width = 1536, Height = 830 }),
    };

    private static string Id(int index) => string.Create(CultureInfo.InvariantCulture, $"s{index + 1}");
}

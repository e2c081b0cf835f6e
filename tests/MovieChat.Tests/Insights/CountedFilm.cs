using MovieChat.Core.Film;
using MovieChat.Tests.Exports;
using static MovieChat.Tests.Exports.Films;

namespace MovieChat.Tests.Insights;

/// <summary>A film whose figures are counted by hand, and films of any size.</summary>
internal static class CountedFilm
{
    public static IReadOnlyList<string> Names { get; } =
        ["Mara", "李雷", "Елена", "Ada Lovelace-Featherstonehaugh of the Long River House", "שלמה", "مريم", "<script>alert(1)</script>", "Zażółć", "नमस्ते", "Lou & \"Co\"", "Nguyễn", "]]>&amp;"];

    /// <summary>Mara speaks 2 + 3 words in s1 and 4 in s3, Jon 1 in s1, a porter 2 in s3; s2 is Jon's without a word; s4 is not written.</summary>
    public static Screenplay Small { get; } = new()
    {
        Title = "The Ferry",
        Brief = new Brief { LengthMinutes = 90 },
        Cast = new Cast { Characters = [Person("mara", "Mara") with { Role = "protagonist" }, Person("jon", "Jon"), Person("ada", "Ada")] },
        Scenes = new SceneList
        {
            Scenes =
            [
                Scene(1, "INT", "Hall", "DAY") with { Characters = ["mara", "jon"], Position = 0, Purpose = "opening" },
                Scene(2, "EXT", "Pier", "NIGHT") with { Characters = ["jon"], Position = 0.3 },
                Scene(3, "INT/EXT", "Ferry", "CONTINUOUS") with { Characters = ["mara"], Position = 0.5, Purpose = "chase", Turn = "She has the rope." },
                Scene(4, "INT", "Hall", "DAWN") with { Characters = ["mara", "ada"], Position = 0.9 },
            ],
        },
        Dialogues = new Dictionary<string, Dialogue>
        {
            ["s1"] = Spoken("s1", Cue("MARA", "mara"), Line("Come on.", "mara"), Cue("JON", "jon"), Line("No.", "jon"), Cue("MARA (V.O.)", "mara"), Parenthetical("low", "mara"), Line("He never comes.", "mara"), Cue("JON", "jon"), Action("He goes.")),
            ["s2"] = Spoken("s2", Action("Rain.")),
            ["s3"] = Spoken("s3", Cue("MARA"), Line("One two three four."), Cue("A PORTER"), Line("Two words.")),
        },
        Shots = new Dictionary<string, ShotList> { ["s1"] = new() { Scene = "s1", Shots = [Shot(1, 20), Shot(2, 25)] } },
    };

    public static Screenplay Of(int scenes, int people)
    {
        var list = Enumerable.Range(1, scenes).Select(number => Scene(number, "INT", $"Room {number % 7} of a house with a long name") with
        {
            Position = (number - 1.0) / scenes,
            Characters = [.. Enumerable.Range(0, people).Where(person => (person + number) % 3 > 0).Select(person => $"p{person}")],
        }).ToList();
        return Films.Of(list.Select(scene => (scene, scene.Characters.SelectMany(id => new[] { Cue(id, id), Line(string.Join(' ', Enumerable.Repeat("Never again.", 1 + (scene.Number % 5))), id) }).ToArray()))) with
        {
            Title = "A <long> & night",
            Cast = new Cast { Characters = [.. Enumerable.Range(0, people).Select(at => Person($"p{at}", Names[at % Names.Count]))] },
            Plot = new Plot { Beginning = "", Middle = "", End = "", Beats = [.. Enumerable.Range(0, Math.Max(2, scenes / 2)).Select(at => new Beat { Name = $"{Names[at % Names.Count]} turns", Position = (double)at / Math.Max(1, (scenes / 2) - 1), Text = "They must not lose." })] },
        };
    }

    private static Dialogue Spoken(string scene, params Element[] elements) => new() { Scene = scene, Elements = elements };

    private static Shot Shot(int n, double seconds) => new() { N = n, Size = "medium", Angle = "high", Move = "static", Lens = 35, Action = "Rain.", Characters = [], Seconds = seconds };
}

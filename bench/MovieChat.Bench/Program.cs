using System.Globalization;
using MovieChat.Bench;
using MovieChat.Bench.Chat;
using MovieChat.Bench.Craft;
using MovieChat.Bench.Picturing;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [ExportProbe.Name, ..]) return await ExportProbe.RunAsync(args);

var below = new List<string>();
var benches = new (string Name, Func<Table, Task> Run)[]
{
    ("step", StepBench.RunAsync),
    ("film", FilmBench.RunAsync),
    ("many", ManyFilmsBench.RunAsync),
    ("start", StartBench.RunAsync),
    ("decisions", DecisionsBench.RunAsync),
    ("long", LongBench.RunAsync),
    ("tokens", TokensBench.RunAsync),
    ("chat", ChatBench.RunAsync),
    ("pages", PagesBench.RunAsync),
    ("pictures", PicturesBench.RunAsync),
    ("cost", table => CostBench.RunAsync(table, args)),
    ("craft", table => CraftBench.RunAsync(table, args, below)),
};
var chosen = benches.Where(bench => args.Length == 0 || args.Contains(bench.Name)).ToArray();
if (chosen.Length == 0)
{
    Console.Error.WriteLine($"No bench is called so: choose from {string.Join(", ", benches.Select(bench => bench.Name))}.");
    return 1;
}

var table = new Table().AddColumns("bench", "figure", "value", "baseline", "ratio");
foreach (var bench in chosen) await bench.Run(table);
AnsiConsole.Profile.Width = 140;
AnsiConsole.Write(table);
foreach (var line in below) Console.WriteLine(line);
return 0;

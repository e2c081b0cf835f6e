using System.Diagnostics;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Journey;

/// <summary>The walk-through of the README, as it stands.</summary>
public sealed class SampleTests(HeadFixture head)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    [Fact]
    public async Task FirstFilm_RunAsItStands_LeavesAScreenplayWithScenes()
    {
        var folder = Directory.CreateTempSubdirectory("moviechat-first-film-");
        try
        {
            var (exitCode, output) = await RunAsync(folder.FullName);

            Assert.True(exitCode == 0, output);
            Assert.StartsWith("the screenplay is in film.fountain: ", output.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
            var lines = await File.ReadAllLinesAsync(Path.Combine(folder.FullName, "film.fountain"), TestContext.Current.CancellationToken);
            Assert.Equal("Title: The Last Ferry", lines[0]);
            var headings = lines.Where(line => line.EndsWith('#')).Select(line => line.Split('#')[1]).ToArray();
            Assert.True(headings.Length >= 12, output);
            Assert.Equal(Enumerable.Range(1, headings.Length).Select(number => $"{number}"), headings);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string folder)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(AppContext.BaseDirectory, "first-film", "first-film.sh")])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["MOVIECHAT_BASE_URL"] = head.Owner.Root;
        start.Environment["MOVIECHAT_OWNER_KEY"] = head.Owner.Key;
        using var script = Process.Start(start)!;
        var output = script.StandardOutput.ReadToEndAsync();
        var errors = script.StandardError.ReadToEndAsync();
        await script.WaitForExitAsync().WaitAsync(Patience);
        return (script.ExitCode, await output + await errors);
    }
}

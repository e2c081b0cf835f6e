using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MovieChat.Storage;
using MovieChat.Tests.Exports.Bundles;
using MovieChat.Workflows;
using MovieChat.Workflows.Exports;
using MovieChat.Workflows.Projects;

namespace MovieChat.Bench.Picturing;

/// <summary>What taking one file home takes, in a process of its own.</summary>
/// <param name="Start">Megabytes in memory when the project was read and nothing was made.</param>
/// <param name="Peak">Megabytes that the process had in memory at the most, by the system's own account (VmHWM).</param>
/// <param name="Requests">To storage.</param>
/// <param name="Pictures">How many different ones the film has.</param>
internal sealed record Taken(double Seconds, long Bytes, double Start, double Peak, int Requests, int Pictures);

/// <summary>The process that takes one file home, as the front door does it: the workflows' services on a storage that is there, and a stream that takes asynchronous writes only.</summary>
internal static class ExportProbe
{
    public const string Name = "export-probe";

    /// <summary>Instead of a file: the film's pictures are copied out of storage, and nothing is made of them.</summary>
    public const string Copy = "copy";

    public static async Task<Taken> StartAsync(BenchStorage storage, string project, string file, bool isServer)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Name, storage.ConnectionString, project, file]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_gcServer"] = isServer ? "1" : "0";
        using var process = Process.Start(start)!;
        var told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<Taken>(told)! : throw new InvalidOperationException($"The process that was to take {file} home ended with {process.ExitCode}.");
    }

    public static async Task<int> RunAsync(string[] args)
    {
        var (connection, id, file) = (args[1], args[2], args[3]);
        var requests = new WriteCounter();
        await using var services = new ServiceCollection()
            .AddSingleton(StorageClients.Create(StorageSettings.Of(connection), null, requests))
            .AddSingleton(TimeProvider.System)
            .AddMovieChatWorkflows()
            .BuildServiceProvider();
        var project = await services.GetRequiredService<ProjectJournal>().ReadAsync(id, CancellationToken.None);
        var film = services.GetRequiredService<FilmExports>().Open(project, new());
        await using var output = new ForwardStream(keeps: false);
        var (start, before, from) = (Memory("VmRSS:"), requests.Requests, Stopwatch.GetTimestamp());
        if (file == Copy) await CopyAsync(film, output);
        else await FilmFile.Find(file)!.WriteAsync(film, output, CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(from).TotalSeconds;
        var taken = new Taken(seconds, output.Written, start, Memory("VmHWM:"), requests.Requests - before, (await HashesAsync(film)).Length);
        Console.WriteLine(JsonSerializer.Serialize(taken));
        return 0;
    }

    private static async Task CopyAsync(ExportedFilm film, ForwardStream output)
    {
        foreach (var hash in await HashesAsync(film))
        {
            await using var picture = await film.Pictures.OpenAsync(hash, CancellationToken.None);
            await picture.CopyToAsync(output);
        }
    }

    private static async Task<string[]> HashesAsync(ExportedFilm film)
    {
        var screenplay = await film.FilmAsync(CancellationToken.None);
        return [.. screenplay.Portraits.Values.Concat(screenplay.Frames.Values).Select(picture => picture.Hash).Distinct()];
    }

    /// <returns>Megabytes.</returns>
    private static double Memory(string name)
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }
}

using System.ComponentModel;
using System.Diagnostics;

namespace MovieChat.Local.Azurite;

/// <summary>Programs that are installed on this machine.</summary>
internal static class Executable
{
    private const int TailLines = 20;

    /// <summary>The path of a program by its name; null when it is not installed.</summary>
    public static string? Find(string name)
    {
        var names = OperatingSystem.IsWindows() ? new[] { $"{name}.exe", $"{name}.cmd" } : [name];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(folder => names.Select(each => Path.Combine(folder, each))).FirstOrDefault(File.Exists);
    }

    /// <summary>Runs a program to its end, and kills it when cancelled.</summary>
    /// <returns>Its exit code and the last lines that it wrote.</returns>
    public static async Task<(int ExitCode, string Tail)> RunAsync(string path, string folder, IEnumerable<string> arguments, CancellationToken ct)
    {
        var tail = new OutputTail(TailLines);
        using var process = new Process { StartInfo = StartInfo(path, arguments) };
        process.StartInfo.WorkingDirectory = folder;
        tail.Follow(process);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, tail.ToString());
    }

    public static ProcessStartInfo StartInfo(string path, IEnumerable<string> arguments) => new(path, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    };

    /// <summary>Asks a process to end. Windows knows no such request for a program without a window: there it is ended at once.</summary>
    public static void Terminate(Process process)
    {
        try
        {
            if (process.HasExited) return;
            if (OperatingSystem.IsWindows()) process.Kill();
            else Signals.Send(process.Id, Signals.Terminate);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            // It ended in between.
        }
    }
}

/// <summary>The last lines that a process wrote, for the message that tells of its failure.</summary>
internal sealed class OutputTail(int lines)
{
    private readonly Queue<string> _lines = [];

    public void Follow(Process process)
    {
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
    }

    public override string ToString()
    {
        lock (_lines) return string.Join(Environment.NewLine, _lines);
    }

    private void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > lines) _lines.Dequeue();
        }
    }
}

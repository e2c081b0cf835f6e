using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace MovieChat.Tests.Shared;

/// <summary>The embedded head as a process of its own, as a user starts it, on a free port.</summary>
public sealed partial class HeadProcess : IAsyncDisposable
{
    private const string AnyPort = "http://127.0.0.1:0";

    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan EndTime = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HeadProcess(Process process) => _process = process;

    public Uri Address => _ready.Task.Result;

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>What it printed so far.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>Starts a head and waits until it prints its link.</summary>
    /// <param name="settings">Environment variables; null values are taken away.</param>
    /// <param name="address">Where it listens; a free port by default.</param>
    /// <exception cref="InvalidOperationException">It ended instead. The message holds what it printed.</exception>
    public static async Task<HeadProcess> StartAsync(IReadOnlyDictionary<string, string?> settings, string folder, string address = AnyPort)
    {
        var head = Begin(settings, folder, address);
        var first = await Task.WhenAny(head._ready.Task, head._process.WaitForExitAsync()).WaitAsync(StartTime);
        if (first == head._ready.Task) return head;
        await head._process.WaitForExitAsync();
        throw new InvalidOperationException($"The head ended with {head._process.ExitCode} at its start:\n{head.Output}");
    }

    /// <summary>Whether a request failed because its head was killed. A connection that breaks at its first moment is told as the socket tells it.</summary>
    public static bool IsGone(Exception? failed) => failed is HttpRequestException or IOException or SocketException;

    /// <summary>Starts a head that is expected to end by itself, and waits for that.</summary>
    /// <returns>Its exit code and what it printed.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(IReadOnlyDictionary<string, string?> settings, string folder)
    {
        var head = Begin(settings, folder);
        await head._process.WaitForExitAsync().WaitAsync(StartTime);
        return (head._process.ExitCode, head.Output);
    }

    /// <summary>Starts a head and kills it <paramref name="after"/> a while, ready or not.</summary>
    public static async Task KillAtStartAsync(IReadOnlyDictionary<string, string?> settings, string folder, TimeSpan after)
    {
        var head = Begin(settings, folder);
        await Task.Delay(after);
        await head.KillAsync();
    }

    /// <summary>Kills the head as a power cut of this process alone: nothing is flushed, nothing is told.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks the head to end, as Ctrl+C or a service manager does, and waits for it.</summary>
    public async Task<int> StopAsync()
    {
        Signal("TERM");
        await _process.WaitForExitAsync().WaitAsync(EndTime);
        return _process.ExitCode;
    }

    /// <summary>Sends a signal by name, such as TERM, STOP or CONT.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await StopAsync();
        _process.Dispose();
    }

    private static HeadProcess Begin(IReadOnlyDictionary<string, string?> settings, string folder, string address = AnyPort)
    {
        Directory.CreateDirectory(folder);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "MovieChat.Local.dll"), "--urls", address])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var head = new HeadProcess(new Process { StartInfo = start });
        head._process.OutputDataReceived += (_, line) => head.Take(line.Data);
        head._process.ErrorDataReceived += (_, line) => head.Take(line.Data);
        head._process.Start();
        head._process.BeginOutputReadLine();
        head._process.BeginErrorReadLine();
        return head;
    }

    private void Take(string? line)
    {
        if (line is null) return;
        _output.Enqueue(line);
        if (LinkPattern().Match(line) is { Success: true } link) _ready.TrySetResult(new(link.Groups["address"].Value));
    }

    [GeneratedRegex(@"Movie Chat is ready: (?<address>http://127\.0\.0\.1:\d+)/", RegexOptions.ExplicitCapture)]
    private static partial Regex LinkPattern();
}

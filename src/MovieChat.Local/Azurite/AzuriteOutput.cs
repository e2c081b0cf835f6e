using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MovieChat.Local.Azurite;

/// <summary>What Azurite prints: the ports it listens at, and why it could not.</summary>
internal sealed partial class AzuriteOutput(Process process)
{
    private readonly OutputTail _tail = new(lines: 20);
    private readonly Dictionary<string, int> _ports = [];
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Start()
    {
        _tail.Follow(process);
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where Azurite listens, once it does; null when it ended before.</summary>
    public async Task<AzuriteAddress?> ListeningAsync(string host, CancellationToken ct)
    {
        await await Task.WhenAny(_listening.Task, process.WaitForExitAsync(ct));
        return _listening.Task.IsCompleted ? new(host, _ports["Blob"], _ports["Queue"], _ports["Table"]) : null;
    }

    public override string ToString() => _tail.ToString();

    private void Read(string? line)
    {
        if (ListeningPattern().Match(line ?? "") is not { Success: true } match) return;
        _ports[match.Groups["service"].Value] = int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture);
        if (_ports.Count == 3) _listening.TrySetResult();
    }

    [GeneratedRegex(@"Azurite (?<service>Blob|Queue|Table) service is successfully listening at .*:(?<port>\d+)", RegexOptions.ExplicitCapture)]
    private static partial Regex ListeningPattern();
}

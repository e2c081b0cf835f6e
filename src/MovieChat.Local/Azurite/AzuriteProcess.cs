using System.Diagnostics;
using System.Net.Sockets;

namespace MovieChat.Local.Azurite;

/// <summary>The Azurite that keeps the films of this machine: found running, or started and ended with the head.</summary>
/// <remarks>
/// It is ended gently, because what it was given in the last seconds is otherwise lost. It runs in a session of its own where there is
/// <c>setsid</c> (Linux), and in a process group of its own on Windows, so that Ctrl+C reaches the head alone; elsewhere it hears Ctrl+C
/// too, and stores everything before it ends. When a head is killed its Azurite goes on: the next head finds it answering, uses it, and
/// ends it with itself once it has called <see cref="Adopt"/>.
/// </remarks>
public sealed partial class AzuriteProcess : IAsyncDisposable
{
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ProbeTime = TimeSpan.FromSeconds(2);

    /// <summary>Azurite says that it is closing. When the head that read its output was killed there is nobody to tell, and without this
    /// the failing line would end it before it has stored everything.</summary>
    private const string UnheardOutput =
        "data:text/javascript,for(const s of[process.stdout,process.stderr])s.on(%22error%22,()=>{})";

    private readonly ProcessMark _mark;
    private readonly ILogger _logger;
    private Process? _process;

    private AzuriteProcess(AzuriteAddress address, ProcessMark mark, Process? process, ILogger logger)
    {
        Address = address;
        _mark = mark;
        _process = process;
        _logger = logger;
    }

    public AzuriteAddress Address { get; }

    /// <summary>Whether it ends with this head.</summary>
    public bool IsOwn => _process is not null;

    /// <summary>Starts Azurite unless storage answers at its address already.</summary>
    /// <exception cref="AzuriteException">It could not be installed or started.</exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteOptions options, ILogger logger, CancellationToken ct)
    {
        var mark = new ProcessMark(Path.Combine(options.DataFolder, "azurite.pid"));
        if (await AnswersAsync(options.Address, ct)) return Found(options.Address, mark, logger);
        Directory.CreateDirectory(options.DataFolder);
        var node = Executable.Find("node") ?? throw new AzuriteException("Node.js was not found.");
        var script = await AzuriteInstall.EnsureAsync(options.InstallFolder ?? Path.Combine(options.DataFolder, "azurite"), logger, ct);
        var process = new Process { StartInfo = StartInfo(node, script, options) };
        var output = new AzuriteOutput(process);
        output.Start();
        try
        {
            if (await output.ListeningAsync(options.Address.Host, ct) is { } address)
            {
                mark.Write(process.Id);
                LogStarted(logger, process.Id, address.Host, address.Blob, address.Table, StorageFolder(options));
                return new(address, mark, process, logger);
            }

            // Another head may have been faster by a moment: then the ports are its Azurite's.
            if (await AnswersAsync(options.Address, ct)) return Found(options.Address, mark, logger);
            throw new AzuriteException($"Azurite ended at its start:{Environment.NewLine}{output}{Environment.NewLine}");
        }
        catch
        {
            Executable.Terminate(process);
            throw;
        }
    }

    /// <summary>Takes over an Azurite that an earlier head over the same data folder started and, being killed, left running. To be called
    /// only by the head that holds the lease: until then the Azurite may be another's that lives.</summary>
    public void Adopt() => _process ??= _mark.Find();

    /// <summary>Ends Azurite, if it is this head's own, and waits until it has stored everything.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_process is not { } process) return;
        _process = null;
        using (process)
        {
            Executable.Terminate(process);
            await EndedAsync(process);
        }

        _mark.Delete();
    }

    private async Task EndedAsync(Process process)
    {
        using var time = new CancellationTokenSource(StopTime);
        try
        {
            await process.WaitForExitAsync(time.Token);
            LogEnded(_logger);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            LogKilled(_logger, StopTime.TotalSeconds);
        }
    }

    private static AzuriteProcess Found(AzuriteAddress address, ProcessMark mark, ILogger logger)
    {
        LogAnswers(logger, address.Host, address.Blob);
        return new(address, mark, null, logger);
    }

    private static async Task<bool> AnswersAsync(AzuriteAddress address, CancellationToken ct) =>
        await AnswersAsync(address.Host, address.Blob, ct) && await AnswersAsync(address.Host, address.Table, ct);

    private static async Task<bool> AnswersAsync(string host, int port, CancellationToken ct)
    {
        if (port == 0) return false;
        using var time = CancellationTokenSource.CreateLinkedTokenSource(ct);
        time.CancelAfter(ProbeTime);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(host, port, time.Token);
            return true;
        }
        catch (Exception closed) when (closed is SocketException || (closed is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }

    private static string StorageFolder(AzuriteOptions options) => Path.GetFullPath(Path.Combine(options.DataFolder, "storage"));

    private static ProcessStartInfo StartInfo(string node, string script, AzuriteOptions options)
    {
        var (host, blob, queue, table) = options.Address;
        string[] arguments =
        [
            "--import", UnheardOutput, script, "--location", StorageFolder(options), "--skipApiVersionCheck", "--disableTelemetry", "--silent",
            "--blobHost", host, "--queueHost", host, "--tableHost", host,
            "--blobPort", $"{blob}", "--queuePort", $"{queue}", "--tablePort", $"{table}",
        ];
        if (Executable.Find("setsid") is { } setsid) return Executable.StartInfo(setsid, [node, .. arguments]);
        var info = Executable.StartInfo(node, arguments);
        if (OperatingSystem.IsWindows()) info.CreateNewProcessGroup = true;
        return info;
    }
}

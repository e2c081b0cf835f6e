using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace MovieChat.Tests.Models;

/// <summary>The npm package <c>@dwmkerr/mock-llm</c> as a process of its own on a free port of 127.0.0.1, with the rules of <c>mock-llm/rules.yaml</c>.
/// It is installed once per machine and lock file.</summary>
public sealed class MockLlmServer : IAsyncLifetime
{
    private Process? _server;

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var source = Source();
        var installed = await Installed(source);
        // A free port may be taken before the server has it.
        for (var attempt = 1; _server is null; attempt++)
        {
            var port = FreePort();
            _server = await Started(installed, Path.Combine(source, "rules.yaml"), port);
            Address = new($"http://127.0.0.1:{port}");
            if (_server is null && attempt == 3) throw new InvalidOperationException("mock-llm ended three times as soon as it was started.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is null) return;
        _server.Kill(entireProcessTree: true);
        await _server.WaitForExitAsync();
        _server.Dispose();
    }

    private static string Source()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var here = Path.Combine(folder.FullName, "tests", "MovieChat.Tests", "Models", "mock-llm");
            if (Directory.Exists(here)) return here;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds tests/MovieChat.Tests/Models/mock-llm: run the tests inside the repository.");
    }

    /// <summary>Other test runs may install the same at the same time: each into a folder of its own, the first to finish names it.</summary>
    private static async Task<string> Installed(string source)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(source, "package-lock.json"))));
        var cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "moviechat-tests");
        var installed = Path.Combine(cache, "mock-llm-" + hash[..16]);
        if (Directory.Exists(installed)) return installed;
        var own = Directory.CreateDirectory($"{installed}-{Environment.ProcessId}").FullName;
        foreach (var file in new[] { "package.json", "package-lock.json" }) File.Copy(Path.Combine(source, file), Path.Combine(own, file), overwrite: true);
        await Install(own);
        try
        {
            Directory.Move(own, installed);
        }
        catch (IOException) when (Directory.Exists(installed))
        {
            Directory.Delete(own, recursive: true);
        }

        return installed;
    }

    private static async Task Install(string folder)
    {
        using var npm = Start(new(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]) { WorkingDirectory = folder });
        var errors = npm.StandardError.ReadToEndAsync();
        await npm.StandardOutput.ReadToEndAsync();
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0) throw new InvalidOperationException($"'npm ci' of tests/MovieChat.Tests/Models/mock-llm failed: {await errors}");
    }

    /// <summary>The server when it listens, or null when it ended instead.</summary>
    private static async Task<Process?> Started(string installed, string rules, int port)
    {
        var program = Path.Combine(installed, "node_modules", "@dwmkerr", "mock-llm", "dist", "main.js");
        var server = Start(new("node", [program, "--config", rules])
        {
            WorkingDirectory = installed,
            Environment = { ["HOST"] = "127.0.0.1", ["PORT"] = port.ToString(CultureInfo.InvariantCulture) },
        });
        server.ErrorDataReceived += static (_, _) => { };
        server.BeginErrorReadLine();
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.Contains("server running on", StringComparison.Ordinal)) continue;
            // It writes a line for each request: nobody reading would stop it at last.
            _ = server.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            return server;
        }

        await server.WaitForExitAsync();
        server.Dispose();
        return null;
    }

    private static Process Start(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"'{start.FileName}' was not found on the PATH: these tests need Node.js 20 or newer, with npm.", missing);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

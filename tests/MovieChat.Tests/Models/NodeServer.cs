using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MovieChat.Tests.Node;

namespace MovieChat.Tests.Models;

/// <summary>A server out of npm packages as a process of its own on a free port of 127.0.0.1.</summary>
/// <param name="path">The folder with the packages' lock file, by its path from the tests'.</param>
/// <param name="listening">What the server writes when it listens.</param>
public abstract class NodeServer(string path, string listening) : IAsyncLifetime
{
    private readonly NodePackage _package = new(path);
    private Process? _server;

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var installed = await _package.InstalledAsync(CancellationToken.None);
        // A free port may be taken before the server has it.
        for (var attempt = 1; _server is null; attempt++)
        {
            var port = FreePort();
            _server = await Started(installed, port);
            Address = new($"http://127.0.0.1:{port}");
            if (_server is null && attempt == 3) throw new InvalidOperationException($"{GetType().Name} ended three times as soon as it was started.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_server is null) return;
        _server.Kill(entireProcessTree: true);
        await _server.WaitForExitAsync();
        _server.Dispose();
    }

    /// <summary>Node's: the program and what it is told.</summary>
    /// <param name="source">The folder in the repository.</param>
    /// <param name="installed">The folder that holds <c>node_modules</c>.</param>
    protected abstract IEnumerable<string> Arguments(string source, string installed, string port);

    /// <summary>The server when it listens, or null when it ended instead.</summary>
    private async Task<Process?> Started(string installed, int port)
    {
        var number = port.ToString(CultureInfo.InvariantCulture);
        var server = _package.Start(new("node", Arguments(_package.Source, installed, number))
        {
            WorkingDirectory = installed,
            Environment = { ["HOST"] = "127.0.0.1", ["PORT"] = number, ["AIMOCK_API_KEYS"] = TextModel.Key },
        });
        server.ErrorDataReceived += static (_, _) => { };
        server.BeginErrorReadLine();
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.Contains(listening, StringComparison.Ordinal)) continue;
            // It writes a line for each request: nobody reading would stop it at last.
            _ = server.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            return server;
        }

        await server.WaitForExitAsync();
        server.Dispose();
        return null;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>The npm package <c>@dwmkerr/mock-llm</c>, with the rules of <c>mock-llm/rules.yaml</c>.</summary>
public sealed class MockLlmServer() : NodeServer("Models/mock-llm", "server running on")
{
    protected override IEnumerable<string> Arguments(string source, string installed, string port) =>
        [Path.Combine(installed, "node_modules", "@dwmkerr", "mock-llm", "dist", "main.js"), "--config", Path.Combine(source, "rules.yaml")];
}

/// <summary>The npm package <c>@copilotkit/aimock</c>, with the answers of <c>image-servers/fixtures.json</c>; it lets only <see cref="TextModel.Key"/> in.</summary>
public sealed class AIMockServer() : NodeServer("Models/image-servers", "server listening on")
{
    protected override IEnumerable<string> Arguments(string source, string installed, string port) =>
        [Path.Combine(installed, "node_modules", "@copilotkit", "aimock", "dist", "cli.js"), "--port", port, "--fixtures", Path.Combine(source, "fixtures.json"), "--validate-on-load"];
}

/// <summary><c>image-servers/form-reader.mjs</c>: takes forms apart with the npm package <c>@fastify/busboy</c>.</summary>
public sealed class FormReader() : NodeServer("Models/image-servers", "form reader listening")
{
    protected override IEnumerable<string> Arguments(string source, string installed, string port) => [Path.Combine(source, "form-reader.mjs")];
}

using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace MovieChat.Tests.Node;

/// <summary>npm packages by others, of a folder of these tests that has their lock file. Installed once per machine and lock file, below the user's temporary folder.</summary>
/// <remarks>The benchmarks are compiled with it too, so it is found from any folder of a checkout.</remarks>
/// <param name="path">The folder, by its path from the tests'.</param>
internal sealed class NodePackage(string path)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string _name = path.Split('/')[^1];

    public string Source { get; } = SourceFolder(path);

    /// <summary>The folder that holds <c>node_modules</c>.</summary>
    public async Task<string> InstalledAsync(CancellationToken cancellation)
    {
        var source = Source;
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(source, "package-lock.json"), cancellation)));
        var folder = Path.Combine(Path.GetTempPath(), $"moviechat-{_name}-{Environment.UserName}-{hash[..16]}");
        if (Directory.Exists(folder)) return folder;

        var fresh = Directory.CreateTempSubdirectory($"moviechat-{_name}-").FullName;
        foreach (var file in new[] { "package.json", "package-lock.json" })
            File.Copy(Path.Combine(source, file), Path.Combine(fresh, file));
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        await RunAsync(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], fresh, "", "", cancellation);
        Publish(fresh, folder);
        return folder;
    }

    /// <summary>Moves a whole installation into place, so that nobody meets half of one.</summary>
    private static void Publish(string fresh, string folder)
    {
        try
        {
            Directory.Move(fresh, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            Directory.Delete(fresh, recursive: true); // another test run was faster
        }
    }

    /// <summary>What a program of this folder says to its input; it finds the packages.</summary>
    public async Task<string> AskAsync(string program, string input, CancellationToken cancellation) =>
        await RunAsync("node", [Path.Combine(Source, program)], Path.GetTempPath(), input, Path.Combine(await InstalledAsync(cancellation), "node_modules"), cancellation);

    /// <summary>What a program of Node.js says.</summary>
    public async Task<string> RunAsync(
        string program, string[] arguments, string folder, string input, string modules, CancellationToken cancellation)
    {
        using var process = Start(new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            Environment = { ["NODE_PATH"] = modules },
        });
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellation);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}");
    }

    /// <summary>Starts a program of Node.js, whose output is to be read.</summary>
    public Process Start(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException(
                $"What is tested is checked against {_name}, and {start.FileName} could not be started ({missing.Message}). "
                + "Install Node.js 20 or newer, with npm, and put it on the PATH.", missing);
        }
    }

    private static string SourceFolder(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "tests", "MovieChat.Tests", path);
            if (File.Exists(Path.Combine(candidate, "package-lock.json"))) return candidate;
        }
        throw new DirectoryNotFoundException($"tests/MovieChat.Tests/{path} is below no folder above {AppContext.BaseDirectory}: run this from a checkout.");
    }
}

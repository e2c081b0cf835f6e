using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace MovieChat.Tests.Exports;

/// <summary>An npm package by others, of a folder <c>Exports/…</c> that has its lock file. Installed once per machine and lock file, below the user's temporary folder.</summary>
internal sealed class NodePackage(string name)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public string Source { get; } = SourceFolder(name);

    /// <summary>The folder in which the package is installed.</summary>
    public async Task<string> InstalledAsync(CancellationToken cancellation)
    {
        var source = Source;
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(source, "package-lock.json"), cancellation)));
        var folder = Path.Combine(Path.GetTempPath(), $"moviechat-{name}-{Environment.UserName}-{hash[..16]}");
        if (Directory.Exists(folder)) return folder;

        var fresh = Directory.CreateTempSubdirectory($"moviechat-{name}-").FullName;
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

    /// <summary>What a program of Node.js says.</summary>
    public async Task<string> RunAsync(
        string program, string[] arguments, string folder, string input, string modules, CancellationToken cancellation)
    {
        using var process = Start(program, arguments, folder, modules);
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellation);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellation);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}");
        return await output;
    }

    private Process Start(string program, string[] arguments, string folder, string modules)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
        };
        start.Environment["NODE_PATH"] = modules;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException(
                $"The exports are checked against {name}, and {program} could not be started ({missing.Message}). "
                + "Install Node.js 18 or newer, with npm, and put it on the PATH.", missing);
        }
    }

    private static string SourceFolder(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "Exports", name);
            if (File.Exists(Path.Combine(candidate, "package-lock.json"))) return candidate;
        }
        throw new DirectoryNotFoundException($"Exports/{name} is in no folder above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}

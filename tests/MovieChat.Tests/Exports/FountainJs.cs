using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MovieChat.Tests.Exports;

/// <summary>The npm package fountain-js, a Fountain parser by others. Installed once per machine and lock file, below the user's temporary folder.</summary>
internal static class FountainJs
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public sealed record Token(string Type, string? Text, string? SceneNumber);

    /// <param name="Html">What fountain-js would show, escapes resolved and emphasis as <c>span</c> elements.</param>
    public sealed record Reading(IReadOnlyList<Token> Tokens, string Html);

    /// <summary>Reads several files by one Node process.</summary>
    public static async Task<IReadOnlyList<Reading>> ReadAsync(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        var source = Path.Combine(SourceFolder(), "tokens.cjs");
        var modules = Path.Combine(await InstalledAsync(cancellation), "node_modules");
        var answer = await RunAsync("node", [source], Path.GetTempPath(), JsonSerializer.Serialize(files), modules, cancellation);
        return JsonSerializer.Deserialize<List<Reading>>(answer, Json)!;
    }

    private static async Task<string> InstalledAsync(CancellationToken cancellation)
    {
        var source = SourceFolder();
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(source, "package-lock.json"), cancellation)));
        var folder = Path.Combine(Path.GetTempPath(), $"moviechat-fountain-js-{Environment.UserName}-{hash[..16]}");
        if (Directory.Exists(folder)) return folder;

        var fresh = Directory.CreateTempSubdirectory("moviechat-fountain-js-").FullName;
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

    private static async Task<string> RunAsync(
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

    private static Process Start(string program, string[] arguments, string folder, string modules)
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
                $"The Fountain export is checked against fountain-js, and {program} could not be started ({missing.Message}). "
                + "Install Node.js 18 or newer, with npm, and put it on the PATH.", missing);
        }
    }

    private static string SourceFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "Exports", "fountain-js");
            if (File.Exists(Path.Combine(candidate, "package-lock.json"))) return candidate;
        }
        throw new DirectoryNotFoundException($"Exports/fountain-js is in no folder above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}

using System.Security.Cryptography;

namespace MovieChat.Local.Azurite;

/// <summary>The pinned Azurite from npm, installed once per lock file.</summary>
internal static partial class AzuriteInstall
{
    private static readonly string[] Arguments = ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
    private static readonly TimeSpan LeftOver = TimeSpan.FromHours(1);

    /// <summary>Installs Azurite unless it is there. Two at once do not disturb one another: each installs beside, and the first to finish
    /// is kept.</summary>
    /// <param name="folder">What holds one folder per lock file.</param>
    /// <returns>The path of Azurite's script.</returns>
    /// <exception cref="AzuriteException">npm is missing, or failed.</exception>
    public static async Task<string> EnsureAsync(string folder, ILogger logger, CancellationToken ct)
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Azurite");
        var target = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(source, "package-lock.json"), ct)))[..16]);
        if (!Directory.Exists(target)) await InstallAsync(source, target, logger, ct);
        var script = Path.Combine(target, "node_modules", "azurite", "dist", "src", "azurite.js");
        return File.Exists(script) ? script : throw new AzuriteException($"'{script}' is missing: delete the folder '{target}', and it is installed again.");
    }

    private static async Task InstallAsync(string source, string target, ILogger logger, CancellationToken ct)
    {
        var npm = Executable.Find("npm") ?? throw new AzuriteException("npm was not found.");
        DeleteLeftOvers(Path.GetDirectoryName(target)!);
        var beside = $"{target}.{Guid.NewGuid():N}.tmp";
        Directory.CreateDirectory(beside);
        try
        {
            foreach (var name in new[] { "package.json", "package-lock.json" }) File.Copy(Path.Combine(source, name), Path.Combine(beside, name));
            LogInstalling(logger, target);
            var (exitCode, tail) = await Executable.RunAsync(npm, beside, Arguments, ct);
            if (exitCode != 0) throw new AzuriteException($"npm could not install Azurite (exit code {exitCode}):{Environment.NewLine}{tail}{Environment.NewLine}");
            Keep(beside, target);
            LogInstalled(logger);
        }
        finally
        {
            if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        }
    }

    private static void Keep(string beside, string target)
    {
        try
        {
            Directory.Move(beside, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            // Another process was faster, with the same packages.
        }
    }

    /// <summary>What a process that was killed while it installed left behind.</summary>
    private static void DeleteLeftOvers(string folder)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var old in new DirectoryInfo(folder).EnumerateDirectories("*.tmp"))
        {
            if (old.LastWriteTimeUtc < TimeProvider.System.GetUtcNow() - LeftOver) old.Delete(recursive: true);
        }
    }

    [LoggerMessage(LogLevel.Information, "Installing Azurite from npm into {Folder}: once, half a minute or so.")]
    private static partial void LogInstalling(ILogger logger, string folder);

    [LoggerMessage(LogLevel.Information, "Azurite is installed.")]
    private static partial void LogInstalled(ILogger logger);
}

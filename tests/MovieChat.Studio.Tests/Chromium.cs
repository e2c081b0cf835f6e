using System.Diagnostics;
using Microsoft.Playwright;

namespace MovieChat.Studio.Tests;

/// <summary>A Chromium without a window: the one that <c>MOVIECHAT_CHROMIUM</c> names, or that the machine has, or, where packages can be installed, Debian's.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private IPlaywright _playwright = null!;
    private string _path = "";

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _path = await FindAsync();
        _playwright = await Playwright.CreateAsync();
        Browser = await LaunchAsync();
    }

    /// <summary>A browser with settings of its own.</summary>
    public Task<IBrowser> LaunchAsync(params IEnumerable<string> arguments) =>
        _playwright.Chromium.LaunchAsync(new() { ExecutablePath = _path, Args = ["--no-sandbox", "--disable-dev-shm-usage", .. arguments] });

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static async Task<string> FindAsync()
    {
        if (Environment.GetEnvironmentVariable("MOVIECHAT_CHROMIUM") is { Length: > 0 } named) return named;
        if (OnPath() is { } found) return found;
        if (File.Exists("/usr/bin/apt-get")) await RunAsync("sh", "-c", "apt-get update -qq && apt-get install -y -qq chromium");
        return OnPath() ?? throw new InvalidOperationException("These tests need Chromium: install it (on Debian 'apt-get install chromium'), or set MOVIECHAT_CHROMIUM to where it is.");
    }

    private static string? OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => s_names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)))
            .FirstOrDefault(File.Exists);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync(), process.WaitForExitAsync());
    }
}

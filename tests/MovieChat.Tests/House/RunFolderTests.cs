using System.Diagnostics;

namespace MovieChat.Tests.House;

public sealed class RunFolderTests
{
    /// <summary>The Web SDK makes <c>dotnet run</c> start in the project's folder unless it is told not to, and the data with it.</summary>
    [Fact]
    public async Task Head_StartedByDotnetRun_StartsWhereTheUserStands()
    {
        var project = Path.Combine(Source.Root, "src", "MovieChat.Local", "MovieChat.Local.csproj");
        var start = new ProcessStartInfo("dotnet", ["msbuild", project, "-getProperty:RunWorkingDirectory", "-getProperty:OutputType"]) { RedirectStandardOutput = true };
        using var msbuild = Process.Start(start)!;
        var told = await msbuild.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await msbuild.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Contains("\"OutputType\": \"Exe\"", told, StringComparison.Ordinal);
        Assert.Contains("\"RunWorkingDirectory\": \"\"", told, StringComparison.Ordinal);
    }
}

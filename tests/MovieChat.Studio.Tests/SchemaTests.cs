using System.Diagnostics;
using MovieChat.Behaviour.Head;

namespace MovieChat.Studio.Tests;

/// <summary>What the studio is compiled against is what the service describes.</summary>
public sealed class SchemaTests(HeadFixture head)
{
    [Fact]
    public async Task Schema_OfTheStudio_IsThatOfTheService()
    {
        var start = new ProcessStartInfo("node", ["describe.mjs", head.Owner.Address.ToString(), "--check"]) { WorkingDirectory = Studio(), RedirectStandardError = true };
        using var node = Process.Start(start)!;

        var said = await node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, said);
    }

    private static string Studio()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, "src/MovieChat.Web/studio") is var found && Directory.Exists(found)) return found;
        }

        throw new InvalidOperationException("The studio's folder was not found above the tests.");
    }
}

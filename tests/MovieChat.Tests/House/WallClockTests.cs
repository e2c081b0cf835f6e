using System.Text.RegularExpressions;

namespace MovieChat.Tests.House;

/// <summary>Core reads no clock and makes no ids: the compiler refuses it, by a list that must stay in place.</summary>
public sealed partial class WallClockTests
{
    [Theory]
    [InlineData("P:System.DateTime.Now")]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("P:System.DateTime.Today")]
    [InlineData("P:System.DateTimeOffset.Now")]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    [InlineData("P:System.TimeProvider.System")]
    [InlineData("M:System.Guid.NewGuid")]
    [InlineData("P:System.Random.Shared")]
    public void BannedSymbols_OfCore_Hold(string symbol) =>
        Assert.Contains(
            File.ReadLines(Path.Combine(Source.Root, "src", "MovieChat.Core", "BannedSymbols.txt")),
            line => line.StartsWith($"{symbol};", StringComparison.Ordinal));

    [Fact]
    public void Core_Project_RunsTheAnalyzerOnTheList()
    {
        var core = Source.Projects["MovieChat.Core"];

        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", Source.References(core, "PackageReference"));
        Assert.Contains("BannedSymbols.txt", Source.References(core, "AdditionalFiles"));
    }

    [Fact]
    public void Core_Source_LiftsNoBan()
    {
        var files = Source.Files("MovieChat.Core").ToArray();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => ClockPattern().IsMatch(File.ReadAllText(file)));
    }

    [GeneratedRegex(@"RS0030|DateTime(Offset)?\.(Now|UtcNow|Today)|TimeProvider\.System|Guid\.NewGuid|Guid\.CreateVersion7|Random\.Shared|new Random\(|Stopwatch\.|Environment\.TickCount")]
    private static partial Regex ClockPattern();
}

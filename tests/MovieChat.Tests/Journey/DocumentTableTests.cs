using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>A table that is not sound is refused, with the row and the remedy.</summary>
public sealed class DocumentTableTests
{
    /// <summary>Rows that are sound above the one that is tried: one document, one about its parts, and one about theirs.</summary>
    private static readonly DocumentRule[] Above = [new("cast"), new("scenes"), new("portrait") { PartsOf = "cast" }, new("shots") { PartsOf = "scenes" }];

    public static TheoryData<string, DocumentRule, string> Unsound => new()
    {
        { "kind", new("Key scenes"), "The row 'Key scenes' is no kind: give 1 to 20 lower-case letters." },
        { "kind with a part", new("frame:s1"), "The row 'frame:s1' is no kind: give 1 to 20 lower-case letters." },
        { "twice", new("cast"), "The row 'cast' stands in the table twice: give each kind one row." },
        { "parts of none", new("frame") { PartsOf = "takes" }, "The row 'frame' is about the parts of 'takes', and no row above it has that kind." },
        { "parts of itself", new("frame") { PartsOf = "frame" }, "The row 'frame' is about the parts of 'frame', and no row above it has that kind." },
        { "needs none", new("frame") { Needs = ["takes"] }, "The row 'frame' names 'takes', and no row above it has that kind." },
        { "sees none", new("frame") { Sees = ["takes:*"] }, "The row 'frame' names 'takes:*', and no row above it has that kind." },
        { "needs itself", new("frame") { Needs = ["frame"] }, "The row 'frame' names 'frame', of its own kind: it can need 'frame:{before}', and see 'frame:*', when it is about parts." },
        { "needs its siblings", new("frame") { PartsOf = "shots", Needs = ["frame:*"] }, "The row 'frame' names 'frame:*', of its own kind: it can need 'frame:{before}', and see 'frame:*', when it is about parts." },
        { "no pattern", new("frame") { Needs = ["shots:{next}"] }, "The row 'frame' names 'shots:{next}', which is no pattern: use plot, profile:*, shots:{parent}, portrait:{people}, profile:{part} or dialogue:{before}." },
        { "one part", new("frame") { Needs = ["portrait:mara"] }, "The row 'frame' names 'portrait:mara', which is no pattern: use plot, profile:*, shots:{parent}, portrait:{people}, profile:{part} or dialogue:{before}." },
        { "one of many", new("frame") { Needs = ["portrait"] }, "The row 'frame' names 'portrait', of which there are many: name 'portrait:*'." },
        { "all of one", new("frame") { Needs = ["cast:*"] }, "The row 'frame' names 'cast:*', of which there is one: name 'cast'." },
        { "another's parent", new("frame") { PartsOf = "scenes", Needs = ["shots:{parent}"] }, "The row 'frame' names 'shots:{parent}', and is not about its parts." },
        { "people of no part", new("frame") { Needs = ["portrait:{people}"] }, "The row 'frame' names 'portrait:{people}', and is not about a part, which has people." },
        { "people of one", new("frame") { PartsOf = "shots", Needs = ["cast:{people}"] }, "The row 'frame' names 'cast:{people}', of which there is one: name 'cast'." },
        { "before of another kind", new("frame") { PartsOf = "shots", Sees = ["shots:{before}"] }, "The row 'frame' names 'shots:{before}', and those before are of its own kind." },
        { "the same part of others", new("frame") { PartsOf = "shots", Sees = ["portrait:{part}"] }, "The row 'frame' names 'portrait:{part}', and the two are not about the parts of one kind." },
        { "the same part of one", new("frame") { PartsOf = "shots", Sees = ["cast:{part}"] }, "The row 'frame' names 'cast:{part}', and the two are not about the parts of one kind." },
        { "skipped with none", new("frame") { SkippedWith = "look" }, "The row 'frame' is skipped with 'look', and no row above it is the only one of its kind and may be skipped." },
        { "skipped with what stays", new("frame") { SkippedWith = "cast" }, "The row 'frame' is skipped with 'cast', and no row above it is the only one of its kind and may be skipped." },
    };

    [Theory]
    [MemberData(nameof(Unsound), DisableDiscoveryEnumeration = true)]
    public void Table_WithAnUnsoundRow_IsRefusedWithTheRemedy(string what, DocumentRule row, string message)
    {
        Assert.NotEmpty(what);
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => new DocumentTable([.. Above, row])).Message);
    }

    [Fact]
    public void Table_WithARowThatNeedsOneBelowIt_IsRefused() => Assert.Equal(
        "The row 'ideas' names 'brief', and no row above it has that kind.",
        Assert.Throws<ArgumentException>(() => new DocumentTable([new("ideas") { Needs = ["brief"] }, new("brief")])).Message);

    [Fact]
    public void Table_WithEveryPatternInItsPlace_IsTaken() => Assert.Equal(
        6,
        new DocumentTable(
        [
            .. Above,
            new("frame") { PartsOf = "shots", Needs = ["cast", "portrait:*", "shots:{parent}", "portrait:{people}", "frame:{before}"], Sees = ["frame:*"] },
            new("voice") { PartsOf = "cast", Sees = ["portrait:{part}"] },
        ]).Rules.Count);
}

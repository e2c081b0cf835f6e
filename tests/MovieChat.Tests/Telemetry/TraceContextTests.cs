using System.Diagnostics;
using MovieChat.Workflows.Telemetry;

namespace MovieChat.Tests.Telemetry;

[Collection(Listening.Alone)]
public sealed class TraceContextTests
{
    private const string Parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    [Fact]
    public void Current_WhileNobodyListens_IsNull()
    {
        using var others = new Activity("a request").SetIdFormat(ActivityIdFormat.W3C).Start();

        Assert.Null(TraceContext.Current);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("ot=th:8,vendor=a b", " ot=th:8,vendor=a b")]
    [InlineData("vendor=\u00e9", "")]
    [InlineData("vendor=a\nb", "")]
    public void Current_OfARequest_IsItsParentAndASoundState(string? state, string kept)
    {
        using var listening = new KeptSignals();
        using var request = new Activity("a request").SetParentId(Parent).Start();
        request.TraceStateString = state;

        Assert.Equal(request.Id + kept, TraceContext.Current);
    }

    [Fact]
    public void Current_WithALongState_LeavesItOut()
    {
        using var listening = new KeptSignals();
        using var request = new Activity("a request").SetParentId(Parent).Start();
        request.TraceStateString = new('a', TraceContext.LongestState);
        Assert.EndsWith("a", TraceContext.Current, StringComparison.Ordinal);

        request.TraceStateString += "a";

        Assert.Equal(request.Id, TraceContext.Current);
    }

    [Fact]
    public void Parse_OfWhatWasKept_IsTheSameContextFromElsewhere()
    {
        var context = TraceContext.Parse($"{Parent} ot=th:8");

        Assert.Equal("4bf92f3577b34da6a3ce929d0e0e4736", context.TraceId.ToString());
        Assert.Equal("00f067aa0ba902b7", context.SpanId.ToString());
        Assert.Equal((ActivityTraceFlags.Recorded, "ot=th:8", true), (context.TraceFlags, context.TraceState, context.IsRemote));
        Assert.Null(TraceContext.Parse(Parent).TraceState);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7")]
    [InlineData("00-00000000000000000000000000000000-00f067aa0ba902b7-01")]
    [InlineData("zz-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")]
    [InlineData("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01 \u0007")]
    public void Parse_OfAnythingElse_IsNone(string? text) => Assert.Equal(default, TraceContext.Parse(text));
}

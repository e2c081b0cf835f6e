using System.Text.Json;
using System.Text.RegularExpressions;
using MovieChat.Core.Exports;
using MovieChat.Tests.Storage;

namespace MovieChat.Tests.Web;

/// <summary>Times are ISO 8601 in UTC, with <c>Z</c>, wherever they are told.</summary>
public sealed partial class TimeTests(AzuriteFixture azurite) : WebTests(azurite)
{
    [Theory]
    [InlineData("", 2)]
    [InlineData("/journal", 3)]
    [InlineData("/documents/brief", 1)]
    [InlineData("/documents/brief/drafts", 1)]
    [InlineData("/documents/brief/drafts/1", 1)]
    [InlineData("/exports/project.json", 1)]
    public async Task Time_InAnAnswerAboutAProject_IsUtc(string rest, int count) => Check(await (await Writer.GetAsync(await Writer.StartAsync() + rest)).TextAsync(), count);

    [Fact]
    public async Task Time_InAnEvent_IsUtc()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, await Writer.StartAsync() + "/events");
        using var answer = await Writer.BeginAsync(request);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        string? line;
        do line = await lines.ReadLineAsync(TestContext.Current.CancellationToken);
        while (line?.StartsWith("data:", StringComparison.Ordinal) is false);
        Check(line!, 1);
    }

    [Fact]
    public async Task Time_InLists_IsUtc()
    {
        await Writer.StartAsync();
        Check(await (await Writer.GetAsync("/api/projects")).TextAsync(), 2);
        await Door.Owner.DeleteAsync($"/api/keys/{Writer.KeyId}");
        var keys = (await Door.Owner.GetJsonAsync("/api/keys?limit=200"))["items"]!.AsArray();
        Check(keys.Single(key => key!.Text("id") == Writer.KeyId)!.ToJsonString(), 2);
    }

    [Fact]
    public void Time_StoredWithAnotherOffset_IsToldInUtc() => Assert.Equal(
        "\"2026-05-17T08:30:00.1234567Z\"",
        JsonSerializer.Serialize(new DateTimeOffset(2026, 5, 17, 10, 30, 0, TimeSpan.FromHours(2)).AddTicks(1_234_567), (JsonSerializerOptions)new() { Converters = { new UtcTime() } }));

    private static void Check(string json, int count)
    {
        var times = TimePattern().Matches(json).Select(match => match.Groups["time"].Value).ToList();
        Assert.Equal(count, times.Count);
        Assert.All(times, time => Assert.EndsWith("Z", time, StringComparison.Ordinal));
    }

    [GeneratedRegex("""(?<time>\d{4}-\d\d-\d\dT[0-9:.]+[^"]*)""", RegexOptions.ExplicitCapture)]
    private static partial Regex TimePattern();
}

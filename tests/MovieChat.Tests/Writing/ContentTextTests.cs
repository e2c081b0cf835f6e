using System.Text.Json.Nodes;
using FsCheck.Xunit;
using MovieChat.Core.Writing;

namespace MovieChat.Tests.Writing;

public sealed class ContentTextTests
{
    private const string Words = "new \"words\" — 🎬";
    private const string Written = """new \"words\" — """;

    [Property(MaxTest = 2000)]
    public void ReplacePassage_StandingOnce_ChangesItsBytesAlone(int seed)
    {
        var json = new RandomJson(seed);
        var (passage, start, end) = json.SomePassage();
        var count = json.Texts.Sum(text => Occurrences(text, passage));

        Assert.Equal(count, ContentText.CountPassage(json.Text, passage));
        if (count != 1)
        {
            Assert.Throws<ArgumentException>(() => ContentText.ReplacePassage(json.Text, passage, Words));
            return;
        }

        var changed = ContentText.ReplacePassage(json.Text, passage, Words);
        Assert.StartsWith(json.Text[..start] + Written, changed, StringComparison.Ordinal);
        Assert.EndsWith(json.Text[end..], changed, StringComparison.Ordinal);
        Assert.Contains(StringsOf(JsonNode.Parse(changed)), text => text.Contains(Words, StringComparison.Ordinal));
    }

    [Property(MaxTest = 1000)]
    public void Replace_OfAnyProperty_ChangesItsBytesAlone(int seed)
    {
        var json = new RandomJson(seed);
        foreach (var (name, start, end) in json.Properties)
        {
            var span = ContentText.FindPart(json.Text, name)!;

            Assert.Equal(json.Text[start..end], JsonText(json.Text, span));
            Assert.Equal(json.Text[..start] + """{"a":"ü"}""" + json.Text[end..], ContentText.Replace(json.Text, span, new JsonObject { ["a"] = "ü" }));
        }
    }

    [Property(MaxTest = 1000)]
    public void FindPart_ItemById_IsItsBytes(int seed)
    {
        var json = new RandomJson(seed);
        foreach (var (id, start, end) in json.Items)
        {
            var span = ContentText.FindPart(json.Text, id)!;

            Assert.Equal(json.Text[start..end], JsonText(json.Text, span));
            Assert.NotNull(span.Path.Index);
        }
    }

    [Fact]
    public void CountPassage_OverlappingItself_CountsEveryPlace() =>
        Assert.Equal(2, ContentText.CountPassage("""{"text":"ha ha ha"}""", "ha ha"));

    [Fact]
    public void CountPassage_InNamesAndAcrossTexts_DoesNotCount()
    {
        Assert.Equal(0, ContentText.CountPassage("""{"ferry":["a","b"]}""", "ferry"));
        Assert.Equal(0, ContentText.CountPassage("""{"ferry":["a","b"]}""", "ab"));
        Assert.Equal(0, ContentText.CountPassage("""{"ferry":["a","b"]}""", ""));
    }

    [Theory]
    [InlineData("2", "\"two\"")]
    [InlineData("3", null)]
    [InlineData("0", null)]
    [InlineData("LINES", "[\"one\",\"two\"]")]
    [InlineData("nothing", null)]
    public void FindPart_ByPlaceOrName_FindsIt(string part, string? expected)
    {
        const string content = """{"lines":["one","two"],"note":"x"}""";
        var span = ContentText.FindPart(content, part);

        Assert.Equal(expected, span is null ? null : JsonText(content, span));
    }

    [Fact]
    public void FindPart_ByPlaceWithTwoLists_FindsNothing() =>
        Assert.Null(ContentText.FindPart("""{"a":["one"],"b":["two"]}""", "1"));

    [Fact]
    public void FindPart_NoDocument_FindsNothing() => Assert.Null(ContentText.FindPart("[]", "1"));

    private static string JsonText(string content, ContentSpan span) =>
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(content), span.Start, span.Length);

    private static int Occurrences(string text, string passage) =>
        Enumerable.Range(0, Math.Max(0, text.Length - passage.Length + 1)).Count(at => string.CompareOrdinal(text, at, passage, 0, passage.Length) == 0);

    private static IEnumerable<string> StringsOf(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(property => StringsOf(property.Value)),
        JsonArray items => items.SelectMany(StringsOf),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}

using System.Text.Json.Nodes;
using MovieChat.Core.Journey;
using MovieChat.Core.Notices;
using SmallFilm = MovieChat.Tests.Shared.Api.Writing;

namespace MovieChat.Tests.Notices;

public sealed class EditFieldsTests
{
    [Fact]
    public void Fields_OfASynopsis_AreItsFiveLines()
    {
        var fields = EditFields.Of(SmallFilm.Synopsis().ToJsonString())!;

        Assert.Equal(["lines[0]", "lines[1]", "lines[2]", "lines[3]", "lines[4]"], fields.Select(field => field.Id));
        Assert.Equal("lines 1", fields[0].Label);
    }

    [Theory]
    [InlineData("cast")]
    [InlineData("profile:mara")]
    [InlineData("dialogue:s1")]
    [InlineData("scenes")]
    public void Fields_OfADocument_ShowNoIdsAndBringNothingNewWhenLeftAlone(string document)
    {
        var content = SmallFilm.Of(document).ToJsonString();
        var fields = EditFields.Of(content)!;

        Assert.DoesNotContain(fields, field => field.Id.EndsWith("id", StringComparison.Ordinal) || field.Id.EndsWith("character", StringComparison.Ordinal));
        var left = EditFields.Apply(content, fields.ToDictionary(field => field.Id, field => field.Text.ReplaceLineEndings("\r\n")));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(content), JsonNode.Parse(left.GetRawText())), left.GetRawText());
    }

    [Fact]
    public void Apply_ChangedTexts_ChangesThemAlone()
    {
        var content = SmallFilm.Cast();

        var changed = EditFields.Apply(content.ToJsonString(), new Dictionary<string, string> { ["characters[1].name"] = "Jonas \"Joe\"", ["characters[9].name"] = "nobody", ["title"] = "none" });

        content["characters"]![1]!["name"] = "Jonas \"Joe\"";
        Assert.True(JsonNode.DeepEquals(content, JsonNode.Parse(changed.GetRawText())));
    }

    [Fact]
    public void Fields_OfAVeryLongText_AreNoForm() => Assert.Null(EditFields.Of(new JsonObject { ["beginning"] = new string('x', EditFields.MostCharacters + 1) }.ToJsonString()));

    [Fact]
    public void Fields_OfManyTexts_AreNoForm() =>
        Assert.Null(EditFields.Of(new JsonObject { ["lines"] = new JsonArray([.. Enumerable.Range(0, EditFields.MostFields + 1).Select(line => (JsonNode)$"line {line}")]) }.ToJsonString()));

    [Fact]
    public void Fields_OfAPicture_AreNone() =>
        Assert.Null(EditFields.Of(new JsonObject { ["picture"] = new string('a', 64), ["mediaType"] = "image/png", ["width"] = 64, ["height"] = 64 }.ToJsonString()));

    [Fact]
    public void Blocks_OfEveryKindOfDocument_SayItsWords()
    {
        Assert.All(SmallFilm.Documents, document =>
        {
            var blocks = DocumentBlocks.Of(DocumentId.Parse(document), SmallFilm.Of(document).ToJsonString());
            Assert.NotEmpty(blocks);
        });
    }

    [Fact]
    public void Blocks_OfEveryKindThatIsDrafted_AreWritten()
    {
        // A kind without a reading could not be offered anywhere: it fails here and not before a writer.
        var kinds = DocumentTable.Film.Rules.Select(rule => rule.Kind);
        Assert.All(kinds, kind => Assert.IsNotType<ArgumentException>(Record.Exception(() => DocumentBlocks.Of(new(kind, kind is "brief" or "ideas" or "synopsis" or "cast" or "look" or "plot" or "scenes" ? null : "s1"), Sample(kind)))));
    }

    private static string Sample(string kind) => kind switch
    {
        "profile" => SmallFilm.Of("profile:mara").ToJsonString(),
        "dialogue" => SmallFilm.Of("dialogue:s1").ToJsonString(),
        "look" => """{"palette":["slate grey"],"light":"low","lenses":"50","texture":"grain","summary":"cold"}""",
        "shots" => """{"scene":"s1","shots":[{"n":1,"size":"long","angle":"high","move":"pan","lens":35,"action":"She waits.","characters":[],"seconds":4}]}""",
        "portrait" or "frame" => """{"picture":"aa","mediaType":"image/png","width":64,"height":64}""",
        _ => SmallFilm.Of(kind).ToJsonString(),
    };
}

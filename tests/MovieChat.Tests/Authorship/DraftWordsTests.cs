using MovieChat.Core.Authorship;
using MovieChat.Tests.Writing;

namespace MovieChat.Tests.Authorship;

public sealed class DraftWordsTests
{
    public static TheoryData<string> Kinds => ["brief", "ideas", "synopsis", "cast", "look", "profile", "plot", "scenes", "dialogue", "shots"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Words_OfEveryKindOfDocument_AreThere(string kind) => Assert.NotEmpty(DraftWords.Of(GoodFilm.Of(kind).ToJsonString()));

    [Fact]
    public void Words_OfACast_AreThoseOfItsPeople() => Assert.Equal(
        ["41", "grey", "coat", "Mara", "Mara", "of", "the", "river", "protagonist"],
        Told("""{ "characters": [ { "id": "mara", "name": "Mara", "role": "protagonist", "age": 41, "oneLine": "Mara of the river.", "appearance": "41: grey coat." } ] }"""));

    [Fact]
    public void Words_OfAScene_AreNotItsIds() => Assert.Equal(
        ["They", "meet"],
        Told("""{ "scenes": [ { "id": "s1", "number": 1, "purpose": "opening", "characters": ["mara", "jon"], "summary": "They meet.", "position": 0.5 } ] }"""));

    private static IEnumerable<string> Told(string content) => DraftWords.Of(content).Select(word => word.Text);
}

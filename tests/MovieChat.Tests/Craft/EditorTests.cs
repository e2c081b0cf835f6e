using MovieChat.Core.Craft;
using MovieChat.Core.Film;
using static MovieChat.Tests.Craft.SmallFilm;

namespace MovieChat.Tests.Craft;

/// <summary>What an editor points out besides: who knows what, what is planted, wants and turns, formula, the rules of the screen. For each a
/// draft that has the fault, and one that has not.</summary>
public sealed class EditorTests
{
    [Fact]
    public void Knowledge_OfAScenePeopleWereNotIn_IsFlaggedInTheirMouth()
    {
        var note = Assert.Single(OnPage("s3", Say("ilse", "You poured the foundation without steel.")), note => note.Kind == NoteKinds.Knowledge);

        Assert.Contains("Ilse was not there in scene 2", note.Text, StringComparison.Ordinal);
        Assert.Equal(["dialogue:s3", "scenes"], note.Evidence.Select(evidence => evidence.Document));
    }

    [Fact]
    public void Knowledge_OfWhoWasThereOrWasTold_IsFine()
    {
        Assert.Empty(OnPage("s3", Say("ruth", "You poured the foundation without steel.")));
        Assert.Empty(OnPage("s3", [.. Say("ruth", "There's no steel in that foundation."), .. Say("ilse", "No steel. In a foundation.")]));
        Assert.Empty(OnPage("s3", Say("ilse", "Give me the handle.")));
    }

    [Fact]
    public void Knowledge_OfWhatIsFoundOutLater_IsFlagged() =>
        Assert.Contains("finds out only in scene 2", Assert.Single(OnPage("s1", Say("ruth", "That foundation was poured with no steel.")), note => note.Kind == NoteKinds.Knowledge).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("the foundation was poured without steel, on a Sunday, by two masons from the quarry whose brother owned the kiln", "Somebody at the quarry has a foundation to dig.")] // Two words of a long discovery.
    [InlineData("the foundation was poured without steel", "Who poured your foundation? What steel is that?")] // Who asks does not know.
    [InlineData("the skiff was traded for a barrel", "I traded it. For a barrel.")] // One's own deed.
    [InlineData("the boathouse was let to a flood of strangers", "The flood took the boathouse.")] // One's own wound, as the profile tells it.
    [InlineData("in spring thirty-four bolts were missing", "By spring you'll owe me thirty-four crowns.")] // Numbers and seasons.
    public void Knowledge_ByChanceOrOfOnesOwn_IsFine(string found, string line) => Assert.DoesNotContain(OnPage(Found(found), "s3", Say("ilse", line)), note => note.Kind == NoteKinds.Knowledge);

    [Theory]
    [InlineData("the foundation was poured without steel, on a Sunday, by two masons from the quarry whose brother owned the kiln", "Two masons poured your foundation of a Sunday, Bertolt.")]
    [InlineData("the foundation was poured without steel", "Did you pour that foundation with steel in it?")] // A question that holds its answer.
    [InlineData("the skiff was traded for a barrel", "I know. You traded it for a barrel.")]
    [InlineData("in spring thirty-four bolts were missing", "You are missing bolts, thirty-four of them.")]
    public void Knowledge_InSoManyWords_IsFlagged(string found, string line) => Assert.Contains("not there in scene 2", Of(OnPage(Found(found), "s3", Say("ilse", line)), NoteKinds.Knowledge).Text, StringComparison.Ordinal);

    private static Screenplay Found(string what) => Good with
    {
        Scenes = new() { Scenes = [.. Good.Scenes!.Scenes.Select(scene => scene.Learns.Count > 0 ? scene with { Learns = [scene.Learns[0] with { What = what }] } : scene)] },
    };

    [Fact]
    public void Name_HeardOnlyByOthers_IsFlagged()
    {
        var film = Good with { Dialogues = new Dictionary<string, Dialogue> { ["s2"] = Page("s2", Say("bertolt", "It was signed by Quellhorst, in pencil.")) } };

        Assert.Contains("Who told them?", Assert.Single(OnPage(film, "s3", Say("ilse", "I never liked your Quellhorst.")), note => note.Kind == NoteKinds.Knowledge).Text, StringComparison.Ordinal);
        Assert.Empty(OnPage(film, "s3", Say("ruth", "I never liked your Quellhorst.")));
    }

    [Fact]
    public void KnowledgeOf_APerson_IsWhatTheyFoundOutBefore()
    {
        Assert.Equal(["the foundation was poured without steel"], Knowledge.Of(Good, "ruth", "s3"));
        Assert.Empty(Knowledge.Of(Good, "ilse", "s3"));
        Assert.Empty(Knowledge.Of(Good, "ruth", "s2"));
    }

    [Fact]
    public void SetUp_ThatNeverReturns_IsShown() =>
        Assert.Contains("plants 'a red scarf'", Of(OnScenes(2, scene => scene with { SetUps = ["a red scarf"] }), NoteKinds.SetUp).Text, StringComparison.Ordinal);

    [Fact]
    public void SetUp_ThatReturnsInOtherWords_IsFine() => Assert.Empty(OnScenes(4, scene => scene with { PayOffs = ["second key"] }));

    [Fact]
    public void PayOff_OfNothingPlanted_IsShown() =>
        Assert.Contains("which no earlier scene has planted", Of(OnScenes(3, scene => scene with { PayOffs = ["the flare gun"] }), NoteKinds.SetUp).Text, StringComparison.Ordinal);

    [Fact]
    public void SetUp_ThatThePageDoesNotShow_IsShown() => Assert.Contains("nothing on its page shows it", Of(OnPage("s1", Act("Mist.")), NoteKinds.SetUp).Text, StringComparison.Ordinal);

    [Fact]
    public void Want_OfAMainCharacter_IsMissed()
    {
        Assert.Contains("what Ilse and Bertolt want", Of(OnScenes(3, scene => scene with { Wants = [scene.Wants[1]] }), NoteKinds.Want).Text, StringComparison.Ordinal);
        Assert.Empty(OnScenes(3, scene => scene with { Wants = [scene.Wants[0], scene.Wants[2]] }));
    }

    [Theory]
    [InlineData("", "not what they need")]
    [InlineData("The weir, open before midnight.", "just what they want")]
    public void Need_ThatIsMissingOrIsTheWant_IsShown(string need, string text) => Assert.Contains(text, Of(OnProfile(Profile("ilse") with { Need = need }), NoteKinds.Want).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("Nothing changes between them.")]
    [InlineData("The handle is in other hands beside the rope.")]
    public void Turn_ThatIsNone_IsShown(string turn) => Of(OnScenes(3, scene => scene with { Turn = turn }), NoteKinds.Turn);

    [Fact]
    public void Beats_InJustTheUsualPlaces_RaiseTheAlarm()
    {
        var plot = Good.Plot! with { Beats = [Beat("A", 0.045), Beat("B", 0.109), Beat("C", 0.25), Beat("D", 0.5), Beat("E", 0.75), Beat("F", 0.99)] };

        Assert.Contains("5 of 6 beats", Of(OnPlot(plot), NoteKinds.Formula).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Beats_NamedByTheSheet_RaiseTheAlarm() =>
        Of(OnPlot(Good.Plot! with { Beats = [Beat("Opening image", 0.01), Beat("Catalyst", 0.13), Beat("Midpoint", 0.53), Beat("All is lost", 0.71), Beat("Finale", 0.9)] }), NoteKinds.Formula);

    [Fact]
    public void StockName_InACast_RaisesTheAlarm() => Assert.Contains("Sarah", Of(OnCast([.. Good.Cast!.Characters, Person("sarah", "Sarah Blake", "ally", 30)]), NoteKinds.Formula).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("We need to talk.")]
    [InlineData("We’re not so different, you and I.")]
    public void StockPhrase_InALine_RaisesTheAlarm(string line) => Of(OnPage("s3", Say("bertolt", line)), NoteKinds.Formula);

    [Fact]
    public void ScenesOfOneShape_RaiseTheAlarm()
    {
        var list = new SceneList { Scenes = [.. Enumerable.Range(1, 4).Select(number => Good.Scenes!.Scenes[number - 1] with { Purpose = "other", Characters = ["ruth"], Wants = [], Heading = new() { Setting = "INT", Place = "KITCHEN", Time = "DAY" } })] };

        Of(CraftNotes.Of(Good, Scenes, System.Text.Json.JsonSerializer.Serialize(list, FilmJson.Readable.SceneList)), NoteKinds.Formula);
    }

    [Fact]
    public void PagesOfOneShape_RaiseTheAlarm() => Of(OnPage(Alike, "s3", [Act("A lamp."), .. Say("ilse", "No."), .. Say("ruth", "Yes.")]), NoteKinds.Formula);

    private static Screenplay Alike { get; } = Good with { Dialogues = new Dictionary<string, Dialogue> { ["s1"] = Page("s1", [Act("Mist."), .. Say("ilse", "No."), .. Say("janusz", "Yes.")]), ["s2"] = Page("s2", [Act("Rain."), .. Say("ruth", "No."), .. Say("bertolt", "Yes.")]) } };

    [Theory]
    [InlineData("Ilse knows that it is over.", "can not be seen")]
    [InlineData("We see a gate.", "camera")]
    [InlineData("CLOSE ON the handle.", "camera")]
    [InlineData("Ilse walked to the winch.", "present tense")]
    public void Action_ThatNoCameraCanShow_IsFlagged(string action, string text) => Assert.Contains(text, Of(OnPage("s3", Act(action)), NoteKinds.Screen).Text, StringComparison.Ordinal);

    [Fact]
    public void Action_ThatQuotes_IsFine() => Assert.Empty(OnPage("s3", Act("A sign: “We see you.” Under it, in chalk: “Ilse was here.”")));

    [Fact]
    public void Speech_ThatTellsWhatBothKnow_IsFlagged() => Assert.Contains("both know", Of(OnPage("s3", Say("bertolt", "As you know, the meadow is mine.")), NoteKinds.Screen).Text, StringComparison.Ordinal);

    [Fact]
    public void Speech_OfOverFourLines_IsFlagged()
    {
        Of(OnPage("s3", Say("bertolt", GoodSpeech + " And one more thing that I forgot to say.")), NoteKinds.Screen);
        Assert.Empty(OnPage("s3", Say("bertolt", GoodSpeech)));
    }

    private const string GoodSpeech = "I walked up here with a level and a bottle, and I drank the one and looked through the other, and the water is coming.";

    [Fact]
    public void Parentheticals_MoreThanRare_AreFlagged() =>
        Of(OnPage("s3", [.. Say("ilse", "No.", "(low)"), .. Say("ruth", "Yes.", "(lower)"), .. Say("ilse", "Why?", "(lowest)")]), NoteKinds.Screen);

    private static CraftNote Of(IReadOnlyList<CraftNote> notes, string kind) => Assert.Single(notes, note => note.Kind == kind);
}

using MovieChat.Core.Craft;
using MovieChat.Core.Film;
using static MovieChat.Tests.Craft.SmallFilm;

namespace MovieChat.Tests.Craft;

/// <summary>What the film has stated, and drafts that break it: each is told with both places.</summary>
public sealed class ContinuityTests
{
    [Fact]
    public void GoodFilm_OfEveryDocument_HasNoNotes()
    {
        Assert.Empty(OnPage("s1", [.. Good.Dialogues["s1"].Elements]));
        Assert.Empty(OnPage("s2", [.. Good.Dialogues["s2"].Elements]));
        Assert.Empty(OnScenes(1, scene => scene));
        Assert.Empty(OnProfile(Profile("ilse")));
        Assert.Empty(OnPlot(Good.Plot!));
        Assert.Empty(OnCast([.. Good.Cast!.Characters]));
    }

    [Theory]
    [InlineData("Ilse (49) climbs the ladder.", "49")]
    [InlineData("ILSE, forty-nine, climbs the ladder.", "49")]
    [InlineData("The 49-year-old Ilse climbs.", "49")]
    [InlineData("Forty-nine years old Ilse climbs.", "49")]
    [InlineData("Ilse is only 49 years old.", "49")]
    public void Age_OtherThanTheCasts_IsShownWithBothPlaces(string action, string age)
    {
        var note = Only(OnPage("s3", Act(action)), NoteKinds.Continuity);

        Assert.Equal($"Ilse is {age} here and 52 elsewhere.", note.Text);
        Assert.Equal(["dialogue:s3", "cast"], note.Evidence.Select(evidence => evidence.Document));
        Assert.Equal(action, note.Evidence[0].Quote);
    }

    [Theory]
    [InlineData("Ilse (52) climbs the ladder.")]
    [InlineData("Ilse, fifty-two, climbs.")]
    [InlineData("Ilse lifts 49 sacks.")]
    [InlineData("Ilse counts them. Forty-nine years of it.")]
    public void Age_ThatIsRightOrNone_IsNoNote(string action) => Assert.DoesNotContain(OnPage("s3", Act(action)), note => note.Kind == NoteKinds.Continuity);

    [Theory]
    [InlineData("Bertolt, Ilse's husband, shuts the door.")]
    [InlineData("Ilse's son Bertolt shuts the door.")]
    [InlineData("Ilse, Bertolt's daughter, shuts the door.")]
    [InlineData("Bertolt is the uncle of Ilse.")]
    public void Kinship_OtherThanTheProfiles_IsShown(string action)
    {
        var note = Only(OnPage("s3", Act(action)), NoteKinds.Continuity, "is the");

        Assert.Contains("profile:ilse", note.Evidence.Select(evidence => evidence.Document));
    }

    [Theory]
    [InlineData("Bertolt, Ilse's brother, shuts the door.")]
    [InlineData("Ilse is Bertolt's sister.")]
    [InlineData("Ruth, Ilse's daughter, shuts the door.")]
    public void Kinship_ThatAgrees_IsNoNote(string action) => Assert.Empty(OnPage("s3", Act(action)));

    [Fact]
    public void Parent_HardlyOlderThanTheChild_IsShown() =>
        Assert.Contains("whose parent that is", Only(OnPage("s3", Act("Bertolt, Janusz's father, waits.")), NoteKinds.Continuity).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("s4", "Sunlight lies on the gate.", "night")]
    [InlineData("s3", "Moonlight on the handle.", "day")]
    public void Light_OfAnotherTime_IsShown(string scene, string action, string time)
    {
        var note = Only(OnPage(scene, Act(action)), NoteKinds.Continuity);

        Assert.Contains($"by {time}", note.Text, StringComparison.Ordinal);
        Assert.Equal([$"dialogue:{scene}", "scenes"], note.Evidence.Select(evidence => evidence.Document));
    }

    [Fact]
    public void Wound_OnTheOtherSide_IsShown()
    {
        var film = With("s1", Act("Ilse's left hand is bandaged."));

        Assert.Contains("right hand", Only(OnPage(film, "s3", Act("A bandage on Ilse's right hand.")), NoteKinds.Continuity).Text, StringComparison.Ordinal);
        Assert.Empty(OnPage(film, "s3", Act("A bandage on Ilse's left hand.")));
    }

    [Fact]
    public void TheDead_InALaterScene_AreShownUnlessItIsAnotherTime()
    {
        var film = With("s1", Act("Janusz dies with a hand on the winch."));

        Assert.Contains("Janusz has died", Only(OnPage(film, "s4", Act("The gate goes up.")), NoteKinds.Continuity).Text, StringComparison.Ordinal);
        var earlier = film with { Scenes = new() { Scenes = [.. film.Scenes!.Scenes.Select(scene => scene.Number == 4 ? scene with { Heading = scene.Heading with { Time = "DAY (FLASHBACK)" } } : scene)] } };
        Assert.DoesNotContain(OnPage(earlier, "s4", Act("The gate goes up.")), note => note.Kind == NoteKinds.Continuity);
    }

    [Fact]
    public void Thing_InOtherHandsThanWhereItWas_IsShown()
    {
        var film = With("s1", Act("Janusz pockets the brass key."));

        Assert.Contains("it was Janusz who had it last", Only(OnPage(film, "s3", Act("Bertolt pulls out the brass key.")), NoteKinds.Continuity).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(OnPage(film, "s3", Act("Janusz hands Bertolt the brass key."), Act("Bertolt holds up the brass key.")), note => note.Kind == NoteKinds.Continuity);
        Assert.DoesNotContain(OnPage(film, "s4", Act("Janusz pulls out the brass key.")), note => note.Kind == NoteKinds.Continuity);
    }

    [Fact]
    public void Thing_ThatWasDestroyed_DoesNotComeBack() =>
        Assert.Contains("was destroyed before", Only(OnPage(With("s1", Act("Ilse burns the letter.")), "s3", Act("Bertolt unfolds the letter.")), NoteKinds.Continuity).Text, StringComparison.Ordinal);

    [Fact]
    public void Name_AlmostOfTheCast_IsShown()
    {
        Assert.Contains("'Bertold' is almost 'Bertolt'", Only(OnPage("s3", Act("Behind her Bertold waits.")), NoteKinds.Continuity).Text, StringComparison.Ordinal);
        Assert.Empty(OnPage("s3", Act("Behind her stands Bertolt's lamp.")));
    }

    [Fact]
    public void Cue_ByAnotherName_IsShown() =>
        Assert.Contains("calls Bertolt 'BERTL'", Only(OnPage("s3", new Element { Type = "character", Text = "BERTL", Character = "bertolt" }, new() { Type = "dialogue", Text = "Out." }), NoteKinds.Continuity).Text, StringComparison.Ordinal);

    [Fact]
    public void Place_AlmostAnother_IsShown() =>
        Assert.Contains("one place, or two?", Only(OnScenes(3, scene => scene with { Heading = scene.Heading with { Place = "KITCHAN" } }), NoteKinds.Continuity).Text, StringComparison.Ordinal);

    [Fact]
    public void Person_AtTwoPlacesAtTheSameTime_IsShown() =>
        Assert.Contains("Bertolt is at two places", Only(OnScenes(3, scene => scene with { Characters = ["bertolt"], Wants = [scene.Wants[^1]], Heading = scene.Heading with { Time = "SAME TIME" } }), NoteKinds.Continuity).Text, StringComparison.Ordinal);

    [Fact]
    public void Note_InAnotherDraft_KeepsItsId() =>
        Assert.Equal(OnPage("s3", Act("Ilse (49) waits."))[0].Id, OnPage("s3", Act("Rain. Ilse (49) still waits."), Act("Nothing."))[0].Id);

    [Fact]
    public void Film_InAnotherLanguage_IsNotReadByEnglishRules() =>
        Assert.Empty(OnPage(Good with { Brief = new() { Language = "Polish" } }, "s3", Act("Ilse (49) knows it was over.")));

    private static Screenplay With(string scene, params Element[] elements) =>
        Good with { Dialogues = new Dictionary<string, Dialogue>(Good.Dialogues) { [scene] = Page(scene, [.. Good.Dialogues[scene].Elements, .. elements]) } };

    private static CraftNote Only(IReadOnlyList<CraftNote> notes, string kind, string part = "") =>
        Assert.Single(notes, note => note.Kind == kind && note.Text.Contains(part, StringComparison.Ordinal));
}

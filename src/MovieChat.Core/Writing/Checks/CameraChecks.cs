using MovieChat.Core.Film;

namespace MovieChat.Core.Writing.Checks;

/// <summary>What a look, a shot list and a picture must be.</summary>
internal static class CameraChecks
{
    /// <summary>Most shots of one scene. More are a scene that wants to be two.</summary>
    private const int MostShots = 60;

    private const double MostSeconds = 600;

    public static void Look(Look look, FaultList faults)
    {
        faults.Items("palette", look.Palette.Count, 2, 12);
        faults.Texts("palette", look.Palette, 12);
        faults.Text("light", look.Light, 2_000);
        faults.Text("lenses", look.Lenses, 2_000);
        faults.Text("texture", look.Texture, 2_000);
        faults.Texts("references", look.References, 20);
        faults.Text("summary", look.Summary, 2_000);
        faults.When(!AspectRatios.All.Contains(look.AspectRatio), "aspectRatio", $"'{FaultList.Shown(look.AspectRatio)}' is none of {string.Join(", ", AspectRatios.All)}.");
    }

    public static void Shots(ShotList list, string? key, Screenplay film, FaultList faults)
    {
        faults.When(list.Scene != key, "scene", $"is '{FaultList.Shown(list.Scene)}': these are the shots of scene '{key}'.");
        faults.Items("shots", list.Shots.Count, 1, MostShots);
        var people = key is null ? null : film.SceneById(key)?.Characters;
        foreach (var (place, shot) in list.Shots.Index()) Shot($"shots[{place}]", shot, people, faults);
        foreach (var twice in list.Shots.GroupBy(shot => shot.N).Where(group => group.Count() > 1))
        {
            faults.Add("shots", $"the number {twice.Key} is used {twice.Count()} times: every shot has its own.");
        }
    }

    /// <summary>A portrait or a frame as JSON. Whether its picture is there is for whoever has the pictures.</summary>
    public static void Picture(Picture picture, FaultList faults)
    {
        faults.When(!Pictures.IsHash(picture.Hash), "picture", $"'{FaultList.Shown(picture.Hash)}' is no SHA-256 of a picture's bytes: send the picture to …/pictures first, and give the 'picture' of the answer.");
        faults.When(!Pictures.MediaTypes.Contains(picture.MediaType), "mediaType", $"'{FaultList.Shown(picture.MediaType)}' is none of {string.Join(", ", Pictures.MediaTypes)}.");
        faults.When(picture.Width is < 1 or > Pictures.MostSide, "width", $"is {picture.Width}: a picture is 1 to {Pictures.MostSide} pixels wide.");
        faults.When(picture.Height is < 1 or > Pictures.MostSide, "height", $"is {picture.Height}: a picture is 1 to {Pictures.MostSide} pixels high.");
        faults.Bounded("prompt", picture.Prompt, Pictures.MostPrompt);
        faults.Items("references", picture.References.Count, 0, Pictures.MostReferences);
        foreach (var (place, reference) in picture.References.Index())
        {
            faults.When(!Pictures.IsHash(reference.Picture), $"references[{place}].picture", $"'{FaultList.Shown(reference.Picture)}' is no SHA-256 of a picture's bytes.");
        }
    }

    private static void Shot(string path, Shot shot, IReadOnlyList<string>? people, FaultList faults)
    {
        faults.When(shot.N is < 1 or > 1_000, $"{path}.n", $"is {shot.N}: shots count from 1.");
        faults.Word($"{path}.size", shot.Size, ShotWords.Sizes);
        faults.Word($"{path}.angle", shot.Angle, ShotWords.Angles);
        faults.Word($"{path}.move", shot.Move, ShotWords.Moves);
        faults.When(!ShotWords.Lenses.Contains(shot.Lens), $"{path}.lens", $"is {shot.Lens}: a lens is one of {string.Join(", ", ShotWords.Lenses)} mm.");
        faults.Text($"{path}.action", shot.Action, 2_000);
        faults.Bounded($"{path}.line", shot.Line, 2_000);
        faults.When(shot.Seconds is not (> 0 and <= MostSeconds), $"{path}.seconds", $"is {shot.Seconds}: a shot stays for more than 0 and at most {MostSeconds} seconds.");
        faults.Items($"{path}.characters", shot.Characters.Count, 0, 50);
        foreach (var stranger in shot.Characters.Where(id => people is not null && !people.Contains(id)))
        {
            faults.Add($"{path}.characters", $"'{FaultList.Shown(stranger)}' is not in the scene: {FaultList.People(people!)}.");
        }
    }
}

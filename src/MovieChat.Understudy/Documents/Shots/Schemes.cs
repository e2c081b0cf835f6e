namespace MovieChat.Understudy.Documents.Shots;

/// <summary>In which order a director covers a talk: no two scenes by the same one.</summary>
internal static class Schemes
{
    private static readonly string[][] All =
    [
        ["two", "over", "over", "speaks", "listens"],
        ["speaks", "listens", "two", "speaks", "over"],
        ["over", "speaks", "listens", "speaks", "two"],
        ["listens", "two", "speaks", "over", "speaks"],
        ["two", "speaks", "speaks", "listens", "over"],
        ["speaks", "over", "two", "listens", "speaks"],
        ["over", "over", "speaks", "two", "listens"],
    ];

    public static IReadOnlyList<string> Of(Stage stage) =>
        All[(stage.Scene.Number + stage.Story.ForProject("schemes").Below(All.Length) + (stage.Story.IsFirstAnswer ? 0 : stage.Draw.Below(All.Length))) % All.Length];
}

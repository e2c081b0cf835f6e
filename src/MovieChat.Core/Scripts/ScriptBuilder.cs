using System.Text;
using MovieChat.Core.Exports;
using MovieChat.Core.Film;

namespace MovieChat.Core.Scripts;

/// <summary>Puts a script together from what a file holds, element by element. Texts are cleaned as the exports clean them, so that what was exported
/// comes back as it was.</summary>
internal sealed class ScriptBuilder
{
    /// <summary>Most remarks: a file full of notes tells no more.</summary>
    private const int MostRemarks = 50;

    /// <summary>Most characters of a heading: beyond what the rules of a film let stand, so that they can say what is too long.</summary>
    private const int MostHeading = 400;

    private readonly List<ScriptScene> scenes = [];
    private readonly List<ScriptRemark> remarks = [];
    private readonly List<ScriptElement> elements = [];
    private readonly StringBuilder summary = new();
    private ScriptScene? scene;

    public string Title { get; set; } = "";

    /// <summary>Begins a scene. What stood before the first one belongs to it. A heading that names no setting, such as a montage's, is action of the scene that it stands in.</summary>
    public void AddHeading(string text, string? number, int line)
    {
        var heading = CleanText.Line(text);
        if (heading.Length > MostHeading || HeadingText.Read(heading) is null)
        {
            var why = heading.Length > MostHeading ? "is too long for a heading" : "names neither INT nor EXT";
            Remark(line, $"'{Excerpt.Of(heading, 60)}' {why}: it stands as action in its scene.");
            Add(ElementTypes.Action, heading, line);
            return;
        }

        if (scene is not null) EndScene();
        scene = new(heading, string.IsNullOrWhiteSpace(number) ? null : number.Trim(), "", [], line);
    }

    public void AddSummary(string text)
    {
        var more = CleanText.Line(text);
        if (scene is null || more.Length == 0) return;
        if (summary.Length > 0) summary.Append(' ');
        summary.Append(more);
    }

    /// <param name="type">One of <see cref="ElementTypes"/>.</param>
    public void Add(string type, string text, int line)
    {
        var clean = Clean(type, text);
        if (clean.Length > 0) elements.Add(new(type, clean, line));
    }

    public void Remark(int line, string text)
    {
        if (remarks.Count < MostRemarks) remarks.Add(new(line, text));
    }

    public Script Build()
    {
        if (scene is not null) EndScene();
        return new(CleanText.Line(Title), [.. scenes], [.. remarks.OrderBy(remark => remark.Line)]);
    }

    private void EndScene()
    {
        scenes.Add(scene! with { Summary = summary.ToString(), Elements = Speeches.InOrder(elements) });
        summary.Clear();
        elements.Clear();
    }

    private static string Clean(string type, string text) => type switch
    {
        ElementTypes.Action => CleanText.Indented(text),
        ElementTypes.Dialogue => CleanText.Block(text),
        ElementTypes.Parenthetical => FairCopy.Bracketed(CleanText.Line(text)),
        _ => CleanText.Line(text),
    };
}

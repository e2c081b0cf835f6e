using MovieChat.Core.Film;

namespace MovieChat.Core.Exports.Storyboards;

/// <summary>What one person says, in one line: <c>MARA: Go.</c> How it is to be said is for the script.</summary>
/// <param name="Person">The id of who speaks; null when the cast has nobody of that name.</param>
internal sealed record Speech(string? Person, string Text)
{
    public static IReadOnlyList<Speech> Of(Screenplay film, Dialogue dialogue)
    {
        var speeches = new List<Speech>();
        var cue = "";
        foreach (var element in FairCopy.Of(film, dialogue))
        {
            if (element.Type == ElementTypes.Character) cue = element.Text;
            if (element.Type == ElementTypes.Dialogue) speeches.Add(new(element.Character ?? PersonOf(film, cue), $"{cue}: {CleanText.Line(element.Text)}"));
        }
        return speeches;
    }

    /// <summary>By the name before an extension such as <c>(V.O.)</c>.</summary>
    private static string? PersonOf(Screenplay film, string cue)
    {
        var name = cue.Split('(')[0].Trim();
        return film.Cast?.Characters.FirstOrDefault(person => CleanText.Line(person.Name).Equals(name, StringComparison.OrdinalIgnoreCase))?.Id;
    }
}

using MovieChat.Core.Film;

namespace MovieChat.Core.Scripts.Comparing;

/// <summary>What happens in a scene, in the script's own words.</summary>
internal static class SceneSummary
{
    private const int Sentences = 3, MostText = 400;

    /// <summary>The first sentences of its action. Without any, that it is talk, or nothing but a heading.</summary>
    public static string Of(ScriptScene scene)
    {
        var action = string.Join(' ', scene.Elements.Where(element => element.Type == ElementTypes.Action).Select(element => element.Text.Replace('\n', ' ').Trim()).Take(Sentences));
        if (action.Length == 0) return scene.Elements.Count > 0 ? "The people in it talk; the script tells of nothing else." : "The script has the heading alone.";
        var end = 0;
        for (var sentences = 0; end < action.Length && sentences < Sentences; end++)
        {
            if (action[end] is '.' or '!' or '?' && (end + 1 == action.Length || action[end + 1] == ' ')) sentences++;
        }

        return Excerpt.Of(action[..end], MostText);
    }
}

using MovieChat.Core.Film;

namespace MovieChat.Core.Scripts.Comparing;

/// <summary>A scene of a script as a film's dialogue.</summary>
internal static class DialogueText
{
    /// <param name="before">What the film has; its fields that nobody knows stay. Null without one.</param>
    /// <param name="idOf">Who speaks under a cue.</param>
    public static Dialogue Of(string scene, IReadOnlyList<ScriptElement> told, Dialogue? before, Func<string, string> idOf)
    {
        var elements = new List<Element>(told.Count);
        string? speaker = null;
        foreach (var element in told)
        {
            speaker = element.Type switch
            {
                ElementTypes.Character => idOf(element.Text),
                ElementTypes.Parenthetical or ElementTypes.Dialogue => speaker,
                _ => null,
            };
            elements.Add(new() { Type = element.Type, Text = element.Text, Character = speaker, Unknown = Original(before, element)?.Unknown });
        }

        return before is null ? new() { Scene = scene, Elements = elements } : before with { Elements = elements };
    }

    private static Element? Original(Dialogue? before, ScriptElement told) =>
        before?.Elements.FirstOrDefault(element => element.Unknown is { Count: > 0 } && element.Type == told.Type && element.Text == told.Text);
}

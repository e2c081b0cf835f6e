using MovieChat.Core.Exports;
using MovieChat.Core.Film;

namespace MovieChat.Core.Scripts;

/// <summary>Takes a Fountain file as a script. Emphasis is left out, because a film's texts are literal; notes, boneyards, sections and page breaks are no part
/// of the film; lyrics are dialogue where somebody speaks and else action, centred lines are action; of dual dialogue one speech follows the other.</summary>
internal static class FountainScriptReader
{
    public static Script Read(string text)
    {
        var fountain = FountainReader.Read(text);
        var script = new ScriptBuilder { Title = fountain.TitleValue("title") ?? "" };
        var isInSection = true;
        foreach (var element in fountain.Elements)
        {
            switch (element.Kind)
            {
                case FountainKind.SceneHeading:
                    script.AddHeading(element.Text, element.SceneNumber, element.Line);
                    isInSection = false;
                    break;
                case FountainKind.Section: isInSection = true; break;
                // Below a section, a synopsis tells of the section.
                case FountainKind.Synopsis when !isInSection: script.AddSummary(element.Text); break;
                case FountainKind.Note: script.Remark(element.Line, "A note is no part of the film: it was left out."); break;
                case FountainKind.Character:
                    if (element.IsDual) script.Remark(element.Line, "Of dual dialogue, one speech follows the other.");
                    script.Add(ElementTypes.Character, element.Text, element.Line);
                    break;
                case FountainKind.Lyrics: script.Add(element.IsSpoken ? ElementTypes.Dialogue : ElementTypes.Action, element.Text, element.Line); break;
                case FountainKind.Parenthetical: script.Add(ElementTypes.Parenthetical, element.Text, element.Line); break;
                case FountainKind.Dialogue: script.Add(ElementTypes.Dialogue, element.Text, element.Line); break;
                case FountainKind.Transition: script.Add(ElementTypes.Transition, element.Text, element.Line); break;
                case FountainKind.Action or FountainKind.Centered: script.Add(ElementTypes.Action, element.Text, element.Line); break;
            }
        }

        return script.Build();
    }
}

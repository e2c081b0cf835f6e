using MovieChat.Core.Film;

namespace MovieChat.Tests.Exports;

/// <summary>Films as short as a test can say them.</summary>
internal static class Films
{
    public static Element Action(string text) => new() { Type = ElementTypes.Action, Text = text };
    public static Element Cue(string text, string? person = null) => new() { Type = ElementTypes.Character, Text = text, Character = person };
    public static Element Parenthetical(string text, string? person = null) => new() { Type = ElementTypes.Parenthetical, Text = text, Character = person };
    public static Element Line(string text, string? person = null) => new() { Type = ElementTypes.Dialogue, Text = text, Character = person };
    public static Element Transition(string text) => new() { Type = ElementTypes.Transition, Text = text };

    public static Scene Scene(int number, string setting, string place, string time = "DAY", string summary = "") => new()
    {
        Id = $"s{number}",
        Number = number,
        Heading = new SceneHeading { Setting = setting, Place = place, Time = time },
        Purpose = "other",
        Characters = [],
        Summary = summary,
        Position = 0,
    };

    public static Character Person(string id, string name) =>
        new() { Id = id, Name = name, Role = "ally", Age = 40, OneLine = "", Appearance = "" };

    /// <summary>A film of one scene, <c>INT. KITCHEN - DAY</c>, with these elements.</summary>
    public static Screenplay OfElements(params IEnumerable<Element> elements) => Of((Scene(1, "INT", "Kitchen"), [.. elements]));

    public static Screenplay Of(params IEnumerable<(Scene Scene, Element[] Elements)> scenes) => new()
    {
        Scenes = new SceneList { Scenes = [.. scenes.Select(one => one.Scene)] },
        Dialogues = scenes.Where(one => one.Elements.Length > 0).ToDictionary(
            one => one.Scene.Id, one => new Dialogue { Scene = one.Scene.Id, Elements = one.Elements }),
    };
}

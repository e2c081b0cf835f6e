using System.Text;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Scripts;
using MovieChat.Core.Scripts.Comparing;

namespace MovieChat.Tests.Scripts;

/// <summary>Scripts as short as a test can say them.</summary>
internal static class ScriptOf
{
    public static Script Fountain(string text) => ScriptReader.Read(Encoding.UTF8.GetBytes(text), ScriptFormat.Fountain);

    public static Script Fdx(string content) => ScriptReader.Read(Encoding.UTF8.GetBytes(Whole(content)), ScriptFormat.Fdx);

    /// <param name="content">The paragraphs.</param>
    public static string Whole(string content) => $"""<?xml version="1.0" encoding="UTF-8" standalone="no"?><FinalDraft DocumentType="Script" Template="No" Version="1"><Content>{content}</Content></FinalDraft>""";

    public static string Paragraph(string type, string text) => $"""<Paragraph Type="{type}"><Text>{text}</Text></Paragraph>""";

    public static UnreadableScriptException Refused(byte[] bytes, ScriptFormat format) => Assert.Throws<UnreadableScriptException>(() => ScriptReader.Read(bytes, format));

    public static ScriptDifference Compare(string fountain, Screenplay film) => Compare(Fountain(fountain), film);

    public static ScriptDifference Compare(Script script, Screenplay film) => ScriptComparison.Compare(script, film, []);

    public static ScriptChange Change(this ScriptDifference difference, string document) => Assert.Single(difference.Changes, change => change.Document == DocumentId.Parse(document));

    public static IEnumerable<string> Told(this ScriptDifference difference) => difference.Changes.Select(change => $"{change.Kind} {change.Document}");

    public static IEnumerable<string> Told(this ScriptScene scene) => scene.Elements.Select(element => $"{element.Type}: {element.Text}");

    /// <summary>The film with what a script changes taken.</summary>
    public static Screenplay Taken(this Screenplay film, ScriptDifference difference) =>
        difference.Changes.Where(change => change.Content is not null).Aggregate(film, (after, change) => Core.Writing.FilmAssembly.With(after, change.Document, change.Content!));
}

using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Studio.Tests;

/// <summary>The film of words that most of these tests are about.</summary>
internal static class Films
{
    /// <summary>Begins the film from its brief.</summary>
    /// <returns>Its id.</returns>
    public static Task<string> BeginFilmAsync(this Client writer) => writer.BeginAsync("Return Fare", new JsonObject { ["notes"] = "A ferry captain must choose.", ["lengthMinutes"] = 20 });

    /// <summary>The film of a new writer, whose documents are approved up to the first one that begins with <paramref name="until"/>, which awaits.</summary>
    public static async Task<(Client Writer, string Project)> FilmAsync(this HeadFixture head, string until = "ideas")
    {
        var writer = await head.NewWriterAsync();
        var project = await writer.BeginFilmAsync();
        await writer.ApproveUntilAsync(project, state => state.Texts("awaiting").Any(document => document.StartsWith(until, StringComparison.Ordinal)));
        return (writer, project);
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using MovieChat.Workflows.Projects;

namespace MovieChat.Bench;

internal static class Briefs
{
    private static readonly string[] Genres = ["drama", "thriller", "comedy", "romance", "science fiction", "crime"];

    /// <summary>A brief that differs by title.</summary>
    public static StartRequest Of(string title, int minutes) => new()
    {
        Title = title,
        Brief = JsonSerializer.SerializeToElement(new JsonObject
        {
            ["genres"] = new JsonArray(Genres[title.Length % Genres.Length]),
            ["message"] = "Nobody is too late to say it.",
            ["lengthMinutes"] = minutes,
        }),
    };
}

using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace MovieChat.Tests.Web;

/// <summary>What is sent and what comes back.</summary>
internal static class Json
{
    public static readonly object Brief = new
    {
        genres = new[] { "drama" },
        tone = "quiet",
        likes = Array.Empty<string>(),
        message = "Home is who waits for you.",
        audience = "everybody",
        lengthMinutes = 90,
        language = "English",
        avoid = Array.Empty<string>(),
        notes = "",
    };

    public static StringContent Of(object value) => Text(System.Text.Json.JsonSerializer.Serialize(value));

    public static StringContent Text(string json) => new(json, Encoding.UTF8, "application/json");

    public static StringContent Script(string fountain) => new(fountain, Encoding.UTF8, "text/plain");

    public static async Task<JsonNode> ReadAsync(this HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(expected == answer.StatusCode, $"{(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>A problem, with what every problem has.</summary>
    public static async Task<JsonNode> ProblemAsync(this HttpResponseMessage answer, HttpStatusCode expected, string kind)
    {
        var problem = await answer.ReadAsync(expected);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"/problems/{kind}", problem.Text("type"));
        Assert.Equal((int)expected, (int)problem["status"]!);
        Assert.NotEmpty(problem.Text("title"));
        Assert.NotEmpty(problem.Text("detail"));
        return problem;
    }

    public static string Text(this JsonNode node, string name) => (string)node[name]!;

    public static JsonNode Document(this JsonNode project, string id) => project["documents"]!.AsArray().Single(document => document!.Text("id") == id)!;

    public static Task<string> TextAsync(this HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();

    public static string Id(this string address) => address.Split('/')[^1];
}

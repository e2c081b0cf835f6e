using static System.Net.HttpStatusCode;
using static MovieChat.Tests.Access.Reach;

namespace MovieChat.Tests.Access;

/// <summary>Every route of the front door, and whom it answers. A route that is mapped and not listed here fails a test.</summary>
internal static class Routes
{
    private const string Project = "/api/projects/{project}";
    private const string Document = Project + "/documents/{document}";
    private const string Chat = Project + "/chats/{chat}";
    private const string Fact = Project + "/facts/{fact}";
    private const string Brief = Project + "/documents/brief";

    public static IReadOnlyList<string> Methods { get; } = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"];

    /// <summary>Whatever answers to GET answers to HEAD alike.</summary>
    public static IReadOnlyList<Route> All => field ??= [.. Listed.SelectMany(route => route.Method == "GET" ? [route, route with { Method = "HEAD" }] : new[] { route })];

    private static IReadOnlyList<Route> Listed { get; } =
    [
        new("GET", "/healthz", "/healthz", Anybody, OK),
        new("GET", "/", "/", Anybody, Found),
        new("GET", "/openapi/v1.json", "/openapi/v1.json", Anybody, OK),
        new("GET", "/reference/{documentName?}", "/reference/", Anybody, OK),
        new("GET", "/reference/scalar.js", "/reference/scalar.js", Anybody, OK),
        new("GET", "/reference/scalar.aspnetcore.js", "/reference/scalar.aspnetcore.js", Anybody, OK),
        new("GET", "/reference/favicon.svg", "/reference/favicon.svg", Anybody, OK),
        new("POST", "/api/projects", "/api/projects", Writers, Created, """{"title":"The Lighthouse"}"""),
        new("GET", "/api/projects", "/api/projects", Writers, OK),
        new("GET", Project, Project, ItsWriter, OK),
        new("DELETE", Project, Project, ItsWriter, NoContent),
        new("POST", Project + "/pause", Project + "/pause", ItsWriter, OK),
        new("POST", Project + "/resume", Project + "/resume", ItsWriter, OK),
        new("PUT", Project + "/budget", Project + "/budget", ItsWriter, OK, """{"tokens":5000}"""),
        new("POST", Project + "/fork", Project + "/fork", ItsWriter, Created, """{"title":"Copy"}"""),
        new("GET", Document, Brief, ItsWriter, OK),
        new("GET", Document + "/drafts", Brief + "/drafts", ItsWriter, OK),
        new("GET", Document + "/drafts/{number:int}", Brief + "/drafts/1", ItsWriter, OK),
        new("POST", Document + "/decisions", Brief + "/decisions", ItsWriter, Accepted, """{"verb":"reopen","draft":1}"""),
        new("GET", Project + "/journal", Project + "/journal", ItsWriter, OK),
        new("GET", Project + "/events", Project + "/events", ItsWriter, OK),
        new("GET", Project + "/exports/{export}", Project + "/exports/fountain", ItsWriter, OK),
        new("POST", Project + "/chats", Project + "/chats", ItsWriter, Created, "{}"),
        new("GET", Project + "/chats", Project + "/chats", ItsWriter, OK),
        new("GET", Chat, Chat, ItsWriter, OK),
        new("PATCH", Chat, Chat, ItsWriter, OK, """{"title":"Another"}"""),
        new("DELETE", Chat, Chat, ItsWriter, NoContent),
        new("POST", Chat + "/branch", Chat + "/branch", ItsWriter, Created, """{"message":2}"""),
        new("GET", Chat + "/transcript.md", Chat + "/transcript.md", ItsWriter, OK),
        new("GET", Chat + "/messages", Chat + "/messages", ItsWriter, OK),
        new("POST", Chat + "/messages", Chat + "/messages", ItsWriter, OK, """{"text":"Where are we?"}"""),
        new("GET", Chat + "/turns/{turn}", Chat + "/turns/{turn}", ItsWriter, OK),
        new("POST", Chat + "/turns/{turn}/stop", Chat + "/turns/{turn}/stop", ItsWriter, OK),
        new("GET", Project + "/facts", Project + "/facts", ItsWriter, OK),
        new("POST", Project + "/facts", Project + "/facts", ItsWriter, Created, """{"text":"It never snows."}"""),
        new("PUT", Fact, Fact, ItsWriter, OK, """{"text":"It snows once."}"""),
        new("DELETE", Fact, Fact, ItsWriter, NoContent),
        new("POST", "/api/keys", "/api/keys", Owner, Created, """{"writer":"wren","name":"laptop"}"""),
        new("GET", "/api/keys", "/api/keys", Owner, OK),
        new("DELETE", "/api/keys/{id}", "/api/keys/{key}", Owner, NoContent),
    ];
}

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
    private const string Import = Project + "/imports/{import}";

    private const string Subscription = Project + "/subscriptions/{subscription}";

    /// <summary>Stands for the body of a route that takes the bytes of a picture.</summary>
    public const string Picture = "<picture>";

    private const string Brief = Project + "/documents/brief";

    public static IReadOnlyList<string> Methods { get; } = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"];

    /// <summary>Whatever answers to GET answers to HEAD alike.</summary>
    public static IReadOnlyList<Route> All => field ??= [.. Listed.SelectMany(route => route.Method == "GET" ? [route, route with { Method = "HEAD" }] : new[] { route })];

    private static IReadOnlyList<Route> Listed { get; } =
    [
        new("GET", "/healthz", "/healthz", Anybody, OK),
        new("GET", "/", "/", Anybody, OK),
        new("GET", "/films/{**rest}", "/films/x/documents/plot", Anybody, OK),
        new("GET", "/studio/{**path}", "/studio/index.html", Anybody, OK),
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
        new("PUT", Project + "/title-page", Project + "/title-page", ItsWriter, OK, """{"title":"The Last Light"}"""),
        new("POST", Project + "/fork", Project + "/fork", ItsWriter, Created, """{"title":"Copy"}"""),
        new("GET", Document, Brief, ItsWriter, OK),
        new("GET", Document + "/drafts", Brief + "/drafts", ItsWriter, OK),
        new("GET", Document + "/drafts/{number:int}", Brief + "/drafts/1", ItsWriter, OK),
        new("POST", Document + "/decisions", Brief + "/decisions", ItsWriter, Accepted, """{"verb":"reopen","draft":1}"""),
        new("GET", Project + "/journal", Project + "/journal", ItsWriter, OK),
        new("GET", Project + "/events", Project + "/events", ItsWriter, OK),
        new("POST", Project + "/imports", Project + "/imports", ItsWriter, Created, "INT. PIER - DAY\n\nRain.\n\nEXT. PIER - NIGHT\n\nMore rain.\n") { MediaType = "text/plain" },
        new("GET", Project + "/imports", Project + "/imports", ItsWriter, OK),
        new("GET", Import, Import, ItsWriter, OK),
        new("DELETE", Import, Import, ItsWriter, NoContent),
        new("POST", Import + "/decisions", Import + "/decisions", ItsWriter, Accepted, """{"verb":"approve","revision":1}"""),
        new("GET", Project + "/exports/{export}", Project + "/exports/fountain", ItsWriter, OK),
        new("GET", Project + "/insights", Project + "/insights", ItsWriter, OK),
        new("GET", Project + "/insights/{chart}", Project + "/insights/tension.svg", ItsWriter, OK),
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
        new("POST", Project + "/pictures", Project + "/pictures", ItsWriter, Created, Picture),
        new("GET", Project + "/pictures/{hash}", Project + "/pictures/{picture}", ItsWriter, OK),
        new("POST", Project + "/subscriptions", Project + "/subscriptions", ItsWriter, Created, """{"kind":"webhook","url":"https://example.com/"}"""),
        new("GET", Project + "/subscriptions", Project + "/subscriptions", ItsWriter, OK),
        new("GET", Subscription, Subscription, ItsWriter, OK),
        new("PATCH", Subscription, Subscription, ItsWriter, OK, """{"events":["film.complete"]}"""),
        new("DELETE", Subscription, Subscription, ItsWriter, NoContent),
        new("POST", Subscription + "/secret", Subscription + "/secret", ItsWriter, OK, "{}"),
        new("GET", Subscription + "/undelivered", Subscription + "/undelivered", ItsWriter, OK),
        new("POST", Subscription + "/undelivered/replay", Subscription + "/undelivered/replay", ItsWriter, OK),
        new("POST", Subscription + "/undelivered/{sequence:long}/replay", Subscription + "/undelivered/7/replay", ItsWriter, NotFound) { Kind = "unknown-delivery" },
        new("POST", Document + "/links", Brief + "/links", ItsWriter, UnprocessableEntity, "{}") { Kind = "verb-does-not-fit" },
        new("GET", Project + "/links", Project + "/links", ItsWriter, OK),
        new("DELETE", Project + "/links/{link}", Project + "/links/{link}", ItsWriter, NoContent),
        new("POST", "/api/bindings", "/api/bindings", Writers, UnprocessableEntity, """{"link":"https://film.example/bind/x.y"}""") { Kind = "invalid-value" },
        new("GET", "/api/bindings", "/api/bindings", Writers, OK),
        new("DELETE", "/api/bindings/{binding}", "/api/bindings/0123456789abcdef", Writers, NotFound) { Kind = "unknown-binding" },
        new("GET", "/a/{token}", "{page}", Anybody, OK),
        new("POST", "/a/{token}", "{page}", Anybody, UnsupportedMediaType, "{}") { Kind = "not-a-form" },
        new("GET", "/bind/{token}", "{bind}", Anybody, OK),
        new("POST", "/bind/{token}", "{bind}", Anybody, UnsupportedMediaType, "{}") { Kind = "not-a-form" },
        new("GET", "/pictures/{project}/{hash}/{signature}", "{shown}", Anybody, OK),
        new("POST", "/api/teams/messages", "/api/teams/messages", Anybody, NotFound, "{}"),
        new("POST", "/api/slack/events", "/api/slack/events", Anybody, NotFound, "{}"),
        new("POST", "/api/slack/commands", "/api/slack/commands", Anybody, NotFound, "{}"),
        new("POST", "/api/slack/interactions", "/api/slack/interactions", Anybody, NotFound, "{}"),
        new("POST", "/api/keys", "/api/keys", Owner, Created, """{"writer":"wren","name":"laptop"}"""),
        new("GET", "/api/keys", "/api/keys", Owner, OK),
        new("DELETE", "/api/keys/{id}", "/api/keys/{key}", Owner, NoContent),
        new("POST", "/api/session", "/api/session", Writers, OK),
        new("GET", "/api/session", "/api/session", Writers, OK),
        new("DELETE", "/api/session", "/api/session", Writers, NoContent),
    ];
}

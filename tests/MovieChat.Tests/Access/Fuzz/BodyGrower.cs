using System.Text.Json.Nodes;
using MovieChat.Tests.Writing;

namespace MovieChat.Tests.Access.Fuzz;

/// <summary>Bodies as the routes take them.</summary>
internal sealed class BodyGrower(Random random)
{
    private static readonly string[] Kinds = ["brief", "ideas", "synopsis", "cast", "profile", "plot", "scenes", "dialogue"];

    public JsonObject For(Route route, FuzzFilm film, string document) => route.Example switch
    {
        "/api/projects" => Start(),
        "/api/keys" => new() { ["writer"] = $"fuzzed-{random.Next(100)}", ["name"] = "laptop" },
        var address when address.EndsWith("/decisions", StringComparison.Ordinal) => Decision(film, document),
        var address when address.EndsWith("/budget", StringComparison.Ordinal) => new() { ["tokens"] = random.Next(5_000_000), ["pictures"] = random.Next(500) },
        _ => new() { ["title"] = $"Copy {Odd.Canary}" },
    };

    private JsonObject Start()
    {
        var whole = FuzzFilm.Beginning(Odd.Canary);
        foreach (var name in whole["start"]!.AsObject().Select(entry => entry.Key).ToList())
        {
            if (random.Next(2) == 0) whole["start"]!.AsObject().Remove(name);
        }

        if (random.Next(3) == 0) whole.Remove("start");
        if (random.Next(3) == 0) whole.Remove("brief");
        return whole;
    }

    private JsonObject Decision(FuzzFilm film, string document)
    {
        var draft = film.Documents.Contains(document) && random.Next(5) > 0 ? film.DraftOf(document) : random.Next(1, 5);
        var notes = $"Make it shorter, {Odd.Canary}.";
        return random.Next(12) switch
        {
            0 => new() { ["verb"] = "approve", ["draft"] = draft, ["option"] = random.Next(1, 4) },
            1 => new() { ["verb"] = "revise", ["draft"] = draft, ["notes"] = notes, ["option"] = 1 },
            2 => new() { ["verb"] = "revise", ["draft"] = draft, ["notes"] = notes, ["passage"] = random.Next(2) == 0 ? "Mara" : $"{Odd.Canary} not there" },
            3 => new() { ["verb"] = "revise", ["draft"] = draft, ["notes"] = notes, ["part"] = random.Next(2) == 0 ? "mara" : "lines[2]" },
            4 => new() { ["verb"] = "options", ["draft"] = draft, ["count"] = random.Next(1, 5), ["notes"] = notes },
            5 => new() { ["verb"] = "stuck", ["draft"] = draft, ["notes"] = notes },
            6 => new() { ["verb"] = "skip", ["draft"] = draft, ["notes"] = notes },
            7 => new() { ["verb"] = "restore", ["draft"] = random.Next(1, 6) },
            8 => new() { ["verb"] = random.Next(2) == 0 ? "keep" : "redraft", ["draft"] = draft },
            9 => new() { ["verb"] = "reopen", ["draft"] = draft },
            _ => new() { ["verb"] = "edit", ["draft"] = draft, ["content"] = Content(document) },
        };
    }

    /// <summary>Of the document's kind, most often.</summary>
    private JsonObject Content(string document)
    {
        var kind = document.Split(':')[0];
        if (!Kinds.Contains(kind) || random.Next(8) == 0) kind = Kinds[random.Next(Kinds.Length)];
        var part = document.Contains(':', StringComparison.Ordinal) ? document[(document.IndexOf(':', StringComparison.Ordinal) + 1)..] : GoodFilm.Person;
        JsonObject content = kind switch
        {
            "profile" => GoodFilm.ProfileOf(part, part == "jon" ? "mara" : "jon"),
            "dialogue" => GoodFilm.DialogueOf(part),
            _ => GoodFilm.Of(kind),
        };
        if (random.Next(4) == 0) content["extra"] = Odd.Canary;
        return content;
    }
}

using System.Text.Json.Nodes;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;

namespace MovieChat.Tests.Writing;

/// <summary>Commissions to hand to the screenwriter, and answers of a model.</summary>
internal static class Commissions
{
    public static Commission To(string document, Request? request = null, int options = 1, Screenplay? film = null, params string[] earlier)
    {
        var id = DocumentId.Parse(document);
        var order = new WorkOrder { Document = id, Number = 3, Request = request ?? new() { Verb = Verb.Write } };
        return new("film", order, options, film ?? GoodFilm.All, [.. earlier.Select((content, place) => new WrittenOption(place + 1, content))]);
    }

    public static Request Asking(Verb verb, string? notes = null, int? option = null, string? passage = null, string? part = null, int? count = null) => new()
    {
        Verb = verb,
        Notes = notes,
        Option = option,
        Passage = passage,
        Part = part,
        Count = count,
        Base = new(2, "synopsis@2", null),
    };

    public static string Options(params JsonNode[] options) => new JsonObject { ["options"] = new JsonArray(options), ["remarks"] = null }.ToJsonString();

    public static string Replacement(string words) => new JsonObject { ["replacement"] = words, ["remarks"] = "" }.ToJsonString();

    public static string Value(JsonNode? value) => new JsonObject { ["value"] = value, ["remarks"] = " Kept short. " }.ToJsonString();

    /// <summary>A synopsis whose lines begin with <paramref name="word"/>.</summary>
    public static JsonObject Synopsis(string word, int lines = 5) =>
        new() { ["lines"] = new JsonArray([.. Enumerable.Range(1, lines).Select(line => (JsonNode)$"{word} {line}.")]) };

    public static JsonObject Idea(string title) => new() { ["title"] = title, ["logline"] = $"The logline of {title}.", ["why"] = "It fits." };

    public static Task<Core.Writing.Writing> WriteAsync(ModelDouble model, Commission commission, int tokens = ContextBudget.DefaultTokens) =>
        new Screenwriter(model, new ContextBudget(tokens)).WriteAsync(commission, TestContext.Current.CancellationToken);

    public static async Task<Core.Writing.Writing.Draft> DraftAsync(ModelDouble model, Commission commission) =>
        Assert.IsType<Core.Writing.Writing.Draft>(await WriteAsync(model, commission));

    public static async Task<Failure> FailAsync(ModelDouble model, Commission commission, int tokens = ContextBudget.DefaultTokens) =>
        Assert.IsType<Core.Writing.Writing.Failed>(await WriteAsync(model, commission, tokens)).Failure;
}

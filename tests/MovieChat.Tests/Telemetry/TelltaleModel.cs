using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MovieChat.Tests.Models;
using MovieChat.Tests.Writing;

namespace MovieChat.Tests.Telemetry;

/// <summary>A model's server that writes the <see cref="TelltaleFilm"/>, and at some orders quotes it where it should not.</summary>
internal sealed class TelltaleModel : IAsyncDisposable
{
    private const int Huge = 2 * 1024 * 1024;

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, int> _calls = new();

    private TelltaleModel(WebApplication app) => _app = app;

    public string Endpoint => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1";

    /// <summary>How often it was asked for an order.</summary>
    public IReadOnlyDictionary<string, int> Calls => _calls;

    public static async Task<TelltaleModel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var model = new TelltaleModel(app);
        app.Run(model.AnswerAsync);
        await app.StartAsync();
        return model;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
        var task = JsonNode.Parse((string)body["messages"]![1]!["content"]!)!["task"]!;
        var order = (string)task["order"]!;
        await Answer(order, _calls.AddOrUpdate(order, 1, (_, calls) => calls + 1), task, body)(context);
    }

    private static RequestDelegate Answer(string order, int call, JsonNode task, JsonNode body) => (order, call) switch
    {
        ("synopsis@2", _) => Good(Commissions.Replacement($"The {TelltaleFilm.Mark} crosses")),
        ("synopsis~1", _) => Good(Tips()),
        ("profile:mara@1", _) => HostileAnswers.Error(400, $"{TelltaleFilm.Mark}_code", $"You said: {body.ToJsonString()}"),
        ("profile:jon@1", _) => HostileAnswers.Raw(string.Concat(Enumerable.Repeat($"{TelltaleFilm.Mark} ", Huge / 8))),
        ("profile:jon@2", 1) => HostileAnswers.Raw($"<html>{TelltaleFilm.Mark}</html>"),
        ("profile:jon@2", _) => HostileAnswers.Completion(null, refusal: $"I will not write {TelltaleFilm.Mark}."),
        ("plot@1", _) => HostileAnswers.Completion(TelltaleFilm.Mark, finish: TelltaleFilm.Mark),
        ("plot@2", 1) => HostileAnswers.Completion($"Here it is, {TelltaleFilm.Mark}: {{ \"{TelltaleFilm.Mark}\": ", model: $"a {TelltaleFilm.Mark} model"),
        ("plot@2", 2) => HostileAnswers.Completion($"{{\"{TelltaleFilm.Mark}\": 1, \"{TelltaleFilm.Mark}\": 2}}"),
        ("scenes@1", 1) => HostileAnswers.Error(500, message: TelltaleFilm.Mark),
        ("scenes@1", 2) => HostileAnswers.Cut(HostileAnswers.CompletionJson(TelltaleFilm.Mark)),
        ("dialogue:s1@1", _) => HostileAnswers.Completion(TelltaleFilm.Mark, finish: "content_filter"),
        _ => Good(Options(task)),
    };

    private static RequestDelegate Good(string answer) => HostileAnswers.Completion(answer, tokens: (100, 10), model: "telltale-1");

    private static string Options(JsonNode task) => Commissions.Options(
        [.. Enumerable.Range(1, (int)task["count"]!).Select(option => Option((string)task["kind"]!, (string?)task["key"], option))]);

    private static JsonNode Option(string kind, string? key, int option)
    {
        var content = TelltaleFilm.Content(kind, key);
        if (content["title"] is not null) (content["title"], content["logline"]) = ($"{content["title"]} {option}", $"{content["logline"]} {option}");
        return content;
    }

    private static string Tips() => new JsonObject
    {
        ["tips"] = new JsonArray([.. Enumerable.Range(1, 3).Select(tip => (JsonNode)$"Tip {tip}: {TelltaleFilm.Mark}.")]),
        ["ways"] = new JsonArray([.. Enumerable.Range(1, 3).Select(way => new JsonObject { ["title"] = $"{TelltaleFilm.Mark} {way}", ["text"] = $"It goes {TelltaleFilm.Mark} {way}." })]),
    }.ToJsonString();
}

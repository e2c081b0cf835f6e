using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MovieChat.Tests.Local;
using MovieChat.Tests.Shared;
using MovieChat.Tests.Writing;

namespace MovieChat.Tests.Telemetry;

/// <summary>What the real head exports, as a collector gets it.</summary>
public sealed class HeadExportTests : IAsyncLifetime
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    private const string Span = "00f067aa0ba902b7";

    private HeadHome _home = null!;
    private OtlpReceiver _receiver = null!;

    public async ValueTask InitializeAsync() => (_home, _receiver) = (await HeadHome.OpenAsync(), await OtlpReceiver.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _receiver.DisposeAsync();
        await _home.DisposeAsync();
    }

    [Fact]
    public async Task Film_FromDecisionToDraft_IsOneTraceWithItsMetrics()
    {
        await using var model = await ModelServer.StartAsync();
        string project;
        await using (var head = await StartAsync(model, ("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", "true")))
        {
            using var client = new HeadClient(head);
            project = await BeginAsync(head);
            await client.UntilAsync(project, "ideas", "awaitingApproval");
            Assert.Equal(202, await client.ApproveAsync(project, "ideas", 1));
            await client.UntilAsync(project, "synopsis", "awaitingApproval");
            Assert.Equal(409, await client.ApproveAsync(project, "synopsis", 7));
            await FollowAsync(head, project);
        }

        AssertTrace(project);
        AssertMetrics();
        Assert.Equal(["/v1/logs", "/v1/metrics", "/v1/traces"], _receiver.Paths.Order());
        Assert.DoesNotContain("Ferry", _receiver.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(HeadHome.Key, _receiver.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("zqxquery", _receiver.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_AfterARestart_BelongsToTheTraceOfItsDecision()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var model = await ModelServer.StartAsync(before: (_, ct) => gate.Task.WaitAsync(ct));
        string project;
        await using (var head = await StartAsync(model))
        {
            project = await BeginAsync(head);
            await Desk.UntilAsync(() => Task.FromResult(model.Calls.Count == 1), "the model to be asked");
            await Desk.UntilAsync(() => Task.FromResult(_receiver.Spans.Any(span => span.Name == "command start_project")), "the decision's span");
            await head.KillAsync();
        }

        gate.SetResult();
        await using (var next = await StartAsync(model))
        {
            using var client = new HeadClient(next);
            await client.UntilAsync(project, "ideas", "awaitingApproval");
        }

        var decision = _receiver.Spans.Single(span => span.Name == "command start_project");
        var order = _receiver.Spans.Single(span => span.Name == "order ideas");
        Assert.Equal((Trace, decision.Id), (order.Trace, order.Parent));
        Assert.NotEqual(decision.Resource["service.instance.id"], order.Resource["service.instance.id"]);
        Assert.All(_receiver.Spans.Where(span => span.Name.StartsWith("chat ", StringComparison.Ordinal)), chat => Assert.Equal((Trace, order.Id), (chat.Trace, chat.Parent)));
        Assert.DoesNotContain(_receiver.Spans, span => span.Name == "command wake_project" && span.Trace == Trace);
    }

    [Fact]
    public async Task Resource_NamedByTheEnvironment_HasThatNameAndWhatItDoesNotSay()
    {
        await using var model = await ModelServer.StartAsync();
        await using (var head = await StartAsync(model, ("OTEL_SERVICE_NAME", "films"), ("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=test")))
        {
            await BeginAsync(head);
        }

        var resource = _receiver.Spans[0].Resource;
        Assert.Equal(("films", "test"), (resource["service.name"], resource["deployment.environment.name"]));
        Assert.NotEmpty(resource["service.version"]);
    }

    [Fact]
    public async Task Settings_OfOneSignal_ExportThatSignalAlone()
    {
        await using var model = await ModelServer.StartAsync();
        var endpoint = _receiver.Settings["OTEL_EXPORTER_OTLP_ENDPOINT"];
        await using (var head = await StartAsync(model, ("OTEL_EXPORTER_OTLP_ENDPOINT", null), ("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", $"{endpoint}/v1/metrics")))
        {
            await BeginAsync(head);
        }

        Assert.Equal(["/v1/metrics"], _receiver.Paths);
    }

    private Task<HeadProcess> StartAsync(ModelServer model, params (string Name, string? Value)[] more)
    {
        var settings = new Dictionary<string, string?>(_receiver.Settings.Concat(model.Settings));
        foreach (var (name, value) in more) settings[name] = value;
        return _home.StartAsync(settings);
    }

    /// <summary>Begins a project in the trace of somebody who calls, with a key where none belongs.</summary>
    private static async Task<string> BeginAsync(HeadProcess head)
    {
        using var http = new HttpClient { BaseAddress = head.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/projects?key=zqxquery{HeadHome.Key}");
        request.Content = JsonContent.Create(new JsonObject { ["title"] = "The Ferry", ["brief"] = GoodFilm.Brief });
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", HeadHome.Key);
        request.Headers.Add("traceparent", $"00-{Trace}-{Span}-01");
        request.Headers.Add("tracestate", "ot=th:8");
        using var response = await http.SendAsync(request);
        Assert.Equal(201, (int)response.StatusCode);
        return (string)(await response.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
    }

    /// <summary>Opens an event stream until it is counted, and closes it.</summary>
    private async Task FollowAsync(HeadProcess head, string project)
    {
        using var http = new HttpClient { BaseAddress = head.Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", HeadHome.Key) } };
        using (await http.GetAsync($"/api/projects/{project}/events", HttpCompletionOption.ResponseHeadersRead))
        {
            await Desk.UntilAsync(() => Task.FromResult(Last("moviechat.event_streams").Value == 1), "the stream to be counted");
        }

        await Desk.UntilAsync(() => Task.FromResult(Last("moviechat.event_streams").Value == 0), "the stream to be closed");
    }

    private void AssertTrace(string project)
    {
        var trace = _receiver.Spans.Where(span => span.Trace == Trace).ToArray();
        var request = trace.Single(span => span.Kind == 2);
        var command = trace.Single(span => span.Name == "command start_project");
        var order = trace.Single(span => span.Name == "order ideas");
        var chat = trace.Single(span => span.Name == "chat understudy");
        var done = trace.Single(span => span.Name == "command draft_done");
        Assert.Equal((Span, "POST /api/projects/", "MovieChat"), (request.Parent, request.Name, request.Resource["service.name"]));
        Assert.Equal((request.Id, command.Id, order.Id, order.Id), (command.Parent, order.Parent, chat.Parent, done.Parent));
        Assert.Equal(
            [("moviechat.attempts", "1"), ("moviechat.document", "ideas"), ("moviechat.document.kind", "ideas"), ("moviechat.order", "ideas@1"), ("moviechat.outcome", "drafted"), ("moviechat.project", project), ("moviechat.verb", "write")],
            order.Tags.Select(tag => (tag.Key, tag.Value)).Order());
        Assert.Contains(trace, span => span.Parent == chat.Id && span.Source == "System.Net.Http" && span.Kind == 3);
        Assert.Contains(trace, span => span.Parent == command.Id && span.Source.StartsWith("Azure.Data.Tables", StringComparison.Ordinal));
        var approval = _receiver.Spans.Single(span => span.Name == "command approve" && span.Tags["moviechat.outcome"] == "accepted");
        Assert.Contains(_receiver.Spans, span => span.Name == "order synopsis" && span.Parent == approval.Id);
        Assert.Contains(_receiver.Spans, span => span.Name == "command approve" && span.Tags.GetValueOrDefault("moviechat.rejection") == "stale-decision");
        Assert.DoesNotContain(_receiver.Spans, span => span.Tags.Values.Any(value => value.EndsWith("/events", StringComparison.Ordinal) || value.Contains("/heads/", StringComparison.Ordinal)));
    }

    private void AssertMetrics()
    {
        Assert.Equal(2, Last("gen_ai.client.operation.duration").Value);
        Assert.Equal(1, Last("moviechat.command.duration", ("moviechat.command", "start_project"), ("moviechat.outcome", "accepted")).Value);
        Assert.Equal(1, Last("moviechat.command.duration", ("moviechat.command", "approve"), ("moviechat.rejection", "stale-decision")).Value);
        Assert.Equal(4, Last("moviechat.append.duration", ("moviechat.outcome", "appended")).Value);
        Assert.Equal(1, Last("moviechat.order.duration", ("moviechat.document.kind", "synopsis"), ("moviechat.outcome", "drafted")).Value);
        Assert.Equal(1, Last("moviechat.projects.active").Value);
        Assert.Equal(0, Last("moviechat.orders.running").Value);
        Assert.Equal(0, Last("moviechat.orders.waiting").Value);
        Assert.Contains(_receiver.Points, point => point is { Name: "moviechat.lease.held", Value: 1 });
        Assert.Contains(_receiver.Points, point => point.Name == "http.server.request.duration");
        Assert.Contains(_receiver.Points, point => point.Name == "http.client.request.duration");
        Assert.Contains(_receiver.Points, point => point.Name == "dotnet.gc.collections");
        Assert.DoesNotContain(_receiver.Points, point => point.Tags.ContainsKey("moviechat.project"));
    }

    private ExportedPoint Last(string name, params (string Name, string Value)[] tags) =>
        _receiver.Points.Last(point => point.Name == name && tags.All(tag => point.Tags.GetValueOrDefault(tag.Name) == tag.Value));
}

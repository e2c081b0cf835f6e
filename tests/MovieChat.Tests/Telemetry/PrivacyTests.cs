using System.Net;
using Azure.Data.Tables;
using MovieChat.Tests.Local;
using MovieChat.Tests.Web;

namespace MovieChat.Tests.Telemetry;

/// <summary>Logs, traces and metrics say what happened to a film, and nothing of what is in it.</summary>
[Collection(Listening.Alone)]
public sealed class PrivacyTests : IAsyncLifetime
{
    private HeadHome _home = null!;
    private OtlpReceiver _receiver = null!;
    private TelltaleModel _model = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        (_home, _receiver, _model) = (await HeadHome.OpenAsync(), await OtlpReceiver.StartAsync(), await TelltaleModel.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _model.DisposeAsync();
        await _receiver.DisposeAsync();
        await _home.DisposeAsync();
    }

    [Fact]
    public async Task Film_WithEverythingThatGoesWrong_IsNowhereInWhatIsTold()
    {
        var head = await TelltaleHead.StartAsync(_home, _receiver, _model);
        string film, project, key;
        await using (head)
        {
            using var owner = new Visitor(head.Address, TelltaleFilm.OwnerKey);
            key = (await (await owner.PostAsync("/api/keys", new { writer = "wren", name = TelltaleFilm.Mark })).ReadAsync(HttpStatusCode.Created)).Text("key");
            using var writer = new TelltaleWriter(head.Address, key);
            project = await writer.MakeAsync();
            film = await writer.TakeHomeAsync();
            await writer.GoWrongAsync();
            await DamageAsync(project);
            await writer.ReadDamagedAsync();
        }

        Assert.True(film.Split(TelltaleFilm.Mark).Length > 20, film);
        string[] tried = ["synopsis~1", "profile:mara@1", "profile:jon@1", "profile:jon@2", "plot@1", "plot@2", "scenes@1", "dialogue:s1@1"];
        Assert.Subset(_model.Calls.Keys.ToHashSet(), tried.ToHashSet());
        AssertTold(head, project, key);
    }

    private static void AssertSilent(string told, string secret)
    {
        var at = told.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
        Assert.True(at < 0, at < 0 ? "" : $"'{secret}' is told: …{told[Math.Max(0, at - 1500)..Math.Min(told.Length, at + 300)]}…");
    }

    private void AssertTold(TelltaleHead head, string project, string key)
    {
        const string StorageKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq";
        foreach (var told in new[] { head.Log.Text, head.Events, _receiver.Text })
        {
            AssertSilent(told, TelltaleFilm.Mark);
            AssertSilent(told, key);
            AssertSilent(told, StorageKey);
        }

        string[] logged = ["order profile:mara@1 begun", "model-rejected", "can not be read", "Executing endpoint", "OnRetry", project];
        Assert.All(logged, line => Assert.Contains(line, head.Log.Text, StringComparison.OrdinalIgnoreCase));

        // The address of a request may be a link that decides: not even the scope of its lines has it.
        Assert.DoesNotContain("RequestPath", head.Log.Text, StringComparison.Ordinal);
        Assert.Contains("Azure-Core Request", head.Events, StringComparison.Ordinal);
        Assert.Contains("System.ClientModel Request", head.Events, StringComparison.Ordinal);
        Assert.Contains(_receiver.Spans, span => span.Name == "order profile" && span.Tags.GetValueOrDefault("error.type") == "model-rejected");
        Assert.Contains(_receiver.Points, point => point.Name == "gen_ai.client.token.usage");
        Assert.Contains(_receiver.Points, point => point.Name == "resilience.polly.strategy.events" && point.Tags.GetValueOrDefault("event.name") == "OnRetry");
        Assert.Contains("/v1/logs", _receiver.Paths);
    }

    /// <summary>Puts words into the first event where its JSON should be.</summary>
    private async Task DamageAsync(string project)
    {
        var journal = _home.Clients.Tables.GetTableClient("Journal");
        TableEntity first = await journal.GetEntityAsync<TableEntity>(project, $"0000000000000000001.{project}", cancellationToken: Ct);
        first["Event"] = $"{{\"type\":\"{TelltaleFilm.Mark}\", {TelltaleFilm.Mark} ";
        await journal.UpdateEntityAsync(first, Azure.ETag.All, TableUpdateMode.Replace, Ct);
    }
}

using System.Net;
using System.Text.Json.Nodes;

namespace MovieChat.Behaviour.Approvals.Surfaces;

/// <summary>A webhook, and the link that it brings: whoever has that decides by it.</summary>
internal sealed class LinkSurface(Client writer) : ISurface
{
    private readonly HttpClient _anybody = new() { BaseAddress = writer.Address };
    private WebhookReceiver? _receiver;
    private string _link = "";

    public async Task OpenAsync(string project)
    {
        _receiver = await WebhookReceiver.StartAsync();
        (await writer.PostAsync($"/api/projects/{project}/subscriptions", new JsonObject { ["kind"] = "webhook", ["url"] = _receiver.Address })).Ok();
    }

    public async Task UntilOfferedAsync() => _link = new Uri((await UntilSentAsync("ideas")).Data.Text("link")!).AbsolutePath;

    public async Task ApproveAsync(int option)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("verb", "approve"), KeyValuePair.Create("option", $"{option}")]);
        using var page = await _anybody.PostAsync(_link, form);
        Assert.True(page.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict, await page.Content.ReadAsStringAsync());
    }

    /// <summary>The page of the link tells it, and the webhook goes on to what follows.</summary>
    public async Task UntilToldAsync(int option)
    {
        var page = await Waiting.UntilAsync(() => _anybody.GetStringAsync(_link), found => found.Contains(Shown.Approved(option), StringComparison.Ordinal), "the page to tell it", found => found);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        await UntilSentAsync("synopsis");
    }

    public async ValueTask DisposeAsync()
    {
        _anybody.Dispose();
        if (_receiver is not null) await _receiver.DisposeAsync();
    }

    private Task<ReceivedWebhook> UntilSentAsync(string document) => Waiting.UntilFoundAsync(
        () => _receiver!.Taken.FirstOrDefault(sent => (string?)sent.Data["document"] == document), $"a webhook of the {document}", () => string.Join('\n', _receiver!.Received.Select(sent => sent.Body)));
}

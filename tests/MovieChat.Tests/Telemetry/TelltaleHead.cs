using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using MovieChat.Tests.Local;
using MovieChat.Tests.Models;

namespace MovieChat.Tests.Telemetry;

/// <summary>The embedded head in this process with everything exported.</summary>
internal sealed class TelltaleHead : IAsyncDisposable
{
    private readonly InProcessHead _head;
    private readonly KeptEvents _events = new();

    private TelltaleHead(InProcessHead head) => _head = head;

    public KeptLog Log => _head.Log;

    /// <summary>What the libraries tell event listeners.</summary>
    public string Events => _events.Text;

    public string Address => _head.Address;

    public static async Task<TelltaleHead> StartAsync(HeadHome home, OtlpReceiver receiver, TelltaleModel model) => new(await InProcessHead.StartAsync(Settings(home, receiver, model)));

    /// <summary>Stops it, so that everything is exported.</summary>
    public async ValueTask DisposeAsync()
    {
        await _head.DisposeAsync();
        _events.Dispose();
    }

    private static IEnumerable<KeyValuePair<string, string?>> Settings(HeadHome home, OtlpReceiver receiver, TelltaleModel model) =>
    [
        .. home.Settings(),
        .. receiver.Settings,
        new("MOVIECHAT_OWNER_KEY", TelltaleFilm.OwnerKey),
        new("MovieChat:Text:Provider", "openai"),
        new("MovieChat:Text:Endpoint", model.Endpoint),
        new("MovieChat:Text:Model", "telltale"),
        new("MovieChat:Text:Key", TelltaleFilm.ModelKey),
        new("MovieChat:Text:RetryDelay", "00:00:00.010"),
    ];

    /// <summary>Listens to the libraries that talk to storage and to the model, at their most talkative.</summary>
    private sealed class KeptEvents : EventListener
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public string Text => string.Join('\n', _lines);

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            string[] talkers = ["Azure-", "System.ClientModel", "OpenAI", "OpenTelemetry-", "Polly", "System.Net.Http", "Microsoft.AspNetCore.", "Microsoft-AspNetCore-"];
            if (talkers.Any(talker => eventSource.Name.StartsWith(talker, StringComparison.Ordinal))) EnableEvents(eventSource, EventLevel.Verbose);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
            _lines.Enqueue($"{eventData.EventSource.Name} {eventData.EventName} {string.Join(' ', eventData.Payload ?? new([]))}");
    }
}

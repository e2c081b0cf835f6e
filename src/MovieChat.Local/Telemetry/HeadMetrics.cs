using System.Diagnostics.Metrics;
using MovieChat.Local.Runtime;
using MovieChat.Workflows.Chats;
using MovieChat.Workflows.Telemetry;

namespace MovieChat.Local.Telemetry;

/// <summary>What an embedded head looks like from within, read whenever metrics are collected and at no other time.</summary>
internal sealed class HeadMetrics : IDisposable
{
    private readonly Meter _meter = new(Instrumentation.Name);

    public HeadMetrics(EmbeddedHost host, EmbeddedChats chats, LiveTurns turns, HeadLease lease)
    {
        _meter.CreateObservableUpDownCounter("moviechat.projects.active", () => host.ProjectsInMemory, "{project}", "Projects in memory.");
        _meter.CreateObservableUpDownCounter("moviechat.orders.running", () => host.OrdersRunning, "{order}", "Orders being carried out.");
        _meter.CreateObservableUpDownCounter("moviechat.orders.waiting", () => host.OrdersWaiting, "{order}", "Orders that wait for their turn, or for storage.");
        _meter.CreateObservableUpDownCounter("moviechat.chats.active", () => chats.ChatsInMemory, "{chat}", "Chats in memory.");
        _meter.CreateObservableUpDownCounter("moviechat.turns.running", () => turns.Count, "{turn}", "Turns of chats being answered.");
        _meter.CreateObservableUpDownCounter("moviechat.event_streams", () => host.Waiters, "{stream}", "Open event streams.");
        _meter.CreateObservableGauge("moviechat.lease.held", () => lease.IsHeld ? 1 : 0, description: "1 while this head may write to its storage, else 0.");
    }

    public void Dispose() => _meter.Dispose();
}

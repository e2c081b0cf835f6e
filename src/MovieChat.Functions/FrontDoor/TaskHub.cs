using Microsoft.DurableTask.Client;

namespace MovieChat.Functions.FrontDoor;

/// <summary>The durable engine's client, for whoever runs within a request.</summary>
/// <remarks>The worker binds it to the parameters of functions alone, always the same one for a process. The front door leaves it here, so
/// that the endpoints know nothing of functions.</remarks>
public sealed class TaskHub
{
    private volatile DurableTaskClient? _client;

    /// <exception cref="InvalidOperationException">No request has come yet.</exception>
    public DurableTaskClient Client => _client ?? throw new InvalidOperationException("The task hub is reached within requests alone.");

    public void Connect(DurableTaskClient client) => _client = client;
}

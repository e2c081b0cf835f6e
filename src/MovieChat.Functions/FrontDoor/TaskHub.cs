using Microsoft.DurableTask;
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

    /// <summary>Whether there is such an orchestration, and it has not ended.</summary>
    public async Task<bool> IsThereAsync(string id) => await Client.GetInstanceAsync(id, getInputsAndOutputs: false, CancellationToken.None) is { IsCompleted: false };

    /// <summary>Begins an orchestration that is not there.</summary>
    /// <returns>False when somebody else was faster.</returns>
    public async Task<bool> BeginsAsync(string orchestration, object input, string id)
    {
        try
        {
            await Client.ScheduleNewOrchestrationInstanceAsync(orchestration, input, new StartOrchestrationOptions(id), CancellationToken.None);
            return true;
        }
        catch (Exception)
        {
            // Which exception says that there is one already, versions of the engine do not agree on.
            if (await IsThereAsync(id)) return false;
            throw;
        }
    }
}

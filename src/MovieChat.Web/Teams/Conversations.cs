using System.Text.Json;
using MovieChat.Storage;

namespace MovieChat.Web.Teams;

/// <summary>The references of the conversations that the bot is in. Each is renewed by whatever comes from its conversation.</summary>
/// <remarks>They stand apart from what is open in a conversation, which others change at the same time.</remarks>
internal sealed class Conversations(FrontEndTable places, TimeProvider clock)
{
    public const string Surface = "teams";

    /// <returns>Null when the bot is not in it, as far as it was told.</returns>
    public async Task<ConversationReference?> FindAsync(string realm, string conversation, CancellationToken cancellationToken) =>
        await places.FindPlaceAsync(Surface, realm, Key(conversation), cancellationToken) is { Reference: { } stored } ? JsonSerializer.Deserialize(stored, TeamsJson.Readable.ConversationReference) : null;

    public async Task RememberAsync(ConversationReference reference, CancellationToken cancellationToken)
    {
        if (await FindAsync(reference.Realm, reference.Conversation, cancellationToken) == reference) return;
        var stored = JsonSerializer.Serialize(reference, TeamsJson.Readable.ConversationReference);
        await places.PutPlaceAsync(Surface, reference.Realm, Key(reference.Conversation), new(null, Reference: stored), clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>The bot was removed.</summary>
    public Task ForgetAsync(ConversationReference reference, CancellationToken cancellationToken) =>
        places.PutPlaceAsync(Surface, reference.Realm, Key(reference.Conversation), new(null), clock.GetUtcNow(), cancellationToken);

    private static string Key(string conversation) => $"reference/{conversation}";
}

using MovieChat.Storage;

namespace MovieChat.Web.Access;

/// <summary>Knows in whose name something may still be done that comes without a key: by a link, or on another surface.</summary>
internal sealed class Writers(KeyTable keys)
{
    /// <returns>Null for a writer whose keys are all revoked.</returns>
    public async Task<Caller?> FindAsync(string writer, CancellationToken cancellationToken)
    {
        if (writer == Caller.OwnerWriter) return Caller.Owner;
        return await keys.HasKeyAsync(writer, cancellationToken) ? new(writer, false) : null;
    }
}

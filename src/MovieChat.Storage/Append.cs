namespace MovieChat.Storage;

/// <summary>What became of an append to a journal.</summary>
public abstract record Append
{
    private Append()
    {
    }

    /// <summary>The entries are in the journal, all of them.</summary>
    public sealed record Appended : Append;

    /// <summary>Somebody else's event has the number: nothing was appended. Read what is new and decide again.</summary>
    public sealed record SequenceTaken : Append;

    /// <summary>The command counted before: nothing was appended.</summary>
    /// <param name="Sequence">Of the first event that it made then.</param>
    public sealed record AlreadyAppended(long Sequence) : Append;
}

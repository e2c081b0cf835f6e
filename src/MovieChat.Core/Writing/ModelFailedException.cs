using MovieChat.Core.Journey;

namespace MovieChat.Core.Writing;

/// <summary>A model gave no usable answer, and asking again will not help now. It becomes the document's <see cref="Failure"/>.</summary>
public sealed class ModelFailedException(Failure failure, Exception? inner = null) : Exception(failure.Message, inner)
{
    public Failure Failure { get; } = failure;

    /// <summary>What the failed call cost all the same: a truncated answer is paid for.</summary>
    public ModelUsage Usage { get; init; } = ModelUsage.None;
}

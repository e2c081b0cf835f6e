using MovieChat.Core.Journey;

namespace MovieChat.Core.Writing;

/// <summary>A model gave no usable answer, and asking again will not help now. It becomes the document's <see cref="Failure"/>.</summary>
public sealed class ModelFailedException(Failure failure, Exception? inner = null) : Exception(failure.Message, inner)
{
    public Failure Failure { get; } = failure;

    /// <summary>What the failed call cost all the same: a truncated answer is paid for.</summary>
    public ModelUsage Usage { get; init; } = ModelUsage.None;

    /// <summary>What a content filter objected to, where its service tells: some of <c>hate</c>, <c>self_harm</c>, <c>sexual</c>, <c>violence</c>.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];
}

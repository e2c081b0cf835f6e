using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;

namespace MovieChat.Core.Picturing;

/// <summary>One order for pictures with all it takes to carry it out.</summary>
/// <param name="Options">How many options a first draft of the kind holds.</param>
/// <param name="Film">What is approved, as the order's author may see it.</param>
/// <param name="Portraits">The approved portraits of the people in the picture, in their order from left to right; of a portrait, none.</param>
/// <param name="Earlier">The options of the draft that the order starts from; empty when there is none.</param>
public sealed record PictureCommission(WorkOrder Order, int Options, Screenplay Film, IReadOnlyList<ReferencePicture> Portraits, IReadOnlyList<EarlierPicture> Earlier)
{
    /// <summary>What the writer stated about the film that concerns the document.</summary>
    public IReadOnlyList<string> Stated { get; init; } = [];

    public Request Request => Order.Request;
}

/// <summary>A picture that another one is made from.</summary>
/// <param name="Bytes">As they are stored.</param>
public sealed record ReferencePicture(PictureReference Reference, string MediaType, ReadOnlyMemory<byte> Bytes);

/// <summary>An option of the draft that an order starts from.</summary>
/// <param name="Bytes">Null where the order does not change this option, and its picture is not needed.</param>
public sealed record EarlierPicture(WrittenOption Option, Picture Picture, ReadOnlyMemory<byte>? Bytes);

/// <summary>What came of a commission.</summary>
public abstract record Rendering
{
    private Rendering()
    {
    }

    /// <summary>Pictures that were rendered and have to be paid for, whatever came of them.</summary>
    public int Spent { get; init; }

    /// <summary>The tokens that the model told of, which are told on and not charged: pictures are counted as pictures.</summary>
    public ModelUsage Usage { get; init; } = ModelUsage.None;

    public string? Model { get; init; }

    /// <param name="Options">All options of the new draft, those of the earlier one that stay among them.</param>
    /// <param name="New">The bytes of the new ones' pictures, to be stored before the draft is.</param>
    /// <param name="Remarks">What the writer should know, such as options that could not be rendered.</param>
    public sealed record Done(IReadOnlyList<WrittenOption> Options, IReadOnlyList<SoundPicture> New, string? Remarks) : Rendering;

    public sealed record Failed(Failure Failure) : Rendering;
}

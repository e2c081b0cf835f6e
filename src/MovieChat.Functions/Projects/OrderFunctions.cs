using Microsoft.Azure.Functions.Worker;
using MovieChat.Core.Journey;

namespace MovieChat.Functions.Projects;

/// <summary>An activity for each kind of work, so that each can be watched, scaled and told apart in the engine's history. All store their
/// draft and append its event under their order's id: a second run changes nothing.</summary>
public sealed class OrderFunctions(OrderDesk desk)
{
    [Function(nameof(WriteIdeas))]
    public Task<Standing> WriteIdeas([ActivityTrigger] OrderOf order, CancellationToken cancellationToken) => desk.CarryOutAsync(order, cancellationToken);

    [Function(nameof(WriteSynopsis))]
    public Task<Standing> WriteSynopsis([ActivityTrigger] OrderOf order, CancellationToken cancellationToken) => desk.CarryOutAsync(order, cancellationToken);

    [Function(nameof(CreateCast))]
    public Task<Standing> CreateCast([ActivityTrigger] OrderOf order, CancellationToken cancellationToken) => desk.CarryOutAsync(order, cancellationToken);

    [Function(nameof(DescribeCharacter))]
    public Task<Standing> DescribeCharacter([ActivityTrigger] OrderOf order, CancellationToken cancellationToken) => desk.CarryOutAsync(order, cancellationToken);

    [Function(nameof(WritePlot))]
    public Task<Standing> WritePlot([ActivityTrigger] OrderOf order, CancellationToken cancellationToken) => desk.CarryOutAsync(order, cancellationToken);

    [Function(nameof(SelectScenes))]
    public Task<Standing> SelectScenes([ActivityTrigger] OrderOf order, CancellationToken cancellationToken) => desk.CarryOutAsync(order, cancellationToken);

    [Function(nameof(WriteDialogue))]
    public Task<Standing> WriteDialogue([ActivityTrigger] OrderOf order, CancellationToken cancellationToken) => desk.CarryOutAsync(order, cancellationToken);

    [Function(nameof(DesignLook))]
    public Task<Standing> DesignLook([ActivityTrigger] OrderOf order, CancellationToken cancellationToken) => desk.CarryOutAsync(order, cancellationToken);

    [Function(nameof(RenderPortraits))]
    public Task<Standing> RenderPortraits([ActivityTrigger] OrderOf order, CancellationToken cancellationToken) => desk.CarryOutAsync(order, cancellationToken);

    [Function(nameof(ListShots))]
    public Task<Standing> ListShots([ActivityTrigger] OrderOf order, CancellationToken cancellationToken) => desk.CarryOutAsync(order, cancellationToken);

    [Function(nameof(RenderFrame))]
    public Task<Standing> RenderFrame([ActivityTrigger] OrderOf order, CancellationToken cancellationToken) => desk.CarryOutAsync(order, cancellationToken);

    /// <summary>Tips, for whatever document the writer is stuck with.</summary>
    [Function(nameof(GiveTips))]
    public Task<Standing> GiveTips([ActivityTrigger] OrderOf order, CancellationToken cancellationToken) => desk.CarryOutAsync(order, cancellationToken);

    /// <exception cref="ArgumentException">No activity drafts documents of this kind.</exception>
    internal static string ActivityFor(WorkOrder order) => order.IsTips ? nameof(GiveTips) : order.Document.Kind switch
    {
        "ideas" => nameof(WriteIdeas),
        "synopsis" => nameof(WriteSynopsis),
        "cast" => nameof(CreateCast),
        "profile" => nameof(DescribeCharacter),
        "plot" => nameof(WritePlot),
        "scenes" => nameof(SelectScenes),
        "dialogue" => nameof(WriteDialogue),
        "look" => nameof(DesignLook),
        "portrait" => nameof(RenderPortraits),
        "shots" => nameof(ListShots),
        "frame" => nameof(RenderFrame),
        _ => throw new ArgumentException($"No activity drafts documents of the kind '{order.Document.Kind}': give it one here.", nameof(order)),
    };
}

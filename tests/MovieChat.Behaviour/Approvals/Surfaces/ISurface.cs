namespace MovieChat.Behaviour.Approvals.Surfaces;

/// <summary>Somewhere a writer follows a film, is offered the first draft of its ideas, and decides on it.</summary>
internal interface ISurface : IAsyncDisposable
{
    /// <summary>Follows the film from now on.</summary>
    Task OpenAsync(string project);

    Task UntilOfferedAsync();

    /// <summary>Approves an option of what is offered. Whoever comes second is told so, which is no fault.</summary>
    Task ApproveAsync(int option);

    /// <summary>Waits until it is shown there that the option was approved, and nothing is offered any more.</summary>
    Task UntilToldAsync(int option);
}

/// <summary>A surface on which others read along.</summary>
internal interface IConversation : ISurface
{
    /// <summary>The path of the link that came with the offer: how the head is reached from outside is its own affair.</summary>
    string Link { get; }
}

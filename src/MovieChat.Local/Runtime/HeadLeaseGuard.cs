using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace MovieChat.Local.Runtime;

/// <summary>Refuses every write, right before it is sent, while the head does not hold its lease. Reads pass.</summary>
public sealed class LeaseGuardPolicy(HeadLease lease) : HttpPipelineSynchronousPolicy
{
    /// <exception cref="HeadLeaseLostException">The request would write, and the lease is not held.</exception>
    public override void OnSendingRequest(HttpMessage message)
    {
        var method = message.Request.Method;
        if (method == RequestMethod.Get || method == RequestMethod.Head || lease.IsHeld) return;
        throw new HeadLeaseLostException("This head does not hold the lease on its storage, and another one may: nothing was written.");
    }
}

/// <summary>A write was refused, because another head may be at work. Trying again is of no use before the lease is held again.</summary>
public sealed class HeadLeaseLostException(string message) : RequestFailedException(503, message);

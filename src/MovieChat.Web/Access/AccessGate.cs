using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using MovieChat.Web.Problems;

namespace MovieChat.Web.Access;

/// <summary>Lets nobody to <c>/api</c> whose key is not known, and nobody anywhere too often.</summary>
internal sealed class AccessGate(RequestDelegate next, Callers callers, CallerRates rates)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var address = $"address:{context.Connection.RemoteIpAddress}";
        var needsKey = context.Request.Path.StartsWithSegments("/api") && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null;
        var caller = needsKey ? await callers.FindAsync(context.Request, () => rates.HasRoom(address), context.RequestAborted) : null;
        if (!rates.TryTake(caller is null ? address : $"writer:{caller.Writer}")) throw TooMany(context);
        if (needsKey && caller is null) throw Unknown(context);
        if (caller is not null && IsForeign(context.Request)) throw new ProblemException(ProblemKinds.ForeignRequest, path: Sessions.Header);
        context.Features.Set(caller);
        await next(context);
    }

    /// <summary>Whether another page may have made the browser send it: the cookie goes with every request, the header only with those of the studio.</summary>
    private static bool IsForeign(HttpRequest request) =>
        Callers.IsBySession(request) && !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !request.Headers.ContainsKey(Sessions.Header);

    private static ProblemException TooMany(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "1";
        return new(Problem.Of(ProblemKinds.TooManyRequests));
    }

    private static ProblemException Unknown(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer realm=\"Movie Chat\"";
        return new(Problem.Of(ProblemKinds.Unauthorized));
    }
}

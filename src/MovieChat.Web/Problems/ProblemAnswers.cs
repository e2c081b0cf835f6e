using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using MovieChat.Storage;
using MovieChat.Web.Api;

namespace MovieChat.Web.Problems;

/// <summary>Answers every failed request with a problem. What an exception says goes to the log, never to the caller.</summary>
internal sealed partial class ProblemAnswers(RequestDelegate next, ILogger<ProblemAnswers> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { StatusCode: >= 400, HasStarted: false, ContentType: null, ContentLength: null })
            {
                await WriteAsync(context, Problem.Of(ProblemKinds.Of(context.Response.StatusCode)));
            }
        }
        catch (Exception failure)
        {
            if (context.RequestAborted.IsCancellationRequested) return;
            var problem = ProblemOf(context, failure);
            if (context.Response.HasStarted) context.Abort();
            else await WriteAsync(context, problem);
        }
    }

    private Problem ProblemOf(HttpContext context, Exception failure)
    {
        switch (failure)
        {
            case ProblemException known:
                return known.Problem;
            case BadHttpRequestException bad:
                return Problem.Of(bad.StatusCode == 400 ? ProblemKinds.Malformed : ProblemKinds.Of(bad.StatusCode), DetailOf(bad, out var path), path);
            case StorageLimitException:
                return Problem.Of(ProblemKinds.InvalidValue, "This is more than can be stored at once: send less.");
            case StoredValueException stored:
                LogUnreadable(logger, stored.Place, stored.Key, stored);
                return Problem.Of(ProblemKinds.UnreadableProject);
            case var _ when StorageTrouble.IsPassing(failure):
                LogStorage(logger, RouteOf(context), failure);
                context.Response.Headers.RetryAfter = "5";
                return Problem.Of(ProblemKinds.StorageUnavailable);
            default:
                LogFailure(logger, context.Request.Method, RouteOf(context), failure);
                return Problem.Of(ProblemKinds.Internal);
        }
    }

    /// <summary>The address without what stands in it: an approval's link decides for whoever reads it in a log.</summary>
    private static string RouteOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no address of the service";

    /// <summary>The framework names the parameter that it could not read, and nothing else tells it.</summary>
    private static string? DetailOf(BadHttpRequestException bad, out string? path)
    {
        path = ParameterPattern().Match(bad.Message) is { Success: true } match ? match.Groups["name"].Value : null;
        return path is null ? null : $"'{path}' has not the form that it must have: see the description at /openapi/v1.json.";
    }

    private static Task WriteAsync(HttpContext context, Problem problem)
    {
        context.Response.StatusCode = problem.Status;
        context.Response.ContentType = Problem.MediaType;
        return JsonSerializer.SerializeAsync(context.Response.Body, problem, WebJson.Readable.Problem, context.RequestAborted);
    }

    [GeneratedRegex(@"parameter ""\S+ (?<name>\w+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex ParameterPattern();
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MovieChat.Web.Approvals;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Inbox;
using MovieChat.Workflows.Notices;

namespace MovieChat.Web.Slack;

/// <summary>Slack as a surface of the service: see docs/slack.md.</summary>
internal sealed class SlackSurface : ISurface
{
    /// <summary>Registers Slack where its settings are there; see <see cref="SlackSettings"/>.</summary>
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        if (SlackSettings.Read(configuration) is not { } settings) return;
        services.AddSurfaceRoad(SlackClient.Name, Timeout.InfiniteTimeSpan, SlackClient.MostBytes);
        services
            .AddSingleton(settings)
            .AddSingleton<SlackGate>()
            .AddSingleton<SlackReception>()
            .AddSingleton<SlackClient>()
            .AddSingleton<SlackCards>()
            .AddSingleton<SlackSpeech>()
            .AddSingleton<SlackTalk>()
            .AddSingleton<INoticeChannel, SlackChannel>()
            .AddSingleton<IInboxHandler, SlackInbox>();
    }

    /// <summary>Maps what Slack calls. It shows no key: it signs.</summary>
    public void Map(IEndpointRouteBuilder api)
    {
        var slack = api.MapGroup("/slack").AllowAnonymous().ExcludeFromDescription();
        slack.MapPost("/events", (Delegate)EventAsync);
        slack.MapPost("/commands", (Delegate)CommandAsync);
        slack.MapPost("/interactions", (Delegate)InteractionAsync);
    }

    private static async Task<IResult> EventAsync(HttpContext context)
    {
        var body = await Gate(context).JsonAsync(context);
        return await Reception(context).EventAsync(body, context.RequestAborted);
    }

    private static async Task<IResult> CommandAsync(HttpContext context) =>
        await Gate(context).FormAsync(context) is { } form ? await Reception(context).CommandAsync(form, context.RequestAborted) : Results.Ok();

    private static async Task<IResult> InteractionAsync(HttpContext context) =>
        await Gate(context).FormAsync(context) is { } form ? await Reception(context).InteractionAsync(form, context.RequestAborted) : Results.Ok();

    private static SlackReception Reception(HttpContext context) => context.RequestServices.GetRequiredService<SlackReception>();

    private static SlackGate Gate(HttpContext context) => context.RequestServices.GetService<SlackGate>()
        ?? throw new ProblemException(ProblemKinds.NotFound, "Slack is not set up here: set MovieChat__Slack__SigningSecret and MovieChat__Slack__BotToken (docs/slack.md).");
}

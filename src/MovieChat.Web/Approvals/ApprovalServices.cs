using Microsoft.Extensions.DependencyInjection;
using MovieChat.Web.Access;
using MovieChat.Web.Api.Subscriptions;
using MovieChat.Web.Approvals.Pages;
using MovieChat.Workflows.Notices;

namespace MovieChat.Web.Approvals;

/// <summary>What every surface outside of the API has in common: commands, answers, talks, and who is who. A new surface needs nothing else from here: see docs/approvals.md.</summary>
internal static class ApprovalServices
{
    public static IServiceCollection AddApprovals(this IServiceCollection services) => services
        .AddSingleton(provider => new PublicLinks(() => provider.GetRequiredService<WebSettings>().PublicUrl ?? provider.GetService<OwnAddress>()?.Address, provider.GetRequiredService<OwnerKey>().Derive("links")))
        .AddSingleton<SubscriptionIntake>()
        .AddSingleton<WriterBindings>()
        .AddSingleton<LinkDesk>()
        .AddSingleton<AnswerDesk>()
        .AddSingleton<CommandDesk>()
        .AddSingleton<TalkDesk>()
        .AddSingleton<Posts>();
}

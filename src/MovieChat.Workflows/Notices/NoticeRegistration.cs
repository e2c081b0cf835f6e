using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MovieChat.Storage;
using MovieChat.Workflows.Inbox;
using MovieChat.Workflows.Notices.Webhooks;

namespace MovieChat.Workflows.Notices;

public static class NoticeRegistration
{
    /// <summary>Those who are told of what happens, and what comes from them. The head brings <see cref="PublicLinks"/> and its <see cref="IInboxHost"/>.</summary>
    internal static IServiceCollection AddNoticeWork(this IServiceCollection services)
    {
        // Without a front door there are no addresses to give.
        services.TryAddSingleton(new PublicLinks(() => null, RandomNumberGenerator.GetBytes(32)));
        return services
            .AddSingleton<SubscriptionTable>()
            .AddSingleton<LinkTable>()
            .AddSingleton<FrontEndTable>()
            .AddSingleton<InboxTable>()
            .AddSingleton<ApprovalLinks>()
            .AddSingleton<PictureLinks>()
            .AddSingleton<FateFinder>()
            .AddSingleton<OfferPosts>()
            .AddSingleton<NoticeTeller>()
            .AddSingleton<NoticeDelivery>()
            .AddSingleton<Subscriptions>()
            .AddSingleton<InboxDoor>()
            .AddSingleton<InboxWork>()
            .AddSingleton(provider => provider.GetRequiredService<IOptions<NoticeOptions>>().Value.Plan)
            .AddWebhooks();
    }

    /// <summary>Takes <see cref="NoticeOptions"/> from the settings, validated at start. Without it the usual plan holds.</summary>
    /// <param name="configuration">The whole configuration: the section is <see cref="NoticeOptions.Section"/>.</param>
    public static IServiceCollection AddNotices(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = new NoticeSettings(configuration.GetSection(NoticeOptions.Section));
        services.AddOptions<NoticeOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<NoticeOptions>>(settings));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<NoticeOptions>>(settings));
        return services;
    }

    /// <summary>Reads the options, and says which setting is wrong by the name it is written with. An empty value counts as none.</summary>
    private sealed class NoticeSettings(IConfiguration section) : IConfigureOptions<NoticeOptions>, IValidateOptions<NoticeOptions>
    {
        private static readonly (TimeSpan Least, TimeSpan Most) s_range = (TimeSpan.FromMilliseconds(100), TimeSpan.FromDays(30));

        /// <exception cref="OptionsValidationException">A value can not be read.</exception>
        public void Configure(NoticeOptions options)
        {
            if (Text(nameof(options.RetryAfter)) is { } delays) options.RetryAfter = [.. delays.Split(',', StringSplitOptions.TrimEntries).Select(Time)];
            if (Text(nameof(options.AllowLoopback)) is { } allow) options.AllowLoopback = bool.TryParse(allow, out var isAllowed) ? isAllowed : throw Wrong(nameof(options.AllowLoopback), $"must be true or false, not '{allow}'.");
        }

        public ValidateOptionsResult Validate(string? name, NoticeOptions options) =>
            options.RetryAfter.Count > NoticeOptions.MostDelays || options.RetryAfter.Any(delay => delay < s_range.Least || delay > s_range.Most)
                ? ValidateOptionsResult.Fail($"{Setting(nameof(options.RetryAfter))} must be up to {NoticeOptions.MostDelays} times from 0.1 seconds to 30 days, such as 00:00:05, 00:05:00.")
                : ValidateOptionsResult.Success;

        private string? Text(string name) => string.IsNullOrWhiteSpace(section[name]) ? null : section[name]!.Trim();

        private static TimeSpan Time(string text) => TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var time)
            ? time
            : throw Wrong(nameof(NoticeOptions.RetryAfter), $"holds '{text}', which is no time such as 00:05:00.");

        private static OptionsValidationException Wrong(string name, string fault) => new(Options.DefaultName, typeof(NoticeOptions), [$"{Setting(name)} {fault}"]);

        private static string Setting(string name) => $"MovieChat__Notices__{name}";
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MovieChat.Tests.Models;
using MovieChat.Web.Telemetry;

namespace MovieChat.Tests.Telemetry;

public sealed class LogPrivacyTests
{
    private const string Telltale = "Microsoft.AspNetCore.Http.Result.FileContentResult";

    /// <summary>The provider of these tests goes by its full name in settings, as every one without an alias does.</summary>
    [Theory]
    [InlineData("LogLevel:Default")]
    [InlineData($"LogLevel:{Telltale}")]
    [InlineData("MovieChat.Tests.Models.KeptLog:LogLevel:Default")]
    [InlineData($"MovieChat.Tests.Models.KeptLog:LogLevel:{Telltale}")]
    public void Telltale_WhateverTheSettingsAskFor_IsSilent(string setting)
    {
        var log = new KeptLog();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(setting, (string?)"Trace"), KeyValuePair.Create("LogLevel:Other", (string?)"Trace")]).Build();
        using var services = new ServiceCollection().AddLogging(logging => logging.AddConfiguration(settings).AddProvider(log).AddPrivacy()).BuildServiceProvider();
        var loggers = services.GetRequiredService<ILoggerFactory>();

#pragma warning disable CA1848, CA2254 // A log of one line needs no delegates.
        loggers.CreateLogger(Telltale).LogCritical("The Ferry.fountain");
        loggers.CreateLogger("Other").LogCritical("seen");
#pragma warning restore CA1848, CA2254

        Assert.DoesNotContain("Ferry", log.Text, StringComparison.Ordinal);
        Assert.Contains("seen", log.Text, StringComparison.Ordinal);
    }
}

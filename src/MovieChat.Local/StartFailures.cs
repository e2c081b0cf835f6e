using System.Net.Sockets;
using Azure;
using Microsoft.Extensions.Options;
using MovieChat.Local.Azurite;
using MovieChat.Local.Runtime;
using MovieChat.Web;

namespace MovieChat.Local;

/// <summary>Why the head could not start, in words for the person who started it: no stack of calls helps them.</summary>
internal static class StartFailures
{
    /// <returns>Null for what only a developer can mend.</returns>
    public static string? Explain(Exception failed) => failed switch
    {
        AzuriteException or HeadLeaseException or FormatException or SettingException => failed.Message,
        OptionsValidationException invalid => string.Join(Environment.NewLine, invalid.Failures),
        InvalidOperationException { InnerException: FormatException or ArgumentException } misread when misread.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal) =>
            $"{misread.Message} In an environment variable, __ stands for the colon.",
        UnauthorizedAccessException => $"{failed.Message} Choose another data folder with MovieChat__DataFolder, or change who may write there.",
        RequestFailedException refused => $"Storage does not answer as it should ({refused.ErrorCode ?? refused.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)}): check the setting AzureWebJobsStorage.",
        AggregateException { InnerException: RequestFailedException or SocketException } => "Storage does not answer: check the setting AzureWebJobsStorage, or leave it out to have Azurite started.",
        IOException { InnerException: not null } inUse when inUse.Message.Contains("address already in use", StringComparison.OrdinalIgnoreCase) =>
            $"{inUse.Message} Another program listens there: end it, or choose another address with --urls http://127.0.0.1:7072.",
        _ => null,
    };
}

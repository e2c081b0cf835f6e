using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace MovieChat.Workflows.Reminders;

/// <summary>Reads <see cref="ReminderOptions"/> from configuration, and says which setting is wrong by the name it is written with.
/// An empty value counts as none.</summary>
internal sealed class ReminderSettings(IConfiguration section) : IConfigureOptions<ReminderOptions>, IValidateOptions<ReminderOptions>
{
    private const string Shape = "a number of days, such as 14, or days.hours:minutes:seconds, such as 00:00:30";

    /// <summary>Not as <see cref="TimeSpan.Parse(string)"/> reads, to which 36:00:00 is 36 days.</summary>
    private static readonly string[] s_formats = ["%d", "c"];

    private static readonly (TimeSpan Least, TimeSpan Most) s_range = (TimeSpan.FromSeconds(1), TimeSpan.FromDays(3650));

    /// <exception cref="OptionsValidationException">A value can not be read.</exception>
    public void Configure(ReminderOptions options)
    {
        if (Text(nameof(options.After)) is { } after) options.After = [.. after.Split(',', StringSplitOptions.TrimEntries).Select(each => Time(nameof(options.After), each))];
        if (Text(nameof(options.Every)) is { } every) options.Every = Time(nameof(options.Every), every);
        if (Text(nameof(options.ParkAfter)) is { } parkAfter) options.ParkAfter = Time(nameof(options.ParkAfter), parkAfter);
        if (Text(nameof(options.Off)) is { } off) options.Off = bool.TryParse(off, out var isOff) ? isOff : throw Wrong(nameof(options.Off), "true or false", off);
    }

    public ValidateOptionsResult Validate(string? name, ReminderOptions options)
    {
        string[] faults = [.. First(options.After), .. Range(nameof(options.Every), options.Every), .. Range(nameof(options.ParkAfter), options.ParkAfter)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> First(IReadOnlyList<TimeSpan> after)
    {
        const string name = nameof(ReminderOptions.After);
        if (after.Count > ReminderOptions.MostFirst) yield return $"{Setting(name)} must be up to {ReminderOptions.MostFirst} times, not {after.Count}.";
        if (after.Zip(after.Skip(1)).Any(pair => pair.First >= pair.Second)) yield return $"{Setting(name)} must be times each longer than the one before, such as 1, 3, 7.";
        foreach (var fault in after.SelectMany(each => Range(name, each))) yield return fault;
    }

    private static IEnumerable<string> Range(string name, TimeSpan time) =>
        time < s_range.Least || time > s_range.Most
            ? [string.Create(CultureInfo.InvariantCulture, $"{Setting(name)} must be from {s_range.Least} to {s_range.Most.TotalDays} days, not {time}.")]
            : [];

    private static string Setting(string name) => $"MovieChat__Reminders__{name}";

    private static OptionsValidationException Wrong(string name, string shape, string text) =>
        new(Options.DefaultName, typeof(ReminderOptions), [$"{Setting(name)} must be {shape}, not '{text}'."]);

    private static TimeSpan Time(string name, string text) =>
        TimeSpan.TryParseExact(text, s_formats, CultureInfo.InvariantCulture, out var time) ? time : throw Wrong(name, Shape, text);

    private string? Text(string name) => string.IsNullOrWhiteSpace(section[name]) ? null : section[name]!.Trim();
}

namespace MovieChat.Bench;

internal static partial class CostBench
{
    private const string RetailPrices = "Azure Retail Prices, East US 2, read 2026-09-23";
    private const string WestUs = "Azure list price, West US, LRS, in infracost's test data";
    private const string Assumed = "assumed";
    private const string Measured = "measured on Azurite";
    private const string Targets = "Azure Storage scalability targets";
    private const string Ours = "as in host.json and infra";

    private static readonly Parameter[] All =
    [
        new("table-10k", 0.00036, "USD for 10,000 table operations", RetailPrices),
        new("queue-10k", 0.004, "USD for 10,000 queue operations", WestUs),
        new("blob-read-10k", 0.0044, "USD for 10,000 blob reads", WestUs),
        new("blob-write-10k", 0.055, "USD for 10,000 blob writes", WestUs),
        new("table-gb", 0.045, "USD for a GB in tables, a month", RetailPrices),
        new("exec-gbs", 0.000026, "USD for a GB-s on demand", RetailPrices),
        new("exec-million", 0.40, "USD for a million executions", RetailPrices),
        new("free-gbs", 100_000, "GB-s on demand free, a month", RetailPrices),
        new("free-executions", 250_000, "executions on demand free, a month", RetailPrices),
        new("ready-gbs", 0.000004, "USD for a GB-s of an always-ready instance", RetailPrices),
        new("ready-exec-gbs", 0.000016, "USD for a GB-s in which it works", RetailPrices),
        new("input-million", 1.25, "USD for a million tokens read", "gpt-5.1, Global Standard, models.dev, 2025-11-14"),
        new("output-million", 10, "USD for a million tokens written", "gpt-5.1, Global Standard, models.dev, 2025-11-14"),
        new("log-gb", 2.76, "USD for a GB of logs", RetailPrices),
        new("log-free-gb", 5, "GB of logs free, a month", RetailPrices),

        new("weeks", 8, "weeks that a film takes", Assumed),
        new("decisions", 3, "decisions a day on a film", Assumed),
        new("views", 3, "looks at the project or a draft for each decision", Assumed),
        new("open-hours", 1, "hours a day that a film's event stream is open", Assumed),
        new("peak", 3, "times the mean in the busiest hour", Assumed),
        new("model-seconds", 30, "seconds that a draft takes the model", Assumed),
        new("output-times", 1, "times the understudy's tokens written (a model that thinks: more)", Assumed),
        new("log-kb", 57, "KB of telemetry for each decision", Measured),
        new("log-kb-rest", 3.5, "KB of telemetry a second of an instance at rest", Measured),

        new("activity-ops", 9, "storage operations for an activity", "DurableTask.AzureStorage, measured"),
        new("event-ops", 6, "for an external event, or the start", "DurableTask.AzureStorage, measured"),
        new("timer-ops", 6, "for a timer, also one called off", "DurableTask.AzureStorage, measured"),
        new("stray-ops", 19, "for a timer called off whose history began anew", "DurableTask.AzureStorage, measured"),
        new("reminder-looks", 3, "looks for each reminder: a queue's delay is in whole seconds, so that timers fire early", Measured),
        new("renewal-ops", 1, "for a ContinueAsNew", Measured),
        new("announce-ops", 2, "for asking, ours and the host's, whether an instance is there", Measured),
        new("woken-polls", 5, "polls that find nothing, after each message", Measured),
        new("timer-days", 3, "days of a timer's longest piece", "durabletask-dotnet MaximumTimerInterval"),
        new("poll-seconds", 2, "seconds between two polls of an idle queue", Ours),
        new("scale-seconds", 10, "seconds between two polls of a queue by the platform", "Azure docs on queue polling"),
        new("upkeep-table", 0.5, "table operations a second of an instance at rest", Measured),
        new("upkeep-blob", 0.13, "renewals of blob leases, priced as reads, a second of an instance at rest", Measured),
        new("always-ready", 1, "instances always ready for the engine", Ours),

        new("partitions", 4, "control queues, at most 16", Ours),
        new("instances", 40, "instances at most of each group, up to 1,000", Ours),
        new("instance-gb", 2, "GB of an instance", Ours),
        new("instance-cores", 1, "cores of an instance of that size", "Azure docs on Flex Consumption"),
        new("http-at-once", 16, "requests at once of an instance", "Azure docs on Flex Consumption"),
        new("activities-at-once", 16, "activities at once of an instance", Ours),
        new("model-at-once", 4, "model calls at once of an instance", "MovieChat__Text__MaxConcurrency"),
        new("region-cores", 250, "cores of a subscription in a region", "Azure docs on Flex Consumption"),
        new("tokens-minute", 100_000, "tokens a minute of the model's deployment", Ours),
        new("log-cap-gb", 1, "GB of logs a day, no more are kept", Ours),
        new("chains-second", 16, "orchestrations a second of five activities each, on two cores", Measured + " beside it"),
        new("account-rps", 20_000, "requests a second of a storage account", Targets),
        new("partition-rps", 2_000, "rows a second of a table's partition", Targets),
        new("queue-rps", 2_000, "messages a second of a queue", Targets),
    ];
}

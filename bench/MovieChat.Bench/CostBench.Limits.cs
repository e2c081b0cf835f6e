namespace MovieChat.Bench;

internal static partial class CostBench
{
    /// <summary>A limit, and what is done when it is met.</summary>
    /// <param name="Most">How much there is, in <paramref name="Unit"/>.</param>
    /// <param name="OfAFilm">How much of it one film in flight takes in the busiest hour.</param>
    private sealed record Limit(string Name, double Most, string Unit, double OfAFilm, string Then)
    {
        /// <summary>Films in flight at which it is met.</summary>
        public double Films => Most / OfAFilm;
    }

    /// <summary>In the order in which they are met.</summary>
    private static IEnumerable<Limit> Limits(Film film, Parameters given)
    {
        var peak = given["peak"];
        var rate = peak * given["decisions"] / SecondsOfADay;
        var orders = rate * film.Loop.Orders / film.Decisions;
        var streams = peak * given["open-hours"] / 24;
        var calls = orders * given["model-seconds"];
        var month = new Month(1, film, given);
        var requests = peak * (month.Work + month.Pages).All / SecondsOfAMonth;
        var messages = rate * (film.Messages - film.Activities) / film.Decisions;
        var cores = given["instance-cores"] * ((streams / given["http-at-once"]) + (calls / given["model-at-once"]));
        var restingLogs = given["always-ready"] * given["log-kb-rest"] * SecondsOfADay;
        Limit[] limits =
        [
            new("the model's tokens a minute", given["tokens-minute"], "tokens/min", 60 * peak * month.Tokens / SecondsOfAMonth, "more quota, other deployments; until then 429 and waiting"),
            new("logs a day, beside those at rest", (given["log-cap-gb"] * 1e6) - restingLogs, "KB/day", given["decisions"] * given["log-kb"], "raise the cap, or keep a share of the traces"),
            new("open event streams", given["instances"] * given["http-at-once"], "streams", streams, "more instances, up to 1,000; more requests at once; pages that ask now and then"),
            new("model calls at once", given["instances"] * given["model-at-once"], "calls", calls, "more instances; MovieChat__Text__MaxConcurrency up to 16 with host.json's activities"),
            new("cores of the subscription in a region", given["region-cores"], "cores", cores, "ask for more; a second region"),
            new("storage account", given["account-rps"], "requests/s", requests, "fewer looks of open streams; then a second account, which the code can not do"),
            new("orchestrators", Wakes(given), "wakings/s", messages, "partitionCount 16: a new task hub; larger instances"),
            new("work item queue", given["queue-rps"], "messages/s", rate * film.Activities / film.Decisions, "a second task hub, which the code can not do"),
            new("control queues", given["partitions"] * given["queue-rps"], "messages/s", messages, "partitionCount 16: a new task hub"),
            new("a partition of Projects: films of one writer", given["partition-rps"], "rows/s", rate * 2 * film.Activities / film.Decisions, "nothing: no writer has so many"),
        ];
        return limits.OrderBy(limit => limit.Films);
    }

    /// <summary>An orchestration of five activities is woken six times. Each queue has one instance at the most.</summary>
    private static double Wakes(Parameters given) => given["chains-second"] * 6 * (given["instance-cores"] / 2) * given["partitions"];
}

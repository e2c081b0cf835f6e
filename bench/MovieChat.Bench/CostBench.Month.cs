namespace MovieChat.Bench;

internal static partial class CostBench
{
    private const double SecondsOfADay = 24 * 3600;
    private const double DaysOfAMonth = 365d / 12;
    private const double SecondsOfAMonth = DaysOfAMonth * SecondsOfADay;

    /// <summary>What so many films in flight do and cost in a month, when each has its decisions every day.</summary>
    private sealed class Month(double films, Film film, Parameters given)
    {
        public double Films => films;

        public double Decisions => films * given["decisions"] * DaysOfAMonth;

        /// <summary>What was counted for one film, for so many decisions.</summary>
        private double Rounds => Decisions / film.Decisions;

        private double Rate => Decisions / SecondsOfAMonth;

        private double DaysOfAFilm => 7 * given["weeks"];

        public Operations Work => (Rounds * (film.Loop.OfEngine + film.Loop.OfOurs)) + (Decisions * given["views"] * Own.View);

        /// <summary>Event streams that are open at the same time, on average.</summary>
        private double Streams => films * given["open-hours"] / 24;

        public Operations Pages => (Streams * SecondsOfAMonth) * Own.OpenStream;

        /// <summary>What is done while nobody does anything: queues are looked into by the instances and by the platform, and instances keep
        /// what they hold.</summary>
        public Operations Idle => SecondsOfAMonth * (new Operations(Queue: Polls + ((given["partitions"] + 1) / given["scale-seconds"])) + (Instances * Upkeep));

        /// <summary>A queue that was found empty is looked into again after 50 ms, then ever later: that bounds what work can wake.</summary>
        public Operations Woken =>
            new(Queue: Math.Min(Rounds * film.Messages * given["woken-polls"], 20 * (given["partitions"] + Instances) * SecondsOfAMonth));

        public Operations All => Work + Pages + Idle + Woken;

        /// <summary>What stays when nobody decides anything: polling, the instance that is always ready, what instances tell of themselves, and
        /// the films' rows, half of them on average.</summary>
        public double WaitingCost => Idle.Cost(given) + ReadyCost + (StoredGigabytes * given["table-gb"]) + Paid(RestingLogs);

        public double WorkCost => (Work + Woken).Cost(given);

        public double PagesCost => Pages.Cost(given);

        public double ComputeCost
        {
            get
            {
                var byReady = Math.Min(Engines, given["always-ready"]);
                var onDemand = (Engines - byReady + Doors) * given["instance-gb"] * SecondsOfAMonth;
                return (byReady * given["instance-gb"] * SecondsOfAMonth * given["ready-exec-gbs"])
                    + (Math.Max(0, onDemand - given["free-gbs"]) * given["exec-gbs"])
                    + (Math.Max(0, Executions - given["free-executions"]) / 1e6 * given["exec-million"]);
            }
        }

        public double Tokens => Rounds * (film.Input + (film.Output * given["output-times"]));

        public double ModelCost => Rounds * ((film.Input * given["input-million"]) + (film.Output * given["output-times"] * given["output-million"])) / 1e6;

        public double LogCost => Paid(RestingLogs + (Decisions * given["log-kb"] / 1e6)) - Paid(RestingLogs);

        public double Cost => WaitingCost + WorkCost + PagesCost + ComputeCost + ModelCost + LogCost;

        public double CostOfAFilm => Cost / films * DaysOfAFilm / DaysOfAMonth;

        /// <summary>Instances of the engine's group that work at the same time, on average: calls of the model share one, as many as it allows.</summary>
        public double Engines => Shared(Rate * film.Loop.Orders / film.Decisions * given["model-seconds"], given["model-at-once"])
            + Shared(Rate * (film.Messages - film.Loop.Orders) / film.Decisions, given["activities-at-once"]);

        /// <summary>Instances of the HTTP group that work at the same time, on average. What takes less than a second counts as one.</summary>
        public double Doors => Shared((Rate * (1 + given["views"])) + Streams, given["http-at-once"]);

        /// <summary>Each message leads to one: it wakes an orchestration or is an activity.</summary>
        private double Executions => (Rounds * film.Messages) + (Decisions * (1 + given["views"]));

        private double Instances => Math.Max(given["always-ready"], Engines);

        /// <summary>A control queue is looked into by one instance, the work item queue by all.</summary>
        private double Polls => ((given["partitions"] * Math.Min(1, Instances)) + Instances) / given["poll-seconds"];

        private Operations Upkeep => new(Table: given["upkeep-table"], BlobRead: given["upkeep-blob"]);

        private double ReadyCost => given["always-ready"] * given["instance-gb"] * SecondsOfAMonth * given["ready-gbs"];

        private double StoredGigabytes => films * film.Stored * (DaysOfAFilm * given["decisions"] / film.Decisions / 2) / 1e9;

        /// <summary>GB.</summary>
        private double RestingLogs => Instances * SecondsOfAMonth * given["log-kb-rest"] / 1e6;

        private double Paid(double gigabytes) => Math.Max(0, Math.Min(gigabytes, given["log-cap-gb"] * DaysOfAMonth) - given["log-free-gb"]) * given["log-gb"];

        private static double Shared(double atOnce, double most) => atOnce / Math.Clamp(atOnce, 1, most);
    }
}

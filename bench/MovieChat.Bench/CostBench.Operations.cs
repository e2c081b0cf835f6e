namespace MovieChat.Bench;

internal static partial class CostBench
{
    /// <summary>Operations of a storage account, by what they are charged as.</summary>
    private readonly record struct Operations(double Table = 0, double Queue = 0, double BlobRead = 0, double BlobWrite = 0)
    {
        public double All => Table + Queue + BlobRead + BlobWrite;

        public static Operations operator +(Operations one, Operations other) =>
            new(one.Table + other.Table, one.Queue + other.Queue, one.BlobRead + other.BlobRead, one.BlobWrite + other.BlobWrite);

        public static Operations operator *(double times, Operations of) => new(times * of.Table, times * of.Queue, times * of.BlobRead, times * of.BlobWrite);

        public double Cost(Parameters prices) =>
            (Table * prices.ByTenThousand("table-10k")) + (Queue * prices.ByTenThousand("queue-10k"))
            + (BlobRead * prices.ByTenThousand("blob-read-10k")) + (BlobWrite * prices.ByTenThousand("blob-write-10k"));
    }

    /// <summary>What the engine does in storage. A message is a queue's insert, its delivery and its removal; whoever is woken by one reads
    /// the history, writes what is new of it, and writes the instance's status.</summary>
    private sealed class Engine(Parameters facts)
    {
        /// <summary>Two messages, there and back, and one waking.</summary>
        public Operations Activity => Split(facts["activity-ops"], 6d / 9);

        public Operations Event => Split(facts["event-ops"], 3d / 6) + new Operations(Table: facts["announce-ops"]);

        public Operations Timer => Split(facts["timer-ops"], 3d / 6);

        /// <summary>Delivered six times and put back five.</summary>
        public Operations Stray => Split(facts["stray-ops"], 13d / 19);

        public Operations Renewal => new(Table: facts["renewal-ops"]);

        private static Operations Split(double all, double queueShare) => new(Table: all * (1 - queueShare), Queue: all * queueShare);
    }

    /// <summary>What our own code does in storage, as in Azure: in Azurite a journal is followed row by row.</summary>
    private static class Own
    {
        /// <summary>The key of the request, which is not the owner's.</summary>
        public static Operations Key => new(Table: 1);

        public static Operations Row => new(Table: 1);

        /// <summary>The list is read, and written when it is behind.</summary>
        public static Operations Listing => new(Table: 2);

        /// <summary>A look at the project, or at a draft of it.</summary>
        public static Operations View => Key + Read(hasTail: true) + Row;

        /// <summary>A second of an open event stream: every five, the key, the journal's next row and the project again are read, and eight looks are for
        /// that row in between (<c>EventStream</c>, <c>DurableHost.WaitForChangeAsync</c>).</summary>
        public static Operations OpenStream => (1d / 5) * (Key + Row + ReadAgain + (8 * Row));

        /// <summary>Which one is there, and the new one.</summary>
        public static Operations Snapshot => new(BlobRead: 1, BlobWrite: 1);

        /// <summary>On an instance that has not read the project lately: the snapshot and the next row; when there is one, what comes after it.</summary>
        public static Operations Read(bool hasTail) => new(BlobRead: 1, Table: hasTail ? 2 : 1);

        /// <summary>On the instance that has just read it (<c>RecentProjects</c>): whether there is a next row, and the first one still.</summary>
        public static Operations ReadAgain => new(Table: 2);
    }
}

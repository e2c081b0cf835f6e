using System.Diagnostics;
using Azure.Data.Tables;
using MovieChat.Storage;

namespace MovieChat.Bench;

/// <summary>What every bench measures by: the quantiles of many times, and raw conditional writes to compare with.</summary>
internal static class Figures
{
    /// <param name="share">0.5 for the median.</param>
    public static double Quantile(IReadOnlyCollection<double> values, double share) => values.Order().ElementAt((int)(values.Count * share));

    public static double Median(IReadOnlyCollection<double> values) => Quantile(values, 0.5);

    public static double Milliseconds(long from) => Stopwatch.GetElapsedTime(from).TotalMilliseconds;

    /// <summary>A table for raw writes.</summary>
    public static async Task<TableClient> RawTableAsync(StorageClients clients)
    {
        var table = clients.Tables.GetTableClient("Raw");
        await table.CreateIfNotExistsAsync();
        return table;
    }

    /// <summary>One raw conditional write: an insert that fails where the row is taken.</summary>
    /// <returns>Milliseconds.</returns>
    public static async Task<double> InsertAsync(TableClient raw, string partition, int row)
    {
        var from = Stopwatch.GetTimestamp();
        await raw.AddEntityAsync(new TableEntity(partition, $"{row:D19}") { ["Event"] = new string('x', 400) });
        return Milliseconds(from);
    }
}

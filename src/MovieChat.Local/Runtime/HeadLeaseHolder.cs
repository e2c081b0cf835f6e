using System.Globalization;
using System.Text.Json.Serialization;

namespace MovieChat.Local.Runtime;

/// <summary>Who holds the lease, as it is written into the leased blob.</summary>
/// <param name="Boot">See <see cref="RunningProcess.Boot"/>.</param>
/// <param name="Started">See <see cref="RunningProcess.StartOf"/>.</param>
public sealed record HeadHolder(string Machine, string Boot, int Process, string Started, DateTimeOffset Since, string DataFolder)
{
    public static HeadHolder Here(string dataFolder, TimeProvider time) => new(
        Environment.MachineName,
        RunningProcess.Boot,
        Environment.ProcessId,
        RunningProcess.StartOf(Environment.ProcessId) ?? "",
        time.GetUtcNow(),
        Path.GetFullPath(dataFolder));

    /// <summary>Whether the holder is a process of this machine, in this run of it, so that it can be looked for.</summary>
    [JsonIgnore] public bool IsHere => Machine == Environment.MachineName && Boot == RunningProcess.Boot;

    [JsonIgnore] public bool Lives => RunningProcess.StartOf(Process) == Started;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"process {Process} on '{Machine}' (since {Since.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, data folder '{DataFolder}')");
}

/// <summary>Another head works on the same storage. The message names it and says what to do.</summary>
public sealed class HeadLeaseException(string message) : Exception(message);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(HeadHolder))]
internal sealed partial class HeadLeaseJson : JsonSerializerContext;

using System.Net.Sockets;
using System.Text.Json;
using Azure;

namespace MovieChat.Storage;

/// <summary>A stored value can not be read: it is damaged, or a newer version wrote it. Names where it is, never what it holds.</summary>
public sealed class StoredValueException(string place, string key, string reason)
    : Exception($"What is stored in '{place}' under '{key}' can not be read: {reason}.")
{
    /// <summary>The table or container.</summary>
    public string Place { get; } = place;

    /// <summary>The row's keys or the blob's name.</summary>
    public string Key { get; } = key;

    /// <summary>Says where in the JSON the fault is. The original message may quote the content, so it is left out.</summary>
    internal static StoredValueException From(JsonException fault, string place, string key) =>
        new(place, key, $"its JSON is not as expected at line {fault.LineNumber ?? 0}, byte {fault.BytePositionInLine ?? 0}");
}

/// <summary>A value is larger than storage takes. Nothing was stored.</summary>
public sealed class StorageLimitException(string message) : Exception(message);

/// <summary>Trouble that another attempt, later, may not meet.</summary>
public static class StorageTrouble
{
    /// <summary>Whether storage does not answer, or may not be written now. A time-out comes as a cancellation that nobody asked for,
    /// several failed attempts come together, and a connection that broke at its first moment comes as the socket tells it.</summary>
    public static bool IsPassing(Exception failed) =>
        failed is RequestFailedException or IOException or SocketException or TimeoutException or OperationCanceledException
        || (failed is AggregateException many && many.Flatten().InnerExceptions.Any(IsPassing));
}

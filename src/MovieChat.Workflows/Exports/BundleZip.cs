using System.IO.Compression;

namespace MovieChat.Workflows.Exports;

/// <summary>Writes entries into a ZIP archive, one after the other, none of them held.</summary>
internal static class BundleZip
{
    /// <summary>The years that the format has room for.</summary>
    private static readonly DateTimeOffset First = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero), Last = new(2107, 12, 31, 23, 59, 58, TimeSpan.Zero);

    /// <param name="at">The time of every entry.</param>
    /// <param name="output">Needs neither to seek nor to take synchronous writes. Stays open.</param>
    public static async Task WriteAsync(IEnumerable<BundleEntry> entries, DateTimeOffset at, Stream output, CancellationToken cancellationToken)
    {
        var time = at.ToUniversalTime();
        time = time < First ? First : time > Last ? Last : time;
        await using var settling = new SettlingStream(output);
        // When an entry fails the archive is not disposed of: that would write the directory, with which it looks whole.
        var archive = await ZipArchive.CreateAsync(settling, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        foreach (var each in entries)
        {
            var entry = archive.CreateEntry(each.Name, each.Compression);
            entry.LastWriteTime = time;
            await using (var stream = await entry.OpenAsync(cancellationToken)) await each.WriteAsync(stream, cancellationToken);
            await settling.SettleAsync(cancellationToken);
        }

        await archive.DisposeAsync();
        await settling.SettleAsync(cancellationToken);
    }
}

namespace MovieChat.Workflows.Exports;

/// <summary>Stands before a stream that takes asynchronous writes only, for a writer that makes some of its own in the other way: those are kept until the next
/// asynchronous call. The ZIP archive writes the end of each entry so (.NET 10), which is some kilobytes.</summary>
internal sealed class SettlingStream(Stream output) : Stream
{
    private readonly MemoryStream _kept = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => _kept.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _kept.Write(buffer);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await SettleAsync(cancellationToken);
        await output.WriteAsync(buffer, cancellationToken);
    }

    /// <summary>Writes what is kept. Nothing is flushed further: that would send many small pieces.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        if (_kept.Length == 0) return;
        await output.WriteAsync(_kept.GetBuffer().AsMemory(0, (int)_kept.Length), cancellationToken);
        _kept.SetLength(0);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => SettleAsync(cancellationToken);

    public override void Flush()
    {
        // It is written with the next asynchronous call.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _kept.Dispose();
        base.Dispose(disposing);
    }
}

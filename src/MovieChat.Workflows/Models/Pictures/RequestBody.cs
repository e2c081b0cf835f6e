using System.ClientModel;

namespace MovieChat.Workflows.Models.Pictures;

/// <summary>HTTP content as the provider's client takes it. It is written anew for each attempt, and never held whole.</summary>
internal sealed class RequestBody(HttpContent content) : BinaryContent
{
    public string ContentType => content.Headers.ContentType!.ToString();

    public override bool TryComputeLength(out long length)
    {
        length = content.Headers.ContentLength ?? 0;
        return content.Headers.ContentLength is not null;
    }

    public override void WriteTo(Stream stream, CancellationToken cancellationToken = default) => content.CopyTo(stream, null, cancellationToken);

    public override Task WriteToAsync(Stream stream, CancellationToken cancellationToken = default) => content.CopyToAsync(stream, cancellationToken);

    public override void Dispose() => content.Dispose();
}

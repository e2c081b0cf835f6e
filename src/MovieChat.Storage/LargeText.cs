using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace MovieChat.Storage;

/// <summary>Text of a row: in the row while it is short, else in a blob that the row names.</summary>
/// <remarks>A blob's name ends with the hash of its content. Writing it twice is harmless, two writers never overwrite one another's,
/// and damage is noticed.</remarks>
internal sealed class LargeText(BlobContainerClient container)
{
    public const string Suffix = "Blob";

    /// <summary>Puts <paramref name="text"/> into the row, or stores it and puts its blob's name there.</summary>
    /// <param name="prefix">What the blob's name begins with.</param>
    /// <param name="mostInline">UTF-16 bytes up to which it stays in the row.</param>
    public async Task PutAsync(TableEntity row, string name, string text, string prefix, CancellationToken ct, int mostInline = StorageLimits.MostInlineBytes)
    {
        if (text.Length * sizeof(char) <= mostInline)
        {
            row[name] = text;
            return;
        }

        var content = BinaryData.FromString(text);
        var blob = prefix + StorageKeys.Hash(content.ToMemory().Span);
        await container.GetBlobClient(blob).UploadAsync(content, overwrite: true, ct);
        row[name + Suffix] = blob;
    }

    /// <exception cref="StoredValueException">The row holds neither, or the blob is missing or damaged.</exception>
    public async Task<string> GetAsync(StoredRow row, string name, CancellationToken ct)
    {
        if (row.TextOrNull(name) is { } text) return text;
        var blob = row.TextOrNull(name + Suffix) ?? throw row.Fault(name);
        try
        {
            BinaryData content = (await container.GetBlobClient(blob).DownloadContentAsync(ct)).Value.Content;
            return blob.EndsWith(StorageKeys.Hash(content.ToMemory().Span), StringComparison.Ordinal) ? content.ToString() : throw Fault(blob, "it is not what was stored");
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            throw Fault(blob, "it is missing");
        }
    }

    private StoredValueException Fault(string blob, string reason) => new(container.Name, blob, reason);
}

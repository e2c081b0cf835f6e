using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace MovieChat.Tests.Models;

/// <summary>A form as it came to a server.</summary>
internal sealed record SentForm(IReadOnlyList<(string Name, string Value)> Fields, IReadOnlyList<SentFile> Files)
{
    public string? this[string name] => Fields.SingleOrDefault(field => field.Name == name).Value;

    public static async Task<SentForm> ReadAsync(SeenRequest request)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.Headers["Content-Type"]).Boundary).Value!;
        var reader = new MultipartReader(boundary, new MemoryStream(request.Bytes));
        List<(string, string)> fields = [];
        List<SentFile> files = [];
        while (await reader.ReadNextSectionAsync(TestContext.Current.CancellationToken) is { } part)
        {
            var disposition = ContentDispositionHeaderValue.Parse(part.ContentDisposition);
            using var bytes = new MemoryStream();
            await part.Body.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value!;
            if (disposition.IsFileDisposition()) files.Add(new(name, HeaderUtilities.RemoveQuotes(disposition.FileName).Value!, part.ContentType!, bytes.ToArray()));
            else fields.Add((name, System.Text.Encoding.UTF8.GetString(bytes.ToArray())));
        }

        return new(fields, files);
    }
}

internal sealed record SentFile(string Name, string FileName, string ContentType, byte[] Bytes);

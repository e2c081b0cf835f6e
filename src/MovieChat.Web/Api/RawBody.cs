using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using MovieChat.Web.Problems;

namespace MovieChat.Web.Api;

/// <summary>The body of a request that is a file's bytes.</summary>
internal static class RawBody
{
    /// <param name="most">Most bytes that it may have.</param>
    /// <param name="what">What the file is, to name it by: <c>picture</c>.</param>
    /// <exception cref="ProblemException">It has more.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context, int most, string what, CancellationToken cancellationToken)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = most + 1L;
        return await ReadAsync(context, most, () => new(ProblemKinds.TooLarge, $"A {what} may have {most} bytes: send a smaller one."), cancellationToken);
    }

    /// <param name="tooLarge">What is thrown when there are more bytes than <paramref name="most"/>.</param>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context, int most, Func<ProblemException> tooLarge, CancellationToken cancellationToken)
    {
        if (context.Request.ContentLength > most) throw tooLarge();
        using var bytes = new MemoryStream((int)(context.Request.ContentLength ?? 0));
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = await context.Request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + count > most) throw tooLarge();
            bytes.Write(buffer, 0, count);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}

using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace MovieChat.Tests.Access.Fuzz;

/// <param name="Status">0 when the server closed the connection without an answer.</param>
internal sealed record WireAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public static readonly WireAnswer None = new(0, new Dictionary<string, string>(), []);

    public bool IsLast => Status == 0 || IsStream || Header("Connection").Equals("close", StringComparison.OrdinalIgnoreCase);

    /// <summary>Server-Sent Events, of which the beginning was read.</summary>
    public bool IsStream => Header("Content-Type").StartsWith("text/event-stream", StringComparison.Ordinal);

    public string Text => Encoding.UTF8.GetString(Body);

    public string Header(string name) => Headers.GetValueOrDefault(name, "");
}

/// <summary>HTTP/1.1 on a socket (RFC 9112), for requests that no client would send.</summary>
internal sealed class Wire(Uri server) : IDisposable
{
    private TcpClient? _client;
    private Stream _stream = Stream.Null;

    /// <exception cref="OperationCanceledException">There was no answer in time.</exception>
    public async Task<WireAnswer> SendAsync(FuzzRequest request, CancellationToken cancellationToken)
    {
        if (request.IsOddlyFramed) Dispose();
        var answer = WireAnswer.None;
        try
        {
            await ConnectAsync(cancellationToken);
            await WriteAsync(request, cancellationToken);
            answer = await ReadAsync(request.Method == "HEAD", cancellationToken);
        }
        catch (Exception closed) when (closed is IOException or SocketException)
        {
            // The server closed the connection, with a reset where it left bytes unread.
        }

        if (request.IsOddlyFramed || answer.IsLast) Dispose();
        return answer;
    }

    public void Dispose()
    {
        _stream.Dispose();
        _client?.Dispose();
        _client = null;
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        if (_client is not null) return;
        _client = new() { NoDelay = true };
        await _client.ConnectAsync(server.Host, server.Port, cancellationToken);
        _stream = new BufferedStream(_client.GetStream(), 64 * 1024);
    }

    /// <summary>A server may answer before it has read all, and then stop reading.</summary>
    private async Task WriteAsync(FuzzRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var stream = _client!.GetStream();
            await stream.WriteAsync(request.Bytes, cancellationToken);
            if (request.IsOddlyFramed) _client.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception closed) when (closed is IOException or SocketException)
        {
            // What it answered before may still be there to be read.
        }
    }

    private async Task<WireAnswer> ReadAsync(bool isHead, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await LineAsync(cancellationToken) is not { Length: > 0 } first) return WireAnswer.None;
            var status = int.Parse(first.Split(' ')[1], CultureInfo.InvariantCulture);
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            while (await LineAsync(cancellationToken) is { Length: > 0 } line) headers[line[..line.IndexOf(':')]] = line[(line.IndexOf(':') + 1)..].Trim();
            if (status < 200) continue;
            var answer = new WireAnswer(status, headers, []);
            return isHead || status is 204 or 304 ? answer : answer with { Body = await BodyAsync(answer, cancellationToken) };
        }
    }

    private async Task<byte[]> BodyAsync(WireAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Header("Content-Length") is { Length: > 0 } length) return await BytesAsync(int.Parse(length, CultureInfo.InvariantCulture), cancellationToken);
        var body = new MemoryStream();
        while (int.Parse(await LineAsync(cancellationToken) ?? "0", NumberStyles.HexNumber, CultureInfo.InvariantCulture) is > 0 and var size)
        {
            body.Write(await BytesAsync(size, cancellationToken));
            await LineAsync(cancellationToken);
            if (answer.IsStream) return body.ToArray();
        }

        await LineAsync(cancellationToken);
        return body.ToArray();
    }

    private async Task<byte[]> BytesAsync(int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        await _stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    private async Task<string?> LineAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await _stream.ReadAsync(one, cancellationToken) > 0)
        {
            if (one[0] == '\n') return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }

        return null;
    }
}

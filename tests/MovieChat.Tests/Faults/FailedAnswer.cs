using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace MovieChat.Tests.Faults;

/// <summary>An answer of storage that says nothing but its status.</summary>
internal sealed class FailedAnswer(int status, string clientRequestId) : Response
{
    public override int Status => status;

    public override string ReasonPhrase => "In trouble";

    public override Stream? ContentStream { get; set; } = new MemoryStream();

    public override string ClientRequestId { get; set; } = clientRequestId;

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => false;

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => (value = null) is not null;

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values) => (values = null) is not null;
}

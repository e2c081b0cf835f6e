using System.Security.Cryptography;
using System.Text;
using MovieChat.Core.Notices;
using MovieChat.Storage;

namespace MovieChat.Workflows.Notices;

/// <summary>Where the service is reached from outside, and the key that its links are signed with. The head brings it.</summary>
/// <param name="address">The address without a slash at its end; null while it is not known.</param>
/// <param name="key">32 bytes that nobody else knows.</param>
public sealed class PublicLinks(Func<string?> address, byte[] key)
{
    /// <summary>Null while the service's own address is not known.</summary>
    public string? Address => address();

    public ReadOnlySpan<byte> Key => key;

    /// <summary>An address of the service.</summary>
    /// <param name="path">From its first slash on.</param>
    public string? To(string path) => Address is { } root ? root + path : null;
}

/// <summary>Makes approval links and finds them again.</summary>
public sealed class ApprovalLinks(LinkTable links, PublicLinks site, TimeProvider clock)
{
    /// <summary>How long a link lasts unless somebody says otherwise.</summary>
    public static TimeSpan UsualLife { get; } = TimeSpan.FromDays(14);

    public static TimeSpan LongestLife { get; } = TimeSpan.FromDays(90);

    /// <summary>Makes a link. The same id again gives the same link.</summary>
    /// <param name="writer">In whose name it decides.</param>
    /// <param name="purpose">Where it is sent, or what its writer calls it.</param>
    /// <param name="isForReading">Whether it takes no answer.</param>
    public Task<ApprovalLink> MakeAsync(string id, Offer offer, string writer, string purpose, TimeSpan life, CancellationToken cancellationToken, bool isForReading = false)
    {
        var now = clock.GetUtcNow();
        var until = DateTimeOffset.FromUnixTimeSeconds((now + life).ToUnixTimeSeconds());
        return links.AddAsync(new(id, offer, writer, purpose, now, until) { IsForReading = isForReading }, cancellationToken);
    }

    /// <summary>The address at which an offer can be read, and not answered; null while the service's own is not known. One link serves for a week.</summary>
    public async Task<string?> ForReadingAsync(Offer offer, string writer, string purpose, CancellationToken cancellationToken)
    {
        var week = clock.GetUtcNow().ToUnixTimeSeconds() / (long)TimeSpan.FromDays(7).TotalSeconds;
        return AddressOf(await MakeAsync(Hash($"reading\n{offer}\n{week}"), offer, writer, purpose, UsualLife, cancellationToken, isForReading: true));
    }

    /// <summary>An id that the same notice of the same subscription leads to every time.</summary>
    public static string IdOf(string subscription, string project, long sequence) => Hash($"{subscription}\n{project}\n{sequence}");

    /// <summary>The address of a link; null while the service's own is not known.</summary>
    public string? AddressOf(ApprovalLink link) => site.To($"/a/{link.Token.Sign(site.Key)}");

    /// <returns>Null for what is no link of this service, or was removed with its project.</returns>
    public async Task<ApprovalLink?> FindAsync(string token, CancellationToken cancellationToken) =>
        LinkToken.TryRead(token, site.Key, out var read) ? await links.FindAsync(read.Project, read.Id, cancellationToken) : null;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));

    public bool IsExpired(ApprovalLink link) => link.ExpiresAt <= clock.GetUtcNow();
}

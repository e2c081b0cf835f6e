using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MovieChat.Core.Notices;

/// <summary>A link by which whoever has it may read one offer, and answer it, once.</summary>
/// <param name="Writer">In whose name it decides.</param>
/// <param name="For">Where it was sent, or what its writer calls it.</param>
public sealed record ApprovalLink(string Id, Offer Offer, string Writer, string For, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Whether it shows the draft alone, and takes no answer: where others read along.</summary>
    public bool IsForReading { get; init; }

    /// <summary>The id of the command that an answer by this link is: storage takes it once.</summary>
    public string Command => $"link-{Id}";

    public LinkToken Token => new(Offer.Project, Id, ExpiresAt);
}

/// <summary>What the address of an approval link holds: which one it is and how long it lasts, signed.</summary>
public sealed record LinkToken(string Project, string Id, DateTimeOffset ExpiresAt)
{
    /// <summary>A longer text is no token.</summary>
    private const int MostCharacters = 300;

    /// <summary><c>{project}.{id}.{seconds since 1970}.{signature}</c>, the signature HMAC-SHA256 in base64url.</summary>
    /// <param name="key">32 bytes.</param>
    public string Sign(ReadOnlySpan<byte> key) => $"{Body}.{Signature.Of(key, Body)}";

    /// <returns>False for what was not signed with <paramref name="key"/>. Whether it has expired is not asked.</returns>
    public static bool TryRead(string text, ReadOnlySpan<byte> key, [NotNullWhen(true)] out LinkToken? token)
    {
        token = null;
        if (text.Length > MostCharacters || text.Split('.') is not [var project, var id, var until, _]) return false;
        if (!long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()) return false;
        var read = new LinkToken(project, id, DateTimeOffset.FromUnixTimeSeconds(seconds));
        if (!Signature.AreSame(text, read.Sign(key))) return false;
        token = read;
        return true;
    }

    private string Body => string.Create(CultureInfo.InvariantCulture, $"{Project}.{Id}.{ExpiresAt.ToUnixTimeSeconds()}");
}

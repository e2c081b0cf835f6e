using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using MovieChat.Core;
using MovieChat.Storage;
using MovieChat.Web.Access;
using MovieChat.Workflows.Notices;

namespace MovieChat.Web.Approvals;

/// <summary>Which writer a user of another surface is: bound by a link that works once, and that only who shows a writer's key can use. Until then a user may do nothing, and no more once all the writer's keys are revoked.</summary>
internal sealed class WriterBindings(FrontEndTable table, Writers writers, PublicLinks site, TimeProvider clock)
{
    /// <summary>How long a link may be used.</summary>
    public static TimeSpan Life { get; } = TimeSpan.FromMinutes(30);

    private const int MostCharacters = 2_000;

    /// <returns>Null when nobody bound the user, or they are bound to somebody who may do nothing any more.</returns>
    public async Task<Caller?> FindAsync(Speaker speaker, CancellationToken cancellationToken) =>
        await table.FindWriterAsync(speaker.Surface, speaker.Realm, speaker.User, cancellationToken) is { } writer ? await writers.FindAsync(writer, cancellationToken) : null;

    /// <summary>A link by which a writer says that they are this user; null while the service does not know its own address.</summary>
    public string? LinkFor(Speaker speaker)
    {
        var wish = new BindingWish(speaker.Surface, speaker.Realm, speaker.User, speaker.Name, (clock.GetUtcNow() + Life).ToUnixTimeSeconds(), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));
        var body = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(wish, ApprovalJson.Default.BindingWish));
        return site.To($"/bind/{body}.{SignatureOf(body)}");
    }

    /// <summary>What a link asks for.</summary>
    /// <returns>False for what is no link of this service.</returns>
    public bool TryRead(string token, [NotNullWhen(true)] out BindingWish? wish)
    {
        wish = null;
        if (token.Length > MostCharacters || token.Split('.') is not [var body, var signature]) return false;
        if (!Signature.AreSame(signature, SignatureOf(body))) return false;
        wish = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(body), ApprovalJson.Default.BindingWish);
        return wish is not null;
    }

    /// <summary>Why a link can not be used any more; null when it can.</summary>
    public async Task<string?> WhyNotAsync(BindingWish wish, CancellationToken cancellationToken)
    {
        if (DateTimeOffset.FromUnixTimeSeconds(wish.Until) <= clock.GetUtcNow()) return "The link has expired: ask for another one where you found it.";
        return await table.IsUsedAsync(Use(wish), cancellationToken) ? "The link was used before, and works once." : null;
    }

    /// <summary>Binds the user of a link to a writer.</summary>
    /// <returns>Null when the link was used before.</returns>
    public async Task<Binding?> AcceptAsync(BindingWish wish, string writer, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await table.TryUseAsync(Use(wish), now, cancellationToken) ? await table.BindAsync(wish.Surface, wish.Realm, wish.User, wish.Name, writer, now, cancellationToken) : null;
    }

    /// <summary>Who a writer is on other surfaces.</summary>
    public IAsyncEnumerable<Binding> ListAsync(string writer, CancellationToken cancellationToken) => table.ListBindingsAsync(writer, cancellationToken);

    /// <returns>False when the writer has no binding of that id.</returns>
    public Task<bool> RemoveAsync(string writer, string id, CancellationToken cancellationToken) => table.UnbindAsync(writer, id, cancellationToken);

    public Task UnbindAsync(Speaker speaker, CancellationToken cancellationToken) => table.UnbindAsync(speaker.Surface, speaker.Realm, speaker.User, cancellationToken);

    private static string Use(BindingWish wish) => $"bind\n{wish.Nonce}\n{wish.Surface}\n{wish.Realm}\n{wish.User}";

    private string SignatureOf(string body) => Signature.Of(site.Key, $"bind\n{body}");
}

/// <summary>What a binding link holds, signed.</summary>
/// <param name="Until">In seconds since 1970.</param>
/// <param name="Nonce">So that each link works once.</param>
internal sealed record BindingWish(string Surface, string Realm, string User, string Name, long Until, string Nonce);

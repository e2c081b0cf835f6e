using MovieChat.Core;

namespace MovieChat.Workflows.Notices;

/// <summary>Addresses at which one picture of a project can be seen by whoever has them, for surfaces that fetch pictures by themselves. They do not expire: a message keeps its pictures.</summary>
public sealed class PictureLinks(PublicLinks site)
{
    private const int SignatureBytes = 16;

    /// <summary>Null while the service's own address is not known.</summary>
    public string? AddressOf(string project, string hash) => site.To($"/pictures/{project}/{hash}/{SignatureOf(project, hash)}");

    /// <summary>Whether the service gave the address away itself.</summary>
    public bool IsOwn(string project, string hash, string signature) => Signature.AreSame(signature, SignatureOf(project, hash));

    private string SignatureOf(string project, string hash) => Signature.Of(site.Key, $"picture\n{project}\n{hash}", SignatureBytes);
}

namespace MovieChat.Core.Exports;

/// <summary>Where an export gets the film's pictures from, one after the other: a film has hundreds.</summary>
public interface IPictureSource
{
    /// <summary>The bytes of a picture that an approved portrait or frame names. The caller disposes of the stream.</summary>
    /// <param name="hash">The SHA-256 of the bytes.</param>
    Task<Stream> OpenAsync(string hash, CancellationToken cancellationToken);
}

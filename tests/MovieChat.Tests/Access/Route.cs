using System.Net;

namespace MovieChat.Tests.Access;

/// <summary>Whom a route answers.</summary>
public enum Reach
{
    /// <summary>Everybody, with a key or without.</summary>
    Anybody,

    /// <summary>Every known key, each with what is its own.</summary>
    Writers,

    /// <summary>The owner key alone.</summary>
    Owner,

    /// <summary>The writer of the project alone: to others, the owner too, there is no such project.</summary>
    ItsWriter,
}

/// <summary>What a caller shows.</summary>
public enum Shown
{
    NoKey,
    MalformedHeader,
    UnknownKey,
    RevokedKey,
    OtherWriter,
    Writer,
    Owner,
}

/// <summary>One route of the front door as it was designed.</summary>
/// <param name="Pattern">As it is mapped.</param>
/// <param name="Example">An address; <c>{project}</c>, <c>{key}</c> and others stand for ids.</param>
/// <param name="Answer">To whom it answers.</param>
/// <param name="Body">What a write sends.</param>
public sealed record Route(string Method, string Pattern, string Example, Reach Reach, HttpStatusCode Answer, string? Body = null)
{
    /// <summary>Of the body.</summary>
    public string MediaType { get; init; } = "application/json";

    /// <summary>The problem that <see cref="Answer"/> is, where it is one.</summary>
    public string Kind { get; init; } = "not-found";

    public bool IsWrite => Method is not ("GET" or "HEAD");

    public string Name => $"{Method} {Pattern}";

    public HttpStatusCode AnswerTo(Shown shown) => (Reach, shown) switch
    {
        (Reach.Anybody, _) => Answer,
        (_, < Shown.OtherWriter) => HttpStatusCode.Unauthorized,
        (Reach.Owner, not Shown.Owner) => HttpStatusCode.Forbidden,
        (Reach.ItsWriter, not Shown.Writer) => HttpStatusCode.NotFound,
        _ => Answer,
    };

    public override string ToString() => Name;
}

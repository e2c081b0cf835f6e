namespace MovieChat.Web;

/// <summary>Where the head finds itself to be reached, for as long as no setting says it. The head brings it, when it knows.</summary>
/// <param name="find">The address without a slash at its end; null while it is not known.</param>
public sealed class OwnAddress(Func<string?> find)
{
    public string? Address => find();
}

namespace MovieChat.Tests.Access.Fuzz;

/// <summary>What can be shown at the door.</summary>
/// <param name="Writer">Of the writer whose film requests are grown for.</param>
/// <param name="Bystander">Of a writer with nothing.</param>
internal sealed record FuzzKeys(string Writer, string Bystander, string Owner, string Revoked)
{
    public IReadOnlyList<string> All => [Writer, Bystander, Owner, Revoked];
}

/// <param name="Shown">Whose key it shows; <see cref="Shown.MalformedHeader"/> for what is none.</param>
/// <param name="Project">The project that its address names, if it names one.</param>
internal sealed record GrownRequest(FuzzRequest Request, Shown Shown, string Project);

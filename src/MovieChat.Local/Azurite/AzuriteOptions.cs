namespace MovieChat.Local.Azurite;

/// <summary>How Azurite runs.</summary>
public sealed record AzuriteOptions
{
    /// <summary>Its data goes to <c>storage</c> in this folder.</summary>
    public required string DataFolder { get; init; }

    public AzuriteAddress Address { get; init; } = AzuriteAddress.Default;

    /// <summary>Where it is installed; default <c>azurite</c> in the data folder.</summary>
    public string? InstallFolder { get; init; }
}

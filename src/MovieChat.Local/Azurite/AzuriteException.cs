namespace MovieChat.Local.Azurite;

/// <summary>Azurite can not be installed or started. The message says what to do.</summary>
public sealed class AzuriteException(string message, Exception? inner = null) : Exception($"{message} {Remedy}", inner)
{
    private const string Remedy =
        "Azurite keeps the films on this machine and needs Node.js 20 or newer with npm (https://nodejs.org). "
        + "Or start Azurite yourself, or set AzureWebJobsStorage to the connection string of an Azure storage account.";
}

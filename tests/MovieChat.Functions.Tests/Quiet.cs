using System.Runtime.CompilerServices;

namespace MovieChat.Functions.Tests;

internal static class Quiet
{
    /// <summary>The engine's own host tells of every call unless it is told not to, and is told by the environment alone.</summary>
    [ModuleInitializer]
    internal static void Set() => Environment.SetEnvironmentVariable("Logging__LogLevel__Default", "Warning");
}

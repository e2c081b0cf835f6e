using System.Runtime.InteropServices;

namespace MovieChat.Local.Azurite;

/// <summary>Signals to other processes, which .NET has no call for.</summary>
internal static class Signals
{
    public const int Terminate = 15;

    public static void Send(int process, int signal) => _ = Kill(process, signal);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}

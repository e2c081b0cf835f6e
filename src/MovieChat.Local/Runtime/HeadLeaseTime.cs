using System.Runtime.InteropServices;

namespace MovieChat.Local.Runtime;

/// <summary>Time whose stamps go on while the process is stopped and while the machine sleeps, as the storage's own time does.</summary>
/// <remarks>Linux: <c>CLOCK_BOOTTIME</c> (clock_gettime(2)); Windows: the tick count. Elsewhere a sleep of the machine is not counted, and
/// after one the lease is known to be lost only at the next renewal.</remarks>
internal sealed class SuspendAwareTime : TimeProvider
{
    private const int BootTime = 7;
    private const long Nanoseconds = 1_000_000_000;

    public override long TimestampFrequency => Nanoseconds;

    public override long GetTimestamp()
    {
        if (!OperatingSystem.IsLinux()) return Environment.TickCount64 * (Nanoseconds / 1000);
        return ClockGetTime(BootTime, out var time) == 0
            ? ((long)time.Seconds * Nanoseconds) + time.Nanoseconds
            : throw new InvalidOperationException("The clock that counts sleep can not be read.");
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ClockGetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}

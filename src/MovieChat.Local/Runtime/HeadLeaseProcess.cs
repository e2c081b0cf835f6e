using System.Diagnostics;
using System.Globalization;

namespace MovieChat.Local.Runtime;

/// <summary>Whether a process runs, told apart from a later one of the same number by when it started.</summary>
internal static class RunningProcess
{
    /// <summary>What tells this run of the machine, and this space of process numbers, from others. Empty where there is no such thing to
    /// read (outside Linux).</summary>
    public static string Boot { get; } = OperatingSystem.IsLinux()
        ? $"{File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()} {new FileInfo("/proc/self/ns/pid").LinkTarget}"
        : "";

    /// <summary>When the process started, to be compared only with another such text; null when it does not run.</summary>
    public static string? StartOf(int process) => OperatingSystem.IsLinux() ? LinuxStart(process) : Start(process);

    /// <summary>The 22nd field of <c>/proc/{pid}/stat</c>: clock ticks since the machine started, which no change of the clock moves. The
    /// second field, the program's name, is in parentheses and may hold anything.</summary>
    private static string? LinuxStart(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var ended = fields[0] is "Z" or "X";
            return ended ? null : fields[19];
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string? Start(int process)
    {
        try
        {
            using var running = Process.GetProcessById(process);
            return running.StartTime.ToUniversalTime().ToString("s", CultureInfo.InvariantCulture);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}

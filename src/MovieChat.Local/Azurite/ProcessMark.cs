using System.Diagnostics;
using System.Globalization;
using MovieChat.Local.Runtime;

namespace MovieChat.Local.Azurite;

/// <summary>A file that says which process was started, so that it can be found again after its head was killed.</summary>
internal sealed class ProcessMark(string path)
{
    public void Write(int process) => File.WriteAllLines(path, [process.ToString(CultureInfo.InvariantCulture), RunningProcess.StartOf(process) ?? ""]);

    /// <summary>The process, when it still runs; null when it ended, even if its number is another's by now.</summary>
    public Process? Find()
    {
        if (!File.Exists(path) || File.ReadAllLines(path) is not [var number, var started]) return null;
        if (!int.TryParse(number, CultureInfo.InvariantCulture, out var id) || RunningProcess.StartOf(id) != started) return null;
        try
        {
            return Process.GetProcessById(id);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    public void Delete() => File.Delete(path);
}

using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace MovieChat.Tests.House;

/// <summary>The project's own files, as they lie in the working copy.</summary>
internal static class Source
{
    public static string Root { get; } = Climb(new DirectoryInfo(Path.GetDirectoryName(Here())!));

    /// <summary>Every project file by the project's name.</summary>
    public static IReadOnlyDictionary<string, XDocument> Projects { get; } =
        new[] { "src", "tests", "bench" }
            .Select(folder => Path.Combine(Root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories))
            .Where(IsWritten)
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), XDocument.Load);

    /// <summary>The C# files of one project under src, by path.</summary>
    public static IEnumerable<string> Files(string project) =>
        Directory.EnumerateFiles(Path.Combine(Root, "src", project), "*.cs", SearchOption.AllDirectories)
            .Where(IsWritten);

    public static IEnumerable<string> References(XDocument project, string kind) =>
        project.Descendants(kind).Select(item => (string)item.Attribute("Include")!);

    /// <summary>Builds leave projects and code of their own in <c>obj</c>.</summary>
    private static bool IsWritten(string file) => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static string Climb(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MovieChat.Functions.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests read the project files: run them from a working copy.");
    }

    private static string Here([CallerFilePath] string file = "") => file;
}

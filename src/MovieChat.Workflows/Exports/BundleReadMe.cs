using System.Globalization;
using System.Text;
using MovieChat.Core.Journey;

namespace MovieChat.Workflows.Exports;

/// <summary>The text that tells what is what in a bundle.</summary>
internal static class BundleReadMe
{
    private static readonly (string Folder, string What)[] Folders =
    [
        ("pictures/portraits/", "The approved portraits, by the people's names"),
        ("pictures/frames/", "The approved frames of the storyboard, by scene and shot: 003-02 is the second shot of scene 3"),
    ];

    public static string Of(WritingProject project, bool withDrafts, IReadOnlyCollection<BundleEntry> entries)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{project.Title.ReplaceLineEndings(" ")}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"The film as it was on {project.ChangedAt.UtcDateTime:d MMMM yyyy, HH:mm} UTC: project {project.Id}, entry {project.Revision} of its journal.\n");
        text.Append(withDrafts
            ? "With what still awaits the writer, where nothing is approved. authorship.pdf marks it.\n\n"
            : "Only what the writer approved is in here.\n\n");
        foreach (var entry in entries.Where(entry => entry.What is not null)) text.Append(CultureInfo.InvariantCulture, $"{entry.Name}\n    {entry.What}\n");
        foreach (var (folder, what) in Folders)
        {
            var count = entries.Count(entry => entry.Name.StartsWith(folder, StringComparison.Ordinal));
            if (count > 0) text.Append(CultureInfo.InvariantCulture, $"{folder}\n    {what} ({count}).\n");
        }

        return text.Append("\nMade with Movie Chat.\n").ToString();
    }
}

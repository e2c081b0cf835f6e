using System.Globalization;

namespace MovieChat.Core.Exports.Bible;

/// <summary>The table of contents.</summary>
internal static class BibleContents
{
    /// <summary>Its pages. The cover is page 1, the contents come next, and then the body.</summary>
    public static IReadOnlyList<BiblePage> Of(IReadOnlyList<BibleEntry> entries)
    {
        BibleEntry[] listed = [.. entries.Where(entry => entry.IsListed)];
        if (listed.Length == 0) return [];
        // How many pages it takes does not depend on the numbers in it.
        return Set(listed, 1 + Set(listed, 0).Count + 1);
    }

    private static IReadOnlyList<BiblePage> Set(IReadOnlyList<BibleEntry> listed, int first)
    {
        var flow = new BibleFlow();
        flow.NewPage();
        flow.Add(new BibleMark.Box(BibleType.Left, flow.Y - 18, 28, 3, BibleType.Accent));
        flow.Text("Contents", BibleType.Section);
        flow.Space(18);
        foreach (var entry in listed)
        {
            var lettering = entry.Level == 0 ? BibleType.Strong : BibleType.Body;
            if (entry.Level == 0) flow.Space(7);
            flow.Need(BibleType.Leading(lettering));
            flow.Add(new BibleMark.Link(BibleType.Left, flow.Y, BibleType.Right - BibleType.Left, BibleType.Leading(lettering), entry.Page));
            flow.AtRight((first + entry.Page).ToString(CultureInfo.InvariantCulture), lettering);
            flow.Text(entry.Title, lettering, entry.Level * 16);
        }
        return flow.Pages;
    }
}

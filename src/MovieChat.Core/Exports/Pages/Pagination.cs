namespace MovieChat.Core.Exports.Pages;

/// <summary>Lays blocks on pages of <see cref="PageRules.Lines"/> lines. A heading stands on a page with the beginning of what follows; of a text that is
/// parted, two lines at least stay together on either page; a parted speech says so below and above.</summary>
/// <remarks>What can not be kept together because it is longer than a page is parted where the page ends. Every page but the last takes something off what is
/// left, so this ends for any film.</remarks>
internal sealed class Pagination
{
    private readonly List<ScriptPage> pages = [];
    private List<PageLine> page = [];

    private Pagination()
    {
    }

    private int Room => PageRules.Lines - page.Count;

    public static IReadOnlyList<ScriptPage> Of(IReadOnlyList<ScriptBlock> blocks)
    {
        var pagination = new Pagination();
        var needs = Needs(blocks);
        for (var at = 0; at < blocks.Count; at++)
            pagination.Add(blocks[at], needs[at]);
        pagination.EndPage();
        return pagination.pages;
    }

    /// <summary>How many lines each block needs to begin: of a heading, with what must follow it. Headings that follow one another are kept together as
    /// far as a page holds them.</summary>
    private static int[] Needs(IReadOnlyList<ScriptBlock> blocks)
    {
        var needs = new int[blocks.Count];
        for (var at = blocks.Count - 1; at >= 0; at--)
        {
            needs[at] = blocks[at].Beginning;
            if (!blocks[at].IsHeading || at + 1 == blocks.Count) continue;
            var together = needs[at] + 1 + needs[at + 1];
            if (together <= PageRules.Lines) needs[at] = together;
        }
        return needs;
    }

    private void Add(ScriptBlock block, int need)
    {
        if (page.Count > 0 && 1 + Math.Min(need, PageRules.Lines) > Room) EndPage();
        if (page.Count > 0) page.Add(PageLine.Blank);
        var more = block.Continued is null ? 0 : 1;
        var at = 0;
        while (block.Lines.Count - at > Room)
        {
            var end = End(block, at, at + Room - more);
            page.AddRange(block.Lines.Skip(at).Take(end - at));
            if (block.Continued is { } cue) page.Add(cue with { Text = PageRules.More });
            EndPage();
            if (block.Continued is not null) page.Add(block.Continued);
            at = end;
            while (at + 1 < block.Lines.Count && block.Lines[at].Text.Length == 0) at++;
        }
        page.AddRange(block.Lines.Skip(at));
    }

    /// <summary>The last place at which the block may be parted, with what fits; where there is none, where the page ends.</summary>
    private static int End(ScriptBlock block, int first, int last)
    {
        for (var at = last; at > first; at--)
            if (block.Breaks.Contains(at)) return at;
        return last;
    }

    private void EndPage()
    {
        if (page.Count == 0) return;
        pages.Add(new ScriptPage(pages.Count + 1, page));
        page = [];
    }
}

namespace MovieChat.Core.Exports;

/// <summary>Reads Fountain as fountain.io/syntax describes it.</summary>
public static class FountainReader
{
    /// <summary>Reads any text, in time linear in its length; there is no wrong Fountain: what has no other shape is action.</summary>
    /// <remarks>Line ends may be LF, CR or CRLF; a byte order mark is skipped. Boneyards are dropped. A note, wherever it stands, is an element of its own, after the one it stood
    /// in. Where the syntax leaves it open: marked lines (<c>. ! @ &gt; ~ # =</c>) need no empty line before them, and a scene heading may be followed by a
    /// section or a synopsis; inside a speech only parentheticals and lyrics are marked, all else is dialogue; a forced cue needs no words below it;
    /// a line of two spaces keeps action together as it does dialogue.</remarks>
    public static FountainScript Read(string text)
    {
        var lines = FountainSource.Lines(text);
        var at = 0;
        var titlePage = FountainTitlePage.Read(lines, ref at);
        return new FountainScript(titlePage, FountainBody.Read(lines, at));
    }
}

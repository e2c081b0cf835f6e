namespace MovieChat.Core.Exports;

/// <summary>The script below the title page, line by line. Action, dialogue and lyrics gather lines in a paragraph; every other element is one line.</summary>
internal sealed class FountainBody
{
    private readonly IReadOnlyList<SourceLine> lines;
    private readonly List<FountainElement> elements = [];
    private readonly List<string> paragraph = [];
    private readonly List<FountainElement> notes = [];
    private FountainKind paragraphKind;
    private int paragraphLine;
    private bool isParagraphSpoken;
    private bool isAfterEmpty = true;
    private bool isInSpeech;
    private int at;

    private FountainBody(IReadOnlyList<SourceLine> lines, int at) => (this.lines, this.at) = (lines, at);

    public static IReadOnlyList<FountainElement> Read(IReadOnlyList<SourceLine> lines, int at)
    {
        var body = new FountainBody(lines, at);
        body.notes.AddRange(lines.Take(at).SelectMany(NotesOf));
        for (; body.at < lines.Count; body.at++)
            body.ReadLine(lines[body.at]);
        body.EndParagraph();
        return body.elements;
    }

    private void ReadLine(SourceLine line)
    {
        if (line.IsEmpty)
            ReadEmpty(line);
        else if (isInSpeech)
            ReadSpoken(line.Text.Trim());
        else
            ReadScript(line.Text.TrimEnd());
        notes.AddRange(NotesOf(line));
        if (paragraph.Count == 0) EndParagraph();
    }

    private void ReadEmpty(SourceLine line)
    {
        if (line.IsOnlyNotes) return;
        if (line.IsKept && (isInSpeech || paragraph.Count > 0))
        {
            if (paragraph.Count > 0) paragraph.Add("");
            return;
        }
        EndParagraph();
        isInSpeech = false;
        isAfterEmpty = true;
    }

    private void ReadSpoken(string line)
    {
        if (FountainSyntax.IsParenthetical(line))
            Add(FountainKind.Parenthetical, line);
        else if (line[0] == '~')
            Gather(FountainKind.Lyrics, line[1..].TrimStart());
        else
            Gather(FountainKind.Dialogue, line);
    }

    private void ReadScript(string line)
    {
        var bare = line.TrimStart();
        var isForced = bare[0] == '!';
        if (!isForced && (ReadMarked(bare) || (isAfterEmpty && ReadShaped(bare)))) return;
        var text = isForced ? line[..^bare.Length] + bare[1..] : line;
        Gather(FountainKind.Action, text.Replace("\t", "    ", StringComparison.Ordinal));
    }

    /// <summary>The line as the element that its first character makes it; false when it makes none.</summary>
    private bool ReadMarked(string line) => line[0] switch
    {
        '.' => line.Length > 1 && line[1] != '.' && !char.IsWhiteSpace(line[1]) && AddHeading(line[1..]),
        '@' => line.Length > 1 && AddCue(line[1..]),
        '>' => line.Length > 1 && AddTransition(line[1..]),
        '~' => Gather(FountainKind.Lyrics, line[1..].TrimStart()),
        '#' => AddSection(line),
        '=' when FountainSyntax.IsPageBreak(line) => AddAside(new FountainElement(FountainKind.PageBreak, "")),
        '=' => line.Length > 1 && AddAside(new FountainElement(FountainKind.Synopsis, line[1..].Trim())),
        _ => false,
    };

    /// <summary>The line as the element that its shape makes it, given what follows; false when it is action.</summary>
    private bool ReadShaped(string line)
    {
        var next = NextLine();
        if (FountainSyntax.IsHeading(line.TrimStart('*', '_')))
            return (next.Length == 0 || next[0] is '#' or '=') && AddHeading(line);
        if (FountainSyntax.IsTransition(line) && next.Length == 0)
            return Add(FountainKind.Transition, line);
        return next.Length > 0 && FountainSyntax.IsCue(line.TrimEnd('^', ' ')) && AddCue(line);
    }

    private string NextLine()
    {
        var next = at + 1;
        while (next < lines.Count && lines[next].IsOnlyNotes) next++;
        return next < lines.Count ? lines[next].Text.Trim() : "";
    }

    private bool AddHeading(string line)
    {
        var start = line.EndsWith('#') && line.Length > 1 ? line.LastIndexOf('#', line.Length - 2) : -1;
        var number = start < 0 ? "" : line[(start + 1)..^1];
        if (number.Length == 0 || !number.All(mark => char.IsLetterOrDigit(mark) || mark is '-' or '.'))
            return Add(FountainKind.SceneHeading, line.Trim());
        return Add(new FountainElement(FountainKind.SceneHeading, line[..start].Trim()) { SceneNumber = number });
    }

    private bool AddCue(string line)
    {
        var isDual = line.EndsWith('^') && !FountainText.IsEscaped(line, line.Length - 1);
        Add(new FountainElement(FountainKind.Character, (isDual ? line[..^1] : line).Trim()) { IsDual = isDual });
        return isInSpeech = true;
    }

    private bool AddTransition(string line)
    {
        var isCentered = line.EndsWith('<') && !FountainText.IsEscaped(line, line.Length - 1);
        return isCentered ? Add(FountainKind.Centered, line[..^1].Trim()) : Add(FountainKind.Transition, line.Trim());
    }

    private bool AddSection(string line)
    {
        var text = line.TrimStart('#');
        return !string.IsNullOrWhiteSpace(text)
            && AddAside(new FountainElement(FountainKind.Section, text.Trim()) { Depth = line.Length - text.Length });
    }

    /// <summary>What is not printed stands as little in the way of the next line as an empty line does.</summary>
    private bool AddAside(FountainElement element)
    {
        Add(element);
        return isAfterEmpty = true;
    }

    private bool Add(FountainKind kind, string markup) => Add(new FountainElement(kind, markup));

    private bool Add(FountainElement element)
    {
        EndParagraph();
        elements.Add(element with { Line = lines[at].Number });
        isAfterEmpty = false;
        return true;
    }

    private bool Gather(FountainKind kind, string line)
    {
        if (paragraphKind != kind) EndParagraph();
        if (paragraph.Count == 0) (paragraphLine, isParagraphSpoken) = (lines[at].Number, isInSpeech);
        paragraphKind = kind;
        paragraph.Add(line);
        isAfterEmpty = false;
        return true;
    }

    private static IEnumerable<FountainElement> NotesOf(SourceLine line) =>
        line.Notes.Select(note => new FountainElement(FountainKind.Note, note) { Line = line.Number });

    private void EndParagraph()
    {
        var markup = string.Join('\n', paragraph).Trim('\n');
        if (markup.Length > 0) elements.Add(new FountainElement(paragraphKind, markup) { Line = paragraphLine, IsSpoken = isParagraphSpoken && paragraphKind is FountainKind.Lyrics });
        paragraph.Clear();
        elements.AddRange(notes);
        notes.Clear();
    }
}

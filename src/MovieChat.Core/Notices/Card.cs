using MovieChat.Core.Journey;

namespace MovieChat.Core.Notices;

/// <summary>Something said to a writer outside of the pages: what it says, what may be answered, and what became of it. It knows nothing of where it is shown:
/// each surface turns it into its own form, and leaves out what does not fit, with <see cref="Link"/> to all of it.</summary>
/// <remarks>All of its text is text: whatever looks like markup in it, from a film or a writer, is to be shown as it stands.</remarks>
public sealed record Card
{
    /// <summary>The film's title, or what the card is about where it is about none.</summary>
    public required string Title { get; init; }

    /// <summary>One or two sentences: what happened and what is asked.</summary>
    public required string Lead { get; init; }

    /// <summary>What it shows, in order.</summary>
    public ValueList<CardBlock> Blocks { get; init; } = [];

    /// <summary>The options of a draft that holds several, each to be chosen; empty where there is nothing to choose.</summary>
    public ValueList<CardOption> Options { get; init; } = [];

    /// <summary>What may be answered, most likely first. None once it was answered.</summary>
    public ValueList<CardAction> Actions { get; init; } = [];

    /// <summary>What became of it; null while it is open.</summary>
    public string? Outcome { get; init; }

    /// <summary>Where all of it is to be read; null when that is nowhere.</summary>
    public string? Link { get; init; }
}

/// <summary>One option of a draft.</summary>
/// <param name="Number">As in the draft.</param>
/// <param name="Actions">What may be answered with this very option.</param>
public sealed record CardOption(int Number, string Label, ValueList<CardBlock> Blocks, ValueList<CardAction> Actions);

/// <summary>A piece of a card.</summary>
public abstract record CardBlock
{
    private CardBlock()
    {
    }

    public sealed record Heading(string Text) : CardBlock;

    /// <summary>May hold line breaks.</summary>
    public sealed record Paragraph(string Text) : CardBlock;

    /// <summary>A value with its name.</summary>
    public sealed record Fact(string Label, string Text) : CardBlock;

    /// <summary>One entry of a list.</summary>
    public sealed record Entry(string Text) : CardBlock;

    /// <summary>An element of a screenplay: see <c>ElementTypes</c>.</summary>
    public sealed record Script(string Type, string Text) : CardBlock;

    /// <param name="Hash">Of the project's picture.</param>
    /// <param name="About">What it shows, in words.</param>
    public sealed record Image(string Hash, string About) : CardBlock;
}

/// <summary>Something that the reader of a card may do.</summary>
/// <param name="Label">Up to 40 characters.</param>
public abstract record CardAction(string Label)
{
    /// <summary>Whether it is the one that most will choose.</summary>
    public bool IsPrimary { get; init; }

    /// <summary>Answers at once.</summary>
    public sealed record Decide(string Label, Answer Answer) : CardAction(Label);

    /// <summary>Asks for some words first: see <see cref="CardForm"/>.</summary>
    public sealed record Fill(string Label, Answer Answer) : CardAction(Label);

    /// <summary>Says a command, as if the reader had typed it.</summary>
    public sealed record Say(string Label, string Command) : CardAction(Label);

    public sealed record Open(string Label, string Address) : CardAction(Label);
}

/// <summary>What is asked for before an answer is given.</summary>
public sealed record CardForm(Answer Answer, string Title, string Submit, ValueList<CardField> Fields);

/// <summary>One text to fill in.</summary>
/// <param name="Id">What the value is sent back under.</param>
/// <param name="Text">What stands there to begin with.</param>
/// <param name="Most">Most characters.</param>
public sealed record CardField(string Id, string Label, string Text, bool IsLong, bool IsRequired, int Most);

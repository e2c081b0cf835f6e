using MovieChat.Core.Film;

namespace MovieChat.Core.Scripts;

/// <summary>What a file of a writer's says: the scenes of a script, before they are compared with any film.</summary>
/// <param name="Title">From the title page, in one line; empty when there is none.</param>
/// <param name="Remarks">What of the file was left out or taken otherwise than it stands, in the file's order.</param>
public sealed record Script(string Title, IReadOnlyList<ScriptScene> Scenes, IReadOnlyList<ScriptRemark> Remarks);

/// <summary>One scene of a script.</summary>
/// <param name="Heading">As it stands in the file, in one line.</param>
/// <param name="Number">The scene number as it stands there, such as <c>12A</c>; null without one.</param>
/// <param name="Summary">What its synopsis says, in one line; empty without one.</param>
/// <param name="Elements">As a film's dialogue has them, clean, every speech below its cue.</param>
/// <param name="Line">Where its heading stands in the file, from 1.</param>
public sealed record ScriptScene(string Heading, string? Number, string Summary, IReadOnlyList<ScriptElement> Elements, int Line);

/// <summary>One element of a script.</summary>
/// <param name="Type">One of <see cref="ElementTypes"/>.</param>
/// <param name="Line">Where it stands in the file, from 1.</param>
public sealed record ScriptElement(string Type, string Text, int Line);

/// <param name="Line">Where it stands in the file, from 1.</param>
/// <param name="Text">What was done with it, in a sentence.</param>
public sealed record ScriptRemark(int Line, string Text);

/// <summary>The forms in which scripts are read.</summary>
public enum ScriptFormat
{
    Fountain,
    Fdx,
}

/// <summary>A file that can not be taken as a script. The message says what is wrong, where, and what to do.</summary>
public sealed class UnreadableScriptException(string message, int? line = null) : Exception(message)
{
    /// <summary>From 1; null when it is not one place.</summary>
    public int? Line { get; } = line;
}

using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MovieChat.Core.Chatting;

/// <summary>The JSON that travels to the companion's model beside the prompt, as the first user message: the chat and what it needs to know of the
/// film. After it come the last exchanges, then what the writer says now. A model of any provider, the understudy among them, reads nothing else.</summary>
public sealed record CompanionContext
{
    public required ChatFacts Chat { get; init; }

    public required ChatFilm Film { get; init; }
}

/// <param name="Project">The project's id.</param>
/// <param name="Id">The chat's id.</param>
/// <param name="Focus">The id of the document that the chat is about; null for the whole film.</param>
/// <param name="Turn">The number of the writer's message, from 1.</param>
/// <param name="Summary">What was said before the exchanges that follow.</param>
public sealed record ChatFacts(string Project, string Id, string? Focus, long Turn, string? Summary);

/// <summary>What the companion is shown of the film without asking. By its tools it can read all of it.</summary>
public sealed record ChatFilm
{
    public required string Title { get; init; }

    /// <summary>Where the documents stand: their ids by status (<c>waiting</c>, <c>drafting</c>, <c>awaitingApproval</c>, <c>approved</c>, <c>stale</c>,
    /// <c>failed</c>, <c>skipped</c>). Of many, the first.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Documents { get; init; }

    /// <summary>What the writer stated about the film. Of more than fits, the newest.</summary>
    public IReadOnlyList<string>? Stated { get; init; }

    /// <summary>The document that the chat is about.</summary>
    public FocusDocument? Focus { get; init; }

    /// <summary>The approved documents around the focus, in short.</summary>
    public IReadOnlyDictionary<string, string>? Around { get; init; }
}

/// <param name="Status">As in <see cref="ChatFilm.Documents"/>.</param>
/// <param name="Draft">The number of the draft before the writer; null when there is none.</param>
/// <param name="Option">The number of the option shown: the approved one, or the first.</param>
/// <param name="Options">How many options the draft has.</param>
/// <param name="Content">The option's content; null when it is too long to be shown: the companion reads it by its tool.</param>
public sealed record FocusDocument(string Id, string Status, int? Draft, int? Option, int? Options, JsonNode? Content);

/// <summary>A small piece of work on a chat, as the only user message.</summary>
/// <param name="Chore"><c>title</c> or <c>fold</c>.</param>
/// <param name="Exchanges">What was said, oldest first.</param>
public sealed record ChoreRequest(string Chore, IReadOnlyList<ChoreExchange> Exchanges)
{
    /// <summary>With <c>fold</c>: what was said before, in short.</summary>
    public string? Summary { get; init; }
}

public sealed record ChoreExchange(string Writer, string Companion);

/// <summary>The answer to <c>title</c>.</summary>
public sealed record TitleAnswer([property: JsonRequired] string Title);

/// <summary>The answer to <c>fold</c>.</summary>
public sealed record SummaryAnswer([property: JsonRequired] string Summary);

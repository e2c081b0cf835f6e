using System.Collections.Frozen;

namespace MovieChat.Core.Journey;

/// <summary>The dependency table: which documents a film has, and what each is made from. One row a kind, in the order of the journey.</summary>
/// <remarks>
/// A row's <see cref="DocumentRule.Needs"/> and <see cref="DocumentRule.Sees"/> name documents by pattern:
/// <c>plot</c> the only one of its kind; <c>profile:*</c> all of a kind; <c>shots:{parent}</c>, for a row that is about the parts of
/// <c>shots:*</c>, the document whose part it is about; <c>portrait:{people}</c> those of the people in the part;
/// <c>profile:{part}</c>, for a row about the parts that profiles are about, the one about the same part; <c>dialogue:{before}</c> those of the
/// parts before it. A row names only rows above it, so that the film can be drafted from top to
/// bottom; of its own kind it may see all, and need those before.
/// </remarks>
public sealed class DocumentTable
{
    /// <summary>What tips and ways forward usually cost, before there are some that tell.</summary>
    public const long TypicalTipsTokens = 2_000;

    /// <summary>The film's documents.</summary>
    public static DocumentTable Film { get; } = new(
    [
        new("brief") { ByWriterAlone = true },
        new("ideas") { Needs = ["brief"], Options = 4, PassedOverWhenBegunLater = true, TypicalTokens = 1_500 },
        new("synopsis") { Needs = ["ideas"], Sees = ["brief"], Options = 3, TypicalTokens = 2_000 },
        new("cast") { Needs = ["synopsis"], Sees = ["brief", "ideas"], TypicalTokens = 3_000 },
        new("look") { Needs = ["synopsis"], Sees = ["brief", "ideas", "cast"], MaySkip = true, TypicalTokens = 2_000 },
        new("profile") { PartsOf = "cast", Needs = ["cast"], Sees = ["brief", "ideas", "synopsis", "profile:*"], TypicalTokens = 2_500 },
        new("portrait") { PartsOf = "cast", Needs = ["cast", "look"], Sees = ["profile:{part}"], Options = 3, MaySkip = true, SkippedWith = "look", TypicalPictures = 3 },
        new("plot") { Needs = ["synopsis", "cast", "profile:*"], Sees = ["brief", "ideas"], TypicalTokens = 6_000 },
        new("scenes") { Needs = ["plot"], Sees = ["brief", "ideas", "synopsis", "cast", "profile:*"], TypicalTokens = 8_000 },
        new("dialogue")
        {
            PartsOf = "scenes",
            Needs = ["scenes", "plot", "profile:*"],
            Sees = ["brief", "ideas", "synopsis", "cast", "dialogue:{before}"],
            InOrder = true,
            TypicalTokens = 5_000,
        },
        new("shots")
        {
            PartsOf = "scenes",
            Needs = ["scenes", "look"],
            Sees = ["cast", "dialogue:{part}"],
            MaySkip = true,
            SkippedWith = "look",
            TypicalTokens = 3_000,
        },
        new("frame")
        {
            PartsOf = "shots",
            Needs = ["shots:{parent}", "portrait:{people}", "look"],
            Sees = ["cast", "scenes"],
            MaySkip = true,
            SkippedWith = "look",
            TypicalPictures = 1,
        },
    ]);

    private readonly FrozenDictionary<string, DocumentRule> _byKind;

    /// <exception cref="ArgumentException">A row is not sound. The message names it and says what would be right.</exception>
    public DocumentTable(IReadOnlyList<DocumentRule> rules)
    {
        DocumentTableCheck.Check(rules);
        Rules = rules;
        _byKind = rules.ToFrozenDictionary(rule => rule.Kind);
    }

    public IReadOnlyList<DocumentRule> Rules { get; }

    public DocumentRule? Rule(string kind) => _byKind.GetValueOrDefault(kind);
}

/// <summary>One row of the <see cref="DocumentTable"/>.</summary>
/// <param name="Kind">The kind of document.</param>
public sealed record DocumentRule(string Kind)
{
    /// <summary>The kind whose approved parts this row has a document each for; null when there is only one.</summary>
    public string? PartsOf { get; init; }

    /// <summary>What must be approved before it can be drafted, and turns it stale by changing.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>What its author is shown as well, once approved. A change in it is a hint.</summary>
    public IReadOnlyList<string> Sees { get; init; } = [];

    /// <summary>First drafts wait until the document of the part before is decided, unless the writer asks for one sooner.</summary>
    public bool InOrder { get; init; }

    /// <summary>No model drafts it.</summary>
    public bool ByWriterAlone { get; init; }

    /// <summary>Whether the writer may do without it. Pictures may be skipped, and what is written for them alone; words may not.</summary>
    public bool MaySkip { get; init; }

    /// <summary>The document without which there is none of this kind, unless there is a draft of it: a film without a look has no pictures.</summary>
    public string? SkippedWith { get; init; }

    /// <summary>Skipped at the start of a project for which the writer brings something that lies further down.</summary>
    public bool PassedOverWhenBegunLater { get; init; }

    /// <summary>How many options a first draft holds.</summary>
    public int Options { get; init; } = 1;

    /// <summary>What a draft usually costs, in tokens, before there is a draft that tells.</summary>
    public long TypicalTokens { get; init; }

    /// <summary>What a first draft costs in pictures; 0 for words.</summary>
    public int TypicalPictures { get; init; }

    /// <summary>Whether it is rendered, and not written.</summary>
    public bool IsPicture => TypicalPictures > 0;
}

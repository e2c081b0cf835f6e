using System.Collections.Frozen;

namespace MovieChat.Core.Notices;

/// <summary>What may be told of a project, as subscriptions and webhooks name it.</summary>
public static class NoticeTypes
{
    /// <summary>A draft awaits the writer.</summary>
    public const string DraftReady = "draft.ready";

    /// <summary>Something that a draft was made from has changed.</summary>
    public const string DraftStale = "draft.stale";

    /// <summary>A draft, or tips, could not be written.</summary>
    public const string DraftFailed = "draft.failed";

    /// <summary>Tips that the writer asked for are there.</summary>
    public const string TipsReady = "tips.ready";

    /// <summary>The project has waited for its writer for some time.</summary>
    public const string WriterReminded = "writer.reminded";

    /// <summary>Every document is approved or skipped.</summary>
    public const string FilmComplete = "film.complete";

    /// <summary>The companion answered in a chat.</summary>
    public const string ChatAnswered = "chat.answered";

    /// <summary>All of them, in the order in which they are told of.</summary>
    public static IReadOnlyList<string> All { get; } = [DraftReady, DraftStale, DraftFailed, TipsReady, WriterReminded, FilmComplete, ChatAnswered];

    /// <summary>What is told where one talks with the companion: the answers stand there already.</summary>
    public static IReadOnlyList<string> BesideTalks { get; } = [.. All.Where(type => type != ChatAnswered)];

    private static readonly FrozenSet<string> s_known = All.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsKnown(string type) => s_known.Contains(type);
}

using MovieChat.Core.Film;

namespace MovieChat.Understudy.Talking.First;

/// <summary>The first chat: asks one question at a time until there is a brief to put before the writer, and then for what is missing in it.</summary>
internal static class Interview
{
    private const string Tool = "propose_brief";

    private static readonly string[] s_written = ["approved", "awaitingApproval", "stale", "drafting", "failed"];

    /// <summary>Whether the film has nothing yet: no approved brief, and no document that was written without one.</summary>
    public static bool IsOn(TalkTurn turn) =>
        !IsApproved(turn) && !turn.Context.Film.Documents.Any(group => s_written.Contains(group.Key) && group.Value.Any(id => id != "brief"));

    public static Reply To(TalkTurn turn)
    {
        if (turn.Lacks(ToolCall.Read("brief")) is { } look) return look;
        var (wants, before, present) = Heard(turn);
        var brief = BriefFilling.Fill(wants, present, turn.Context.Chat.Project);
        if (Propose(turn, wants, brief, present?.Brief) is { } propose) return propose;
        var ask = wants.Next is { } next ? Topics.Question(next, turn) : "";
        if (turn.Used(Tool) is { Count: > 0 } tried)
        {
            return tried[^1].Trouble is { } trouble
                ? Reply.Say(turn.Line("brief.trouble", ("why", trouble.TrimEnd('.'))), ask)
                : Reply.Say(Told(turn, wants, before, brief, present?.Brief, ask.Length == 0 && Topics.In(turn.Last) is not null), ask);
        }

        if (ask.Length > 0) return Reply.Say(turn.Before.Count == 0 && wants.Told.Count == 0 && wants.Story.Length == 0 ? turn.Line("first.hello") : Heed(turn, wants, before), ask);
        return Reply.Say(turn.Line(present is null ? "first.nothing" : "first.awaits"));
    }

    /// <summary>An answer to a question of the first chat that comes when the brief is approved already; null when it is none.</summary>
    public static Reply? Late(TalkTurn turn)
    {
        if (!IsApproved(turn) || Topics.In(turn.Last) is null || Asides.IsAside(turn.Said) || StuckTalk.Is(turn.Said) || turn.Said.EndsWith('?')) return null;
        if (turn.Lacks(ToolCall.Read("brief")) is { } look) return look;
        var (wants, before, present) = Heard(turn);
        if (present is not (var there, _)) return null;
        var brief = BriefFilling.Fill(wants, present, turn.Context.Chat.Project);
        if (Propose(turn, wants, brief, there) is { } propose) return propose;
        if (turn.Used(Tool) is not { Count: > 0 } tried) return null;
        return Reply.Say(tried[^1].Trouble is { } trouble ? turn.Line("brief.trouble", ("why", trouble.TrimEnd('.'))) : Told(turn, wants, before, brief, there, false));
    }

    private static (Wants Wants, Wants Before, (Brief Brief, bool ByWriter)? Present) Heard(TalkTurn turn)
    {
        var summary = turn.Context.Chat.Summary;
        var before = WantsReading.Of(summary, turn.Before, null);
        var present = BriefFilling.Present(turn.ResultOf(ToolCall.Read("brief")));
        return (BriefFilling.Beside(WantsReading.Of(summary, turn.Before, turn.Said), before, present), before, present);
    }

    private static Reply? Propose(TalkTurn turn, Wants wants, Brief brief, Brief? present)
    {
        var isTime = wants.IsReady || (wants.Next is null && wants.Told.Count > 0);
        return isTime && turn.Tools.Contains(Tool) && turn.Used(Tool).Count == 0 && (present is null || !BriefFilling.IsSame(brief, present)) ? Reply.Use(new ToolCall(Tool, BriefFilling.Node(brief))) : null;
    }

    private static string Told(TalkTurn turn, Wants wants, Wants before, Brief brief, Brief? earlier, bool isLast)
    {
        if (earlier is null) return turn.Line("brief.first", ("parts", string.Join("; ", BriefTelling.All(brief, wants)))) + Last(turn, isLast);
        var changed = BriefTelling.Changed(brief, wants, earlier, before);
        return (changed.Count > 0 ? turn.Line("brief.changed", ("parts", string.Join("; ", changed))) : turn.Line("brief.noted")) + Last(turn, isLast);
    }

    private static string Last(TalkTurn turn, bool isLast) => isLast ? " " + turn.Line("brief.last") : "";

    /// <summary>That the answer was heard, with what was heard.</summary>
    private static string Heed(TalkTurn turn, Wants wants, Wants before)
    {
        if (wants.Left.Count > before.Left.Count) return turn.Line("heed.left");
        var brief = BriefFilling.Fill(wants, null, "");
        var told = Topics.All.Where(topic => topic != Topic.Length || wants.Length is not null)
            .Select(topic => BriefTelling.Part(topic, brief, wants)).Except(Topics.All.Select(topic => BriefTelling.Part(topic, BriefFilling.Fill(before, null, ""), before)))
            .Where(part => part.Length is > 0 and < 160).ToList();
        return told.Count > 0 ? turn.Line("heed.told", ("parts", string.Join("; ", told))) : turn.Before.Count == 0 ? turn.Line("first.hello") : turn.Line("heed.none");
    }

    private static bool IsApproved(TalkTurn turn) => turn.Context.Film.Documents.TryGetValue("approved", out var approved) && approved.Contains("brief");
}

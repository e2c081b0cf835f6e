using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;

namespace MovieChat.Understudy.Talking.First;

/// <summary>What the first chat asks for, in the order in which it asks.</summary>
internal enum Topic
{
    Likes,
    Kind,
    Message,
    Audience,
    Length,
    Avoid,
    Place,
    Person,
}

/// <summary>The questions of the first chat. Which one was asked is read from the words of the companion's last message.</summary>
internal static class Topics
{
    /// <summary>No writer is asked more.</summary>
    public const int MostQuestions = 8;

    public static IReadOnlyList<Topic> All { get; } = Enum.GetValues<Topic>();

    public static string Question(Topic topic, TalkTurn turn) =>
        Phrases.Line(Draw.From(turn.Context.Chat.Project, turn.Context.Chat.Id, "ask", Name(topic)), $"ask.{Name(topic)}");

    /// <summary>That the question is still open, without asking it again.</summary>
    public static string Open(Topic topic) => Shelf.Talk.Lines[$"open.{Name(topic)}"][0];

    /// <summary>What was asked, or said to be open, at the end of a message; null when nothing was.</summary>
    public static Topic? In(string companion)
    {
        var said = TalkTurn.Proposed().Replace(companion, "").TrimEnd();
        return said.Length == 0 ? null : All.Select(topic => (Topic?)topic).FirstOrDefault(topic =>
            Shelf.Talk.Lines[$"ask.{Name(topic!.Value)}"].Concat(Shelf.Talk.Lines[$"open.{Name(topic.Value)}"]).Any(line => said.EndsWith(line, StringComparison.Ordinal)));
    }

    public static bool IsAsked(string companion, Topic topic) =>
        Shelf.Talk.Lines[$"ask.{Name(topic)}"].Any(line => TalkTurn.Proposed().Replace(companion, "").TrimEnd().EndsWith(line, StringComparison.Ordinal));

    public static string Name(Topic topic) => topic.ToString().ToLowerInvariant();
}

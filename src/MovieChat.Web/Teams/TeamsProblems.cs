using MovieChat.Web.Problems;

namespace MovieChat.Web.Teams;

internal static class TeamsProblems
{
    public static readonly ProblemKind Refused = new(403, "teams-refused", "This does not come from Teams", "Only what Teams signed for this bot, in its own tenant, is taken here: the log says what was wrong.");
    public static readonly ProblemKind KeysUnknown = new(503, "teams-keys-unknown", "The keys of Teams are not known just now", "Send it again in some seconds.");
}

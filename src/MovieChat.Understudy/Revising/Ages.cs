using System.Text.Json.Nodes;

namespace MovieChat.Understudy.Revising;

internal static class Ages
{
    private const int Youngest = 6, Oldest = 95;

    /// <summary>The age as wished, within what a person can play.</summary>
    public static int Of(JsonNode age, AgeWish wish) =>
        wish.Exact ? wish.Years : Math.Clamp(age.GetValue<int>() + wish.Years, Youngest, Oldest);
}

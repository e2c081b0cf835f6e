using System.Globalization;

namespace MovieChat.Understudy.Talking.First;

/// <summary>What the writer wants as the labelled sentences that stand in a chat's summary, and back.</summary>
internal static class WantsMemory
{
    private const string Likes = "Films they like", Liking = "What they like in them", Genres = "Genres", Tones = "Tone", Message = "What they want to say", Story = "The story they bring",
        Audience = "For whom", Length = "Minutes", Avoid = "To avoid", Place = "Where or when it plays", Person = "Somebody they see", Others = "They also said", Asked = "Questions asked",
        Answered = "Questions answered", Left = "Left to the companion", Enough = "They want no more questions", Open = "Question that is open";

    private static readonly string[] s_labels = [Likes, Liking, Genres, Tones, Message, Story, Audience, Length, Avoid, Place, Person, Others, Asked, Answered, Left, Enough, Open];

    public static bool IsLabelled(string line) => s_labels.Any(label => line.StartsWith($"{label}: ", StringComparison.Ordinal));

    public static IEnumerable<string> Write(Wants wants)
    {
        (string Label, string Value)[] all =
        [
            (Likes, Join(wants.Likes)), (Liking, wants.Liking), (Genres, Join(wants.Genres)), (Tones, Join(wants.Tones)), (Message, wants.Message), (Story, wants.Story),
            (Audience, wants.Audience), (Length, wants.Length?.ToString(CultureInfo.InvariantCulture) ?? ""), (Avoid, Join(wants.Avoid)), (Place, wants.Place), (Person, wants.Person),
            (Others, Join(wants.Others)), (Asked, Join(wants.Asked.Select(Topics.Name))), (Answered, Join(wants.Answered.Select(Topics.Name))), (Left, Join(wants.Left.Select(Topics.Name))),
            (Enough, wants.IsEnough ? "yes" : ""), (Open, wants.Asked.Count > 0 && !wants.Answered.Contains(wants.Asked[^1]) ? Topics.Name(wants.Asked[^1]) : ""),
        ];
        return all.Where(each => each.Value.Length > 0).Select(each => $"{each.Label}: {each.Value.ReplaceLineEndings(" ")}");
    }

    /// <returns>What is known, and the question that was open when it was written.</returns>
    public static (Wants Wants, Topic? Open) Read(string summary)
    {
        var values = summary.Split('\n').Where(IsLabelled).Select(line => line.Split(": ", 2)).GroupBy(pair => pair[0]).ToDictionary(group => group.Key, group => group.Last()[1].Trim());
        var wants = new Wants
        {
            Likes = Listed(Likes),
            Liking = Text(Liking),
            Genres = Listed(Genres),
            Tones = Listed(Tones),
            Message = Text(Message),
            Story = Text(Story),
            Audience = Text(Audience),
            Length = int.TryParse(Text(Length), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : null,
            Avoid = Listed(Avoid),
            Place = Text(Place),
            Person = Text(Person),
            Others = Listed(Others),
            Asked = Named(Asked),
            Answered = Named(Answered),
            Left = Named(Left),
            IsEnough = Text(Enough).Length > 0,
        };
        return (wants, Named(Open).Select(topic => (Topic?)topic).FirstOrDefault());

        string Text(string label) => values.GetValueOrDefault(label, "");

        string[] Listed(string label) => Text(label).Split("; ", StringSplitOptions.RemoveEmptyEntries);

        Topic[] Named(string label) => [.. Listed(label).Where(name => Enum.TryParse<Topic>(name, true, out _)).Select(name => Enum.Parse<Topic>(name, true))];
    }

    private static string Join(IEnumerable<string> items) => string.Join("; ", items.Select(item => item.Replace("; ", ", ", StringComparison.Ordinal)));
}

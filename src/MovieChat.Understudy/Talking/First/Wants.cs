namespace MovieChat.Understudy.Talking.First;

/// <summary>What a writer has told of the film that they want.</summary>
internal sealed record Wants
{
    public IReadOnlyList<string> Likes { get; init; } = [];

    /// <summary>What they like in those films.</summary>
    public string Liking { get; init; } = "";
    public IReadOnlyList<string> Genres { get; init; } = [];
    public IReadOnlyList<string> Tones { get; init; } = [];
    public string Message { get; init; } = "";

    /// <summary>The beginning of a story, where they have one: "a piano tuner who overhears a murder".</summary>
    public string Story { get; init; } = "";
    public string Audience { get; init; } = "";
    public int? Length { get; init; }
    public IReadOnlyList<string> Avoid { get; init; } = [];
    public string Place { get; init; } = "";
    public string Person { get; init; } = "";

    /// <summary>What else they said, in their words.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>What was asked, in order.</summary>
    public IReadOnlyList<Topic> Asked { get; init; } = [];

    /// <summary>What they have answered, with "you choose" as well.</summary>
    public IReadOnlyList<Topic> Answered { get; init; } = [];

    /// <summary>What they leave to the companion.</summary>
    public IReadOnlyList<Topic> Left { get; init; } = [];

    /// <summary>They want no more questions.</summary>
    public bool IsEnough { get; init; }

    /// <summary>What is known of it.</summary>
    public IReadOnlyList<Topic> Told => [.. Topics.All.Where(Knows)];

    /// <summary>Whether there is enough for a brief.</summary>
    public bool IsReady => (Genres.Count > 0 || Likes.Count > 0 || Left.Contains(Topic.Kind) || Tones.Count > 0)
        && (Message.Length > 0 || Story.Length > 0 || Liking.Length > 0 || Answered.Contains(Topic.Message));

    /// <summary>What to ask next; null for nothing. What was asked and not answered, because the answer was about something else, is asked once more at
    /// the end.</summary>
    public Topic? Next
    {
        get
        {
            if (IsEnough || Asked.Count >= Topics.MostQuestions) return null;
            var open = Topics.All.Where(topic => !Knows(topic) && !Answered.Contains(topic)).ToList();
            return open.Where(topic => !Asked.Contains(topic)).Concat(open.Where(topic => Asked.Count(asked => asked == topic) == 1)).Select(topic => (Topic?)topic).FirstOrDefault();
        }
    }

    public bool Knows(Topic topic) => topic switch
    {
        Topic.Likes => Likes.Count > 0,
        Topic.Kind => Genres.Count > 0,
        Topic.Message => Message.Length > 0,
        Topic.Audience => Audience.Length > 0,
        Topic.Length => Length is not null,
        Topic.Avoid => Avoid.Count > 0,
        Topic.Place => Place.Length > 0,
        _ => Person.Length > 0,
    };
}

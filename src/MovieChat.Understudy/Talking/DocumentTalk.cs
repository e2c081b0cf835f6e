using System.Text.RegularExpressions;

namespace MovieChat.Understudy.Talking;

/// <summary>Whatever else is said of the film: what was asked is looked for in the film's own sentences; then what works in the document, what an
/// editor would look at, and one question.</summary>
internal static partial class DocumentTalk
{
    private static readonly string[] s_whole = ["plot", "synopsis", "ideas", "brief"];

    public static Reply To(TalkTurn turn)
    {
        if (turn.Lacks(TalkPerson.Wanted(turn)) is { } people) return people;
        var target = TargetOf(turn, TalkPerson.Of(turn));
        if (target is null) return Reply.Say(turn.Line("talk.nothing"));
        var name = DocumentNames.Of(target, TalkPerson.Of(turn));
        if (!FilmReading.IsWritten(turn, target)) return Reply.Say(turn.Line($"talk.{(FilmReading.Status(turn, target) is "drafting" or "failed" or "skipped" ? FilmReading.Status(turn, target) : "waiting")}", ("document", name)));
        var asks = Asks(turn.Said) && !(target == "scenes" && DocumentNames.SceneIn(turn.Said) is not null && Telling().IsMatch(turn.Said));
        string[] around = asks ? ["synopsis", "cast", "plot", "scenes"] : [];
        if (turn.Lacks(FilmReading.Wanted(turn, [target, .. around])) is { } reading) return reading;
        if (FilmReading.Content(turn, target) is not { } content)
        {
            var result = turn.ResultOf(ToolCall.Read(target));
            return Reply.Say(result?["error"] is { } error ? turn.Line("read.trouble", ("why", $"{error}".TrimEnd('.'))) : turn.Line(result?["draft"] is null ? "talk.waiting" : "talk.long", ("document", name)));
        }

        var remarks = new DocumentRemarks(turn, target, content);
        var note = FilmReading.Note(turn, target);
        var look = note is null ? remarks.Look : turn.Line("talk.note", ("note", Phrases.Quote(note, 320)));
        if (!asks) return Reply.Say(turn.Line("talk.works", ("document", name), ("works", remarks.Works)), $"{look} {turn.Line("talk.offer")}");
        var documents = FilmReading.Wanted(turn, [target, .. around]).Select(call => $"{call.Arguments["document"]}").Where(id => FilmReading.Content(turn, id) is not null);
        var found = FilmTelling.In(turn.Said, documents.Select(id => (id, FilmReading.Content(turn, id)!)));
        var answer = found is (var where, var sentence) ? turn.Line("talk.found", ("document", DocumentNames.Of(where, TalkPerson.Of(turn))), ("sentence", Phrases.Quote(sentence, 320))) : turn.Line("talk.unfound", ("document", name));
        return Reply.Say(answer, $"{look} {turn.Line("talk.offer")}");
    }

    private static string? TargetOf(TalkTurn turn, IReadOnlyList<TalkPerson> people)
    {
        if (DocumentNames.In(turn.Said, turn, people) is { } named) return named;
        var focus = turn.Focus;
        if (DocumentRemarks.IsOfTheEnd(turn.Said) && focus?.Split(':')[0] is null or "brief" or "ideas" or "cast" or "profile" && FilmReading.Whole(turn, "plot", "synopsis") is { } ending) return ending;
        if (focus is null && people.FirstOrDefault(person => person.IsNamed(turn.Said)) is { } person) return FilmReading.IsWritten(turn, $"profile:{person.Id}") ? $"profile:{person.Id}" : "cast";
        return focus ?? FilmReading.Whole(turn, s_whole) ?? FilmReading.First(turn, "drafting");
    }

    /// <summary>Whether it is a question about what happens, and not for an opinion.</summary>
    private static bool Asks(string said) => !Opinion().IsMatch(said) && (said.TrimEnd().EndsWith('?') || Question().IsMatch(said));

    [GeneratedRegex(@"\A\W*(and |so |but )?(why|who|whom|whose|when|where|how|what|which|does|did|is there|are there)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Question();

    [GeneratedRegex(@"\A\W*(what happens|what is|what's|how is|read|show)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Telling();

    [GeneratedRegex(@"\b(what do you think|what('s| is) your (opinion|view|take)|your (opinion|thoughts)|do you like|does (it|this|that) work|is (it|this|that|the \w+) (any )?(good|too|strong|weak|working|clear|boring)|how (is|do you (like|find))|what works|what('s| is) (wrong|weak|missing)|feedback|thoughts)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Opinion();
}

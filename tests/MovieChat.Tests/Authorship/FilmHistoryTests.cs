using MovieChat.Core.Authorship;
using MovieChat.Core.Journey;

namespace MovieChat.Tests.Authorship;

public sealed class FilmHistoryTests
{
    private static readonly DocumentId s_dialogue = DocumentId.Dialogue("s1");

    /// <summary>A script of the writer's own that still has the model's words is not all theirs.</summary>
    [Fact]
    public void Script_Imported_StartsFromTheDraftThatWasBeforeTheWriter()
    {
        var history = new FilmHistory("film");
        ProjectEvent[] events =
        [
            new ProjectStarted("film", "wren", "The Ferry", Budget.Of(1, 1)),
            new DraftReceived(Draft(1, Author.Model("gpt"))) { Document = s_dialogue },
            new DraftApproved(1, 1) { Document = s_dialogue },
            new ScriptImported("import", DocumentMap<Draft>.Empty.Set(s_dialogue, Draft(2, Author.Writer("wren")))),
        ];
        foreach (var (place, happened) in events.Index()) history.Add("film", new(place + 1, DateTimeOffset.UnixEpoch, "wren", $"command{place}", happened));

        Assert.Equal([1, 2], history[s_dialogue].ChainOf(2).Select(draft => draft.Draft.Number));
        Assert.Equal([("approve", 1), ("import", 2)], history[s_dialogue].Decisions.Select(decision => (decision.Verb, decision.Draft!.Value)));
    }

    private static Draft Draft(int number, Author author) => new() { Number = number, Origin = $"draft{number}", Author = author, Options = [DraftOption.Plain(1)] };
}

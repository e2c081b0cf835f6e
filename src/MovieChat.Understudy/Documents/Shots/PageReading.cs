using MovieChat.Core.Film;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents.Shots;

/// <summary>A page cut into what can be shot: its actions by what one sees at once, its speeches one by one.</summary>
internal sealed class PageReading(Stage stage)
{
    private const int MostSentences = 2, MostWords = 34, FewestWords = 5, ShortSound = 7;

    private readonly List<Piece> _pieces = [];
    private readonly Names _names = new(stage);
    private string _sound = "";

    public static List<Piece> Read(Dialogue page, Stage stage) => new PageReading(stage).Read(page.Elements);

    private List<Piece> Read(IReadOnlyList<Element> elements)
    {
        var (cue, speaker) = ("", (Person?)null);
        foreach (var element in elements)
        {
            switch (element.Type)
            {
                case ElementTypes.Action:
                    Act(element.Text);
                    break;
                case ElementTypes.Character:
                    cue = element.Text.Split('(')[0].Trim().TrimEnd('^').Trim();
                    speaker = stage.Story.ById(element.Character ?? "") ?? stage.Story.People.FirstOrDefault(person => person.Name.Equals(cue, StringComparison.OrdinalIgnoreCase));
                    break;
                case ElementTypes.Dialogue when cue.Length > 0 && element.Text.Trim().Length > 0:
                    _names.Spoke(speaker);
                    _pieces.Add(new("", speaker is not null && stage.People.Contains(speaker) ? [speaker] : []) { Speaker = speaker, Line = $"{cue}: {element.Text.Trim()}", Thing = Plants.In(stage.Scene, element.Text) });
                    break;
            }
        }

        return _pieces;
    }

    /// <summary>The pieces of some sentences, for a scene that has no page yet.</summary>
    public static List<Piece> Read(IEnumerable<string> texts, Stage stage)
    {
        var reading = new PageReading(stage);
        foreach (var text in texts) reading.Act(text);
        return reading._pieces;
    }

    private void Act(string text)
    {
        var (seen, who) = ("", new List<Person>());
        foreach (var sentence in Sentences.Split(text))
        {
            if (Seeing.IsSound(sentence, stage.People)) _sound = Sentences.Words(sentence) <= ShortSound ? sentence : "";
            else if (Seeing.IsSeen(sentence)) Add(sentence);
        }

        Close();

        void Add(string sentence)
        {
            var goesOn = Names.GoesOn(sentence);
            var named = _names.In(sentence, out var told);
            var thing = Plants.In(stage.Scene, told);
            // Another thing or somebody else is another picture.
            var isOther = thing is not null || Plants.In(stage.Scene, seen) is not null || (named.Count > 0 && !named.SequenceEqual(who));
            var isFull = Sentences.Split(seen).Count >= MostSentences || Sentences.Words($"{seen} {told}") > MostWords;
            if (seen.Length > 0 && !goesOn && Sentences.Words(seen) >= FewestWords && (isFull || isOther)) Close();
            // Where the name stands in the sentence before, "she" is better.
            seen = Sentences.Join(seen, seen.Length > 0 && named.Count == 1 && who.Contains(named[0]) ? sentence : told);
            who = [.. who.Union(named)];
        }

        void Close()
        {
            if (seen.Length > 0)
            {
                _pieces.Add(new(seen, stage.Ordered(who)) { Thing = Plants.In(stage.Scene, seen), Sound = _sound });
                _sound = "";
            }

            (seen, who) = ("", []);
        }
    }
}

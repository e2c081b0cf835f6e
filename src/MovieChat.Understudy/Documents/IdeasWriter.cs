using MovieChat.Core.Film;
using MovieChat.Core.Writing;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents;

/// <summary>Ideas that differ in title and logline, from those before as well.</summary>
internal static class IdeasWriter
{
    // More rounds than any writer asks options for; each round tells the premises with other facts.
    private const int Rounds = 40;

    public static IReadOnlyList<Idea> Write(WritingRequest request, int repairs, IReadOnlyList<Idea> earlier)
    {
        var ideas = new List<Idea>();
        var seen = earlier.SelectMany(idea => new[] { idea.Title, idea.Logline }).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var draw = Draw.From(request.Task.Project, request.Task.Order, repairs.ToString(), "ideas");
        foreach (var idea in Candidates(request, repairs, draw))
        {
            if (ideas.Count == request.Task.Count) break;
            if (seen.Contains(idea.Title) || seen.Contains(idea.Logline)) continue;
            seen.Add(idea.Title);
            seen.Add(idea.Logline);
            ideas.Add(idea);
        }
        return ideas;
    }

    private static IEnumerable<Idea> Candidates(WritingRequest request, int repairs, Draw draw)
    {
        var avoidance = Avoidance.Of(request.Film.Brief);
        var ranked = GenreChoice.Ranked(request.Film.Brief, request.Film.Title, avoidance, draw);
        // What the writer has made a film of is told again only when everything was.
        var made = (request.Film.Others ?? []).Select(other => PremiseMatch.Find(new() { Idea = new() { Title = other.Title, Logline = other.Logline, Why = "" } })?.Id).ToHashSet();
        if (!ranked.All(premise => made.Contains(premise.Id))) ranked = [.. ranked.Where(premise => !made.Contains(premise.Id))];
        var clean = ranked.Where(premise => avoidance.Hits(premise.AllText) <= GenreChoice.FewHits).ToList();
        var premises = clean.Count > 0 ? clean : [.. Shelf.Bare.Where(premise => premise.People.Count > 2)];
        foreach (var round in Enumerable.Range(0, Rounds))
            foreach (var premise in premises)
            {
                var story = StoryReader.Of(request, repairs, GenreChoice.GenreOf(premise, request.Film.Brief), premise, draw.Below(1000));
                var isFirst = round == 0 && premise == premises[0];
                if (Told(story, round, draw) is { } idea) yield return isFirst ? Titled(idea, story) : idea;
            }
    }

    // The best fit takes the title the writer has already given the project.
    private static Idea Titled(Idea idea, Story story)
    {
        var title = story.Film.Title.Trim();
        return title.Length == 0 || title.StartsWith("untitled", StringComparison.OrdinalIgnoreCase) || !story.Avoidance.Allows(title) ? idea : idea with { Title = title };
    }

    private static Idea? Told(Story story, int round, Draw draw)
    {
        var logline = story.Slots.Fill(story.Premise.Logline);
        var title = story.Slots.Fill(draw.Pick(story.Premise.Titles));
        if (logline is null || title is null || !story.Avoidance.Allows(logline + title)) return null;
        // Every title was used once: the place tells the next ones apart.
        if (round >= story.Premise.Titles.Count * 2) title = $"{title}: {story.Slots["town"]} {round}";
        return new() { Title = title, Logline = logline, Why = Why(story, draw) };
    }

    private static string Why(Story story, Draw draw)
    {
        var slots = story.Slots.Copy();
        slots.Set("genre", story.Genre.Name);
        Offer("tone", story.Film.Brief?.Tone);
        Offer("audience", story.Film.Brief?.Audience);
        Offer("like", story.Film.Brief?.Likes is [var like, ..] ? like : null);
        var asked = GenreChoice.Genres(story.Film.Brief);
        var pen = new Pen(draw, slots, story.Avoidance);
        var first = pen.Line(Shelf.Pools[asked.Contains(story.Genre) ? "why.genre" : "why.neighbour"]);
        return Sentences.Join(first, pen.Line(Shelf.Pools["why.message"]), pen.Line(Shelf.Pools["why.brief"]));

        void Offer(string slot, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value)) slots.Set(slot, value.Trim().TrimEnd('.'));
        }
    }
}

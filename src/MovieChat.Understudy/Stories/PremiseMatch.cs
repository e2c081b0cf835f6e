using System.Text.RegularExpressions;
using MovieChat.Core.Writing;
using MovieChat.Understudy.Library;

namespace MovieChat.Understudy.Stories;

/// <summary>Finds the premise a film was grown from by what stands in it, so that forks, edits and later drafts find it too.</summary>
internal static partial class PremiseMatch
{
    // Shared words as a share of the template's own; a retold logline keeps about half of them.
    private const double Likeness = 0.6;

    /// <summary>Null when the story is somebody else's.</summary>
    public static (Genre Genre, Premise Premise)? Find(FilmFacts film)
    {
        var best = (from genre in Shelf.Genres
                    from premise in genre.Premises
                    let score = Score(premise, film)
                    orderby score descending
                    select (genre, premise, score)).First();
        return best.score >= Likeness ? (best.genre, best.premise) : null;
    }

    private static double Score(Premise premise, FilmFacts film)
    {
        var logline = film.Idea is null ? 0 : Shared(premise.Logline, film.Idea.Logline);
        var synopsis = film.Synopsis is null ? 0 : Best(premise.Lines, film.Synopsis.Lines);
        var plot = film.Plot is null ? 0 : Best(premise.Beats.Select(beat => beat.Beat), film.Plot.Beats.Select(beat => beat.Text));
        var scene = film.Scene is null ? 0 : premise.Beats.Max(beat => Shared(beat.Beat, film.Scene.Summary));
        // A synopsis that was written anew has left its idea behind.
        return film.Synopsis is null ? Math.Max(logline, Math.Max(plot, scene)) : Math.Max(synopsis, plot);
    }

    private static double Best(IEnumerable<string> templates, IEnumerable<string> texts)
    {
        var whole = string.Join(' ', texts);
        var shares = templates.Select(template => Shared(template, whole)).Order().ToList();
        return shares[shares.Count / 2];
    }

    private static double Shared(string template, string text)
    {
        var own = Words(Slot().Replace(template, " "));
        var there = Words(text);
        return own.Count == 0 ? 0 : (double)own.Count(there.Contains) / own.Count;
    }

    private static HashSet<string> Words(string text) =>
        [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).Where(word => word.Length > 3)];

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Slot();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}

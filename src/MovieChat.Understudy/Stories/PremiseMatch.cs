using System.Text.RegularExpressions;
using MovieChat.Core.Writing;
using MovieChat.Understudy.Library;

namespace MovieChat.Understudy.Stories;

/// <summary>Finds the premise a film was grown from by what stands in it, so that forks, edits and later drafts find it too.</summary>
internal static partial class PremiseMatch
{
    // Shared words as a share of the template's own; a retold logline keeps about half of them.
    private const double Likeness = 0.6;

    private const int Turns = 5;

    private static readonly IReadOnlyList<Print> Prints =
        [.. Shelf.Premises.Select(premise => new Print(premise))];

    /// <summary>Null when the story is somebody else's.</summary>
    public static Premise? Find(FilmFacts film)
    {
        var told = new Told(film);
        var (best, score) = Prints.Select(print => (print, score: told.Score(print))).MaxBy(each => each.score);
        return score >= Likeness ? best.Premise : null;
    }

    /// <summary>The words of a premise, which do not change from film to film.</summary>
    private sealed class Print(Premise premise)
    {
        public Premise Premise => premise;
        public HashSet<string> Logline { get; } = OwnWords(premise.Logline);
        public IReadOnlyList<HashSet<string>> Lines { get; } = [.. premise.Lines.Select(OwnWords)];
        public IReadOnlyList<HashSet<string>> Beats { get; } = [.. premise.Beats.Select(beat => OwnWords(beat.Beat))];
        public IReadOnlyList<HashSet<string>> Scenes { get; } = [.. premise.Beats.Where(beat => beat.Scene.Length > 0).Select(beat => OwnWords(beat.Scene))];
    }

    private sealed class Told(FilmFacts film)
    {
        private readonly HashSet<string> _logline = Words(film.Idea?.Logline ?? "");
        private readonly HashSet<string> _synopsis = Words(string.Join(' ', film.Synopsis?.Lines ?? []));
        private readonly HashSet<string> _plot = Words(string.Join(' ', (film.Plot?.Beats ?? []).Select(beat => beat.Text)));
        private readonly HashSet<string> _scene = Words(film.Scene?.Summary ?? "");

        public double Score(Print print)
        {
            var later = Math.Max(Middle(print.Beats, _plot), print.Beats.Concat(print.Scenes).Max(scene => Shared(scene, _scene)));
            // A synopsis that was written anew has left its idea behind.
            return Math.Max(later, film.Synopsis is null ? Shared(print.Logline, _logline) : Math.Max(Middle(print.Lines, _synopsis), Best(print.Beats, _synopsis)));
        }
    }

    private static double Middle(IReadOnlyList<HashSet<string>> templates, HashSet<string> text) =>
        templates.Select(template => Shared(template, text)).Order().ElementAt(templates.Count / 2);

    /// <summary>How well the text tells the turns that it tells best: a synopsis has room for some of them.</summary>
    private static double Best(IReadOnlyList<HashSet<string>> templates, HashSet<string> text) =>
        templates.Select(template => Shared(template, text)).OrderDescending().ElementAt(Turns - 1);

    private static double Shared(HashSet<string> own, HashSet<string> there) =>
        own.Count == 0 ? 0 : (double)own.Count(there.Contains) / own.Count;

    private static HashSet<string> OwnWords(string template) => Words(Slot().Replace(template, " "));

    private static HashSet<string> Words(string text) =>
        [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).Where(word => word.Length > 3)];

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Slot();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}

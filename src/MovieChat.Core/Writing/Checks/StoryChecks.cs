using MovieChat.Core.Film;

namespace MovieChat.Core.Writing.Checks;

/// <summary>What a brief, an idea, a synopsis and a plot must be.</summary>
internal static class StoryChecks
{
    public static void Brief(Brief brief, FaultList faults)
    {
        faults.Texts("genres", brief.Genres, 20);
        faults.Texts("likes", brief.Likes, 50);
        faults.Texts("avoid", brief.Avoid, 50);
        faults.Bounded("tone", brief.Tone, 2_000);
        faults.Bounded("message", brief.Message, 4_000);
        faults.Bounded("audience", brief.Audience, 2_000);
        faults.Bounded("notes", brief.Notes);
        faults.Text("language", brief.Language, 100);
        faults.When(brief.LengthMinutes is < 1 or > 600, "lengthMinutes", $"is {brief.LengthMinutes}: a film has 1 to 600 minutes.");
        var isEmpty = brief.Genres.Count == 0 && brief.Likes.Count == 0
            && string.IsNullOrWhiteSpace(brief.Tone + brief.Message + brief.Audience + brief.Notes);
        faults.When(isEmpty, "", "is empty: say at least one of genres, tone, likes, message, audience or notes.");
    }

    public static void Idea(Idea idea, FaultList faults)
    {
        faults.Text("title", idea.Title, 200);
        faults.Text("logline", idea.Logline, 2_000);
        faults.Text("why", idea.Why, 2_000);
    }

    public static void Synopsis(Synopsis synopsis, FaultList faults)
    {
        faults.When(
            synopsis.Lines.Count != Film.Synopsis.LineCount,
            "lines",
            $"has {synopsis.Lines.Count} lines: a synopsis has exactly {Film.Synopsis.LineCount}.");
        foreach (var (place, line) in synopsis.Lines.Index())
        {
            faults.Text($"lines[{place}]", line, 2_000);
            faults.When(line.Trim().Contains('\n'), $"lines[{place}]", "holds a line break: it is one line.");
        }
    }

    public static void Plot(Plot plot, Screenplay film, FaultList faults)
    {
        faults.Text("beginning", plot.Beginning, 60_000);
        faults.Text("middle", plot.Middle, 60_000);
        faults.Text("end", plot.End, 60_000);
        var words = Words.Count(plot.Beginning) + Words.Count(plot.Middle) + Words.Count(plot.End);
        faults.When(
            words < Film.Plot.MinimumWords,
            "",
            $"beginning, middle and end have {words} words together: a plot has at least {Film.Plot.MinimumWords}.");
        Beats(plot.Beats, faults);
        if (film.Cast is { } cast) Strangers(plot, cast, faults);
    }

    private static void Beats(IReadOnlyList<Beat> beats, FaultList faults)
    {
        faults.Items("beats", beats.Count, 1, 100);
        foreach (var (place, beat) in beats.Index())
        {
            faults.Text($"beats[{place}].name", beat.Name, 200);
            faults.Text($"beats[{place}].text", beat.Text, 4_000);
            faults.Fraction($"beats[{place}].position", beat.Position);
        }

        faults.When(
            beats.Zip(beats.Skip(1)).Any(pair => pair.Second.Position < pair.First.Position),
            "beats",
            "are not in the order of their positions.");
    }

    private static void Strangers(Plot plot, Cast cast, FaultList faults)
    {
        var names = cast.Characters.Select(person => person.Name).ToArray();
        foreach (var (path, text) in (ReadOnlySpan<(string, string)>)[("beginning", plot.Beginning), ("middle", plot.Middle), ("end", plot.End)])
        {
            foreach (var stranger in Words.Strangers(text, names))
            {
                faults.Add(path, $"'{stranger}' acts in the plot and is not in the cast: use the cast's names, or add the person to the cast first.");
            }
        }
    }
}

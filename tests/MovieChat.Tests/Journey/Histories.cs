using FsCheck;
using FsCheck.Fluent;
using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>Random histories for the properties of the journey, on one table or the other. They are played once a run and looked at by
/// every property; a failing one is played again, shorter and shorter.</summary>
internal static class Histories
{
    private const int Length = 160;
    private const int Runs = 100;

    private static readonly Lazy<History[]> s_film = new(() => Play(DocumentTable.Film));
    private static readonly Lazy<History[]> s_words = new(() => Play(Tables.WordsAlone));

    public static IReadOnlyList<History> On(string table) => (table == nameof(Tables.WordsAlone) ? s_words : s_film).Value;

    /// <summary>Checks a property after every step of every history. The ledger holds the events up to and with the step's.</summary>
    /// <exception cref="Exception">The property does not hold: the message has the shortest history for which it does not.</exception>
    public static void HoldAtEveryStep(string table, Action<Ledger, Branch, Step> property) => Hold(table, history =>
    {
        foreach (var branch in history.Branches) Replay(branch, property);
    });

    /// <summary>Checks a property of the state alone, wherever it has changed.</summary>
    /// <exception cref="Exception">As above.</exception>
    public static void HoldInEveryState(string table, Action<Ledger, Branch, Step> property) => HoldAtEveryStep(table, (ledger, branch, step) =>
    {
        if (step.Made.Count > 0) property(ledger, branch, step);
    });

    /// <exception cref="Exception">As above.</exception>
    public static void Hold(string table, Action<History> property)
    {
        var next = 0;
        var all = On(table);
        var every = Prop.ForAll(Arb.From(Gen.Fresh(() => all[next++ % all.Count]), Shorter), property);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(all.Count), every);
    }

    private static History[] Play(DocumentTable table)
    {
        var choices = from move in Gen.Choose(0, Moves.Count - 1)
                      from place in Gen.Choose(0, 5_039)
                      from how in Gen.Choose(0, 5_039)
                      select new Choice(move, place, how);
        return [.. choices.ArrayOf(Length).Sample(Runs).Select(each => new History(table, each))];
    }

    private static void Replay(Branch branch, Action<Ledger, Branch, Step> property)
    {
        var ledger = new Ledger(branch.Source?.Life(branch.SourceEntries) ?? []);
        foreach (var step in branch.Steps)
        {
            foreach (var entry in step.Made) ledger.Enter(entry.Event);
            property(ledger, branch, step);
        }
    }

    private static IEnumerable<History> Shorter(History history)
    {
        var choices = history.Choices;
        for (var chunk = choices.Length / 2; chunk > 0; chunk /= 2)
        {
            for (var at = 0; at + chunk <= choices.Length; at += chunk) yield return new(history.Table, [.. choices[..at], .. choices[(at + chunk)..]]);
        }
    }
}

using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>The random histories themselves: properties tell nothing about what never happens in them.</summary>
public sealed class HistoryTests(ITestOutputHelper output)
{
    private const int LeastEvents = 10_000;

    public static TheoryData<string> Names => Tables.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Histories_OfOneRun_HoldTenThousandEventsOfEveryKind(string table)
    {
        var events = Histories.On(table).SelectMany(history => history.Branches).SelectMany(branch => branch.Journal).Select(entry => entry.Event.GetType()).ToArray();
        foreach (var kind in events.CountBy(type => type.Name).OrderByDescending(each => each.Value)) output.WriteLine($"{kind.Value,6} {kind.Key}");

        Assert.True(events.Length >= LeastEvents, $"{events.Length} events are too few to tell.");
        Assert.Empty(Concrete<ProjectEvent>().Except(events));
    }

    [Fact]
    public void Histories_OfOneRun_HoldEveryCommandTakenAndEveryVerbRefused()
    {
        var steps = Histories.On(nameof(DocumentTable.Film)).SelectMany(history => history.Steps).Select(each => each.Step).ToArray();
        var refused = steps.Where(step => step.Outcome is Outcome.Rejected).Select(step => step.Command.GetType()).Distinct();
        var made = steps.Where(step => step.Made.Count > 0).Select(step => step.Command.GetType()).Distinct();

        Assert.DoesNotContain(Concrete<Decide>(), verb => !refused.Contains(verb));
        Assert.Equal([typeof(WakeProject)], Concrete<Command>().Except(made));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Histories_OfOneRun_ReachEveryStatus(string table)
    {
        var branches = Histories.On(table).SelectMany(history => history.Branches).ToArray();
        var states = Histories.On(table).SelectMany(history => history.Steps).Where((_, place) => place % 7 == 0).Select(each => each.Step.After);
        var statuses = states.Select(state => new FilmGraph(state, Tables.Named(table))).SelectMany(graph => graph.Documents.Select(graph.Status)).ToHashSet();

        Assert.DoesNotContain(Enum.GetValues<DocumentStatus>(), status => !statuses.Contains(status));
        Assert.Contains(branches, branch => branch.Journal.Any(entry => entry.Event is FilmCompleted));
    }

    private static IEnumerable<Type> Concrete<T>() => typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract);
}

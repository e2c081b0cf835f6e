using FsCheck;
using FsCheck.Fluent;
using MovieChat.Core.Journey;
using Outcome = MovieChat.Core.Journey.Outcome;

namespace MovieChat.Tests.Journey;

/// <summary>Reminders change nothing but themselves, whatever else happens, and whatever the clock does.</summary>
public sealed class ReminderPropertyTests
{
    private static readonly DateTimeOffset s_start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Names => Tables.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Reminder_AtAnyTime_LeavesTheFilmAndWhatIsOwedAsTheyAre(string table) => Histories.HoldAtEveryStep(table, (ledger, branch, step) =>
    {
        if (step.Command is not WaitingCommand) return;

        Assert.InRange(step.Made.Count, 0, 1);
        Assert.All(step.Made, entry => Assert.Equal(WritingProject.Service, entry.By));
        Assert.Equal(step.Before.Documents, step.After.Documents);
        Assert.Equal(step.Before.Budget, step.After.Budget);
        Assert.Equal(step.Before.ChangedAt, step.After.ChangedAt);
        Assert.Equal(step.Before.Commands, step.After.Commands);
        Assert.Equal(step.Before.Status(branch.Table), step.After.Status(branch.Table));
        Assert.Equal(step.Before.Owed(branch.Table), step.After.Owed(branch.Table));
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Reminder_Taken_IsTheNextOfTheWaitingThatIs(string table) => Histories.HoldAtEveryStep(table, (ledger, branch, step) =>
    {
        if (step.Command is not WaitingCommand command || step.Made.Count == 0) return;
        var before = new Ledger(branch.Life(step.Entries));

        Assert.Equal(branch.Journal.Take(step.Entries).Last(entry => entry.Event is not (WaitingEvent or UsageCharged)).At, command.WaitingSince);
        Assert.False(before.Parked || before.Paused || before.Deleted);
        if (step.Made[0].Event is not WriterReminded reminded) return;
        Assert.Equal(before.Reminders.Count + 1, reminded.Number);
        Assert.True(before.Reminders.All(earlier => earlier.Due < reminded.Due));
        Assert.Equal(new FilmByHand(before, table != nameof(Tables.WordsAlone)).Awaiting, reminded.Awaiting);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Waiting_InTheState_IsAsTheEventsTell(string table) => Histories.HoldInEveryState(table, (ledger, branch, step) =>
    {
        var last = ledger.Reminders is [.., var reminded] ? new Reminder(reminded.Number, reminded.Due) : null;

        Assert.Equal(last, step.After.LastReminder);
        Assert.Equal(ledger.Parked, step.After.ParkedAt is not null);
    });

    /// <summary>A clock that goes forwards by days and sometimes backwards, a writer who acts now and then, commands that arrive late or twice.</summary>
    [Fact]
    public void Plan_WhateverTheClockDoes_SendsEachReminderOnceAndNoneTooSoon()
    {
        var plans = from first in Gen.Choose(1, 400).ListOf(3)
                    from every in Gen.Choose(1, 900)
                    from park in Gen.Choose(1, 3_000)
                    select new ReminderPlan(first.Distinct().Order().Select(Hours).ToValueList(), Hours(every), Hours(park));
        var walks = from plan in plans
                    from steps in Gen.Zip(Gen.Choose(-900, 1_800), Gen.Choose(0, 9)).ArrayOf(40)
                    select (plan, steps);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Arb.From(walks), walk => Walk(walk.plan, walk.steps)));
    }

    private static void Walk(ReminderPlan plan, (int Jump, int What)[] steps)
    {
        var (project, now) = (Begun(), s_start);
        var (journal, held) = (new List<JournalEntry>(), (WaitingCommand?)null);
        foreach (var (jump, what) in steps)
        {
            // The tick keeps apart what happens at the same hour, the clock having been set back.
            now += Hours(what == 0 ? jump : Math.Abs(jump)) + TimeSpan.FromTicks(1);
            var due = plan.Due(project, now);
            Assert.Equal(plan.NextDue(project) is { } next && next <= now, due is not null);
            Assert.True(now >= (due is RemindWriter remind ? remind.Due : due is ParkProject ? project.ChangedAt + plan.ParkAfter : now), $"{due} at {now}");
            Command?[] commands = what switch
            {
                1 => [Pause(journal.Count), Resume(journal.Count), due],
                2 => [held, due, due],
                3 => [null],
                _ => [due],
            };
            held = due ?? held;
            foreach (var command in commands.OfType<Command>())
            {
                var accepted = Assert.IsType<Outcome.Accepted>(project.Decide(command, now));
                project = accepted.Project;
                journal.AddRange(accepted.Entries);
            }
        }

        CheckWaitings(plan, journal);
    }

    private static void CheckWaitings(ReminderPlan plan, List<JournalEntry> journal)
    {
        foreach (var waiting in journal.Where(entry => entry.Event is WaitingEvent).GroupBy(entry => ((WaitingEvent)entry.Event).WaitingSince))
        {
            var reminders = waiting.Where(entry => entry.Event is WriterReminded).Select(entry => (WriterReminded)entry.Event).ToArray();
            Assert.Equal(Enumerable.Range(1, reminders.Length), reminders.Select(each => each.Number));
            Assert.All(reminders.Zip(reminders.Skip(1)), pair => Assert.True(pair.First.Due < pair.Second.Due));
            Assert.All(reminders, each => Assert.True(Times(plan).TakeWhile(time => time < plan.ParkAfter).Contains(each.Due - waiting.Key), $"No reminder is planned after {each.Due - waiting.Key}."));
            Assert.DoesNotContain(waiting.SkipLast(1), entry => entry.Event is ProjectParked);
        }
    }

    /// <summary>The plan's times, counted out one by one.</summary>
    private static IEnumerable<TimeSpan> Times(ReminderPlan plan)
    {
        foreach (var first in plan.First) yield return first;
        for (var time = (plan.First.Count > 0 ? plan.First[^1] : TimeSpan.Zero) + plan.Every; ; time += plan.Every) yield return time;
    }

    private static WritingProject Begun()
    {
        var start = new StartProject("film", "A film", Budget.Of(1_000, 10), DocumentMap<Draft>.Empty) { Id = "start", By = "writer" };
        return Assert.IsType<Outcome.Accepted>(WritingProject.None.Decide(start, s_start)).Project;
    }

    private static PauseProject Pause(int number) => new() { Id = $"pause {number}", By = "writer" };

    private static ResumeProject Resume(int number) => new() { Id = $"resume {number}", By = "writer" };

    private static TimeSpan Hours(int hours) => TimeSpan.FromHours(hours);
}

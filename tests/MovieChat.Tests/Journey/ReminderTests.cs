using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>A project that waits reminds its writer, less and less often, and then no more. It never decides.</summary>
public sealed class ReminderTests
{
    private static readonly ReminderPlan s_plan = ReminderPlan.Usual;

    [Fact]
    public void Plan_OfAWaitingProject_RemindsAfterOneThreeSevenAndEveryFourteenDaysAndParksAfterNinety()
    {
        var project = new Desk().Begin().Project;
        var since = project.ChangedAt;
        var sent = new List<(double Day, ProjectEvent Event)>();
        while (s_plan.NextDue(project) is { } next)
        {
            Assert.Null(s_plan.Due(project, next.AddTicks(-1)));
            (project, var made) = Take(project, s_plan.Due(project, next)!, next);
            sent.Add(((next - since).TotalDays, Assert.Single(made).Event));
        }

        Assert.Equal([1, 3, 7, 21, 35, 49, 63, 77, 90], sent.Select(each => each.Day));
        Assert.Equal(Enumerable.Range(1, 8), sent.SkipLast(1).Select(each => Assert.IsType<WriterReminded>(each.Event).Number));
        Assert.IsType<ProjectParked>(sent[^1].Event);
        Assert.Equal(since.AddDays(90), project.ParkedAt);
        Assert.Null(s_plan.NextReminder(project));
        Assert.Null(s_plan.Due(project, since.AddDays(1_000)));
    }

    [Fact]
    public void Reminder_Sent_NamesWhatAwaits()
    {
        var desk = new Desk().Begin("brief");
        desk.Deliver("ideas@1");

        var reminded = Assert.IsType<WriterReminded>(Assert.Single(desk.Take(Remind(desk.Project, 1))).Event);

        Assert.Equal([DocumentId.Ideas], reminded.Awaiting);
        Assert.Equal(desk.Project.WaitingSince(), reminded.WaitingSince);
        Assert.Equal(ProjectStatus.AwaitingWriter, desk.FilmStatus);
    }

    [Fact]
    public void Reminder_OfAProjectPastItsBudget_NamesNoDocument()
    {
        var desk = new Desk().Begin("brief");
        desk.Take(new ChangeBudget(0, 0) { Id = "none", By = "writer" });

        Assert.Empty(Assert.IsType<WriterReminded>(Assert.Single(desk.Take(Remind(desk.Project, 1))).Event).Awaiting);
    }

    [Theory]
    [InlineData(2.9, 1)]
    [InlineData(8, 7)]
    [InlineData(20.9, 7)]
    [InlineData(48, 35)]
    [InlineData(89, 77)]
    public void Due_AfterALongSleep_IsTheLatestReminderAlone(double days, int planned)
    {
        var project = new Desk().Begin().Project;
        var now = project.ChangedAt.AddDays(days);

        var remind = Assert.IsType<RemindWriter>(s_plan.Due(project, now));
        var (after, _) = Take(project, remind, now);

        Assert.Equal((1, project.ChangedAt.AddDays(planned)), (remind.Number, remind.Due));
        Assert.Null(s_plan.Due(after, now));
        Assert.True(s_plan.NextDue(after) > now);
    }

    [Theory]
    [InlineData(90)]
    [InlineData(365)]
    public void Due_PastTheLastReminder_IsTheParkingAlone(int days)
    {
        var project = new Desk().Begin().Project;
        var now = project.ChangedAt.AddDays(days);

        var (after, _) = Take(project, Assert.IsType<ParkProject>(s_plan.Due(project, now)), now);

        Assert.Null(after.LastReminder);
        Assert.Null(s_plan.NextDue(after));
    }

    [Fact]
    public void Due_WithTheClockSetBack_IsNothingUntilTheNextOfThePlan()
    {
        var project = new Desk().Begin().Project;
        var since = project.ChangedAt;
        (project, _) = Take(project, s_plan.Due(project, since.AddDays(8))!, since.AddDays(8));

        Assert.Null(s_plan.Due(project, since.AddDays(-300)));
        Assert.Null(s_plan.Due(project, since.AddDays(7.5)));
        Assert.Equal(since.AddDays(21), s_plan.NextReminder(project));
    }

    [Fact]
    public void NextReminder_UnderAnotherPlan_IsTheFirstThatIsLaterThanTheLast()
    {
        var project = new Desk().Begin().Project;
        var since = project.ChangedAt;
        (project, _) = Take(project, s_plan.Due(project, since.AddDays(8))!, since.AddDays(8));
        var often = new ReminderPlan([], TimeSpan.FromHours(30), TimeSpan.FromDays(20));
        var seldom = new ReminderPlan([TimeSpan.FromDays(40)], TimeSpan.FromDays(40), TimeSpan.FromDays(60));

        Assert.Equal(since.AddHours(180), often.NextReminder(project));
        Assert.Equal(since.AddDays(40), seldom.NextReminder(project));
        Assert.Equal((2, since.AddHours(210)), Assert.IsType<RemindWriter>(often.Due(project, since.AddHours(239))) is var due ? (due.Number, due.Due) : default);
    }

    [Fact]
    public void Plan_TurnedOff_SendsNothingAndForgetsNoProject()
    {
        var project = new Desk().Begin().Project;
        var off = s_plan with { IsOff = true };

        Assert.Null(off.Due(project, project.ChangedAt.AddDays(1_000)));
        Assert.Null(off.NextReminder(project));
        Assert.Equal(project.ChangedAt.AddDays(1), off.NextDue(project));
    }

    [Theory]
    [InlineData("working")]
    [InlineData("paused")]
    [InlineData("complete")]
    [InlineData("deleted")]
    [InlineData("no project")]
    public void Project_ThatDoesNotWait_IsNeverReminded(string standing)
    {
        var project = Standing(standing);
        var command = new RemindWriter(1, project.ChangedAt.AddDays(1)) { Id = "reminder@1", By = "service", WaitingSince = project.ChangedAt };

        Assert.Null(project.WaitingSince());
        Assert.Null(s_plan.NextDue(project));
        Assert.Null(s_plan.NextReminder(project));
        Assert.Null(s_plan.Due(project, project.ChangedAt.AddDays(1_000)));
        if (project is { Revision: > 0, Deleted: false }) Assert.Empty(Take(project, command, project.ChangedAt.AddDays(1)).Made);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Waiting_AfterTheWriterActed_BeginsAnew(bool wasParked)
    {
        var desk = new Desk().Begin("brief");
        desk.Deliver("ideas@1");
        desk.Take(Remind(desk.Project, 1));
        desk.Take(Remind(desk.Project, 2));
        if (wasParked) desk.Take(Park(desk.Project));
        var before = desk.Project.WaitingSince();

        desk.Take(desk.About("ideas", Verbs.Stuck()));
        desk.Deliver("ideas~1");

        Assert.Equal((null, null), (desk.Project.LastReminder, desk.Project.ParkedAt));
        Assert.True(desk.Project.WaitingSince() > before);
        Assert.Equal(desk.Project.ChangedAt.AddDays(1), s_plan.NextReminder(desk.Project));
        Assert.Single(desk.Take(Remind(desk.Project, 1)));
    }

    [Fact]
    public void Fork_OfAParkedProject_WaitsAnew()
    {
        var desk = new Desk().Begin();
        desk.Take(Remind(desk.Project, 1));
        desk.Take(Park(desk.Project));

        var fork = desk.Fork().Project;

        Assert.Equal((null, null), (fork.LastReminder, fork.ParkedAt));
        Assert.Equal(fork.ChangedAt.AddDays(1), s_plan.NextReminder(fork));
    }

    [Fact]
    public void Command_LateOrRepeatedOrOvertaken_MakesNothing()
    {
        var desk = new Desk().Begin("brief");
        desk.Deliver("ideas@1");
        var (first, second, parking) = (Remind(desk.Project, 1), Remind(desk.Project, 2), Park(desk.Project));

        Assert.Empty(desk.Take(second));
        Assert.Single(desk.Take(first));
        Assert.Empty(desk.Take(first));
        Assert.Single(desk.Take(second));
        Assert.Empty(desk.Take(first));
        desk.Approve("ideas", 1);
        Assert.Empty(desk.Take(Remind(desk.Project, 3)));
        desk.Deliver("synopsis@1");
        Assert.Empty(desk.Take(parking));
        Assert.Empty(desk.Take(second));
        Assert.Single(desk.Take(Park(desk.Project)));
        Assert.Empty(desk.Take(Park(desk.Project)));
        Assert.Empty(desk.Take(Remind(desk.Project, 1)));
    }

    /// <summary>A writer's key that reads like a reminder's stands in no reminder's way.</summary>
    [Fact]
    public void Reminder_WithAnIdThatTheWriterUsed_IsSent()
    {
        var desk = new Desk().Begin();
        desk.Take(new ChangeBudget(5, 5) { Id = "reminder@1", By = "writer" });

        Assert.Single(desk.Take(Remind(desk.Project, 1)));
    }

    [Theory]
    [InlineData("0", 14, 90)]
    [InlineData("-1 3", 14, 90)]
    [InlineData("3 3", 14, 90)]
    [InlineData("3 1", 14, 90)]
    [InlineData("1", 0, 90)]
    [InlineData("1", 14, 0)]
    public void Plan_WithImpossibleTimes_IsRefused(string first, int every, int parkAfter)
    {
        var times = first.Split(' ').Select(day => TimeSpan.FromDays(int.Parse(day, System.Globalization.CultureInfo.InvariantCulture))).ToValueList();

        Assert.ThrowsAny<ArgumentException>(() => new ReminderPlan(times, TimeSpan.FromDays(every), TimeSpan.FromDays(parkAfter)));
    }

    private static WritingProject Standing(string name)
    {
        var desk = new Desk(DocumentTable.Film);
        if (name == "working") desk.Begin("brief");
        if (name == "paused") desk.Begin().Take(new PauseProject { Id = "pause", By = "writer" });
        if (name == "complete") desk.Begin("brief").ApproveAll();
        if (name == "deleted") desk.Begin().Take(new DeleteProject { Id = "end", By = "writer" });
        return desk.Project;
    }

    private static RemindWriter Remind(WritingProject project, int number) => new(number, project.ChangedAt.AddDays(number))
    {
        Id = $"reminder@{number}",
        By = "service",
        WaitingSince = project.ChangedAt,
    };

    private static ParkProject Park(WritingProject project) => new() { Id = "parking", By = "service", WaitingSince = project.ChangedAt };

    private static (WritingProject Project, ValueList<JournalEntry> Made) Take(WritingProject project, Command command, DateTimeOffset at) =>
        Assert.IsType<Outcome.Accepted>(project.Decide(command, at)) is var accepted ? (accepted.Project, accepted.Entries) : default;
}

using Spectre.Console;
using Spectre.Console.Rendering;

namespace MovieChat.Bench;

internal static partial class CostBench
{
    private static Table Shown(Parameters given)
    {
        var table = new Table { Title = new("parameters: --price name=value") }.AddColumns("name", "value", "what", "from");
        foreach (var each in All) table.AddRow(each.Name, $"{given[each.Name]:0.########}", each.Unit, given[each.Name] == each.Default ? each.Source : "given");
        return table;
    }

    private static Table Shown(Film film, Parameters given)
    {
        var loop = film.Loop;
        var (looks, timers, untouched) = Untouched(given);
        var table = new Table { Title = new("a film of 110 minutes, every first draft approved") }.AddColumns("counted", "", "storage operations", "of them table / queue / blob");
        table.AddRow("events in the journal, appends, drafts", $"{film.Events}, {film.Appends}, {film.Drafts}");
        table.AddRow("tokens the model read, wrote", $"{film.Input:N0}, {film.Output:N0}");
        table.AddRow("decisions, with the start: external events", $"{film.Decisions}");
        table.AddRow("looks (Advance), orders: activities", $"{loop.Looks} + {loop.Orders} = {film.Activities}");
        table.AddRow("timers, those of them given up late, histories begun anew", $"{loop.Timers}, {loop.Strays}, {loop.Renewals}");
        table.AddRow("drafts that authors are shown", $"{loop.Inputs}");
        Add("the engine, for all of it", loop.OfEngine);
        Add("our own", loop.OfOurs);
        Add("both, for a decision", (1d / film.Decisions) * (loop.OfEngine + loop.OfOurs));
        Add("an hour of an open event stream", 3600 * Own.OpenStream);
        Add($"untouched until it is parked: {looks:0} looks, {timers:0} timers", untouched);
        return table;

        void Add(string name, Operations operations) =>
            table.AddRow(name, "", $"{operations.All:N0}", $"{operations.Table:N0} / {operations.Queue:N0} / {operations.BlobRead + operations.BlobWrite:N0}");
    }

    private static Table Shown(IReadOnlyList<Month> months)
    {
        var table = new Table { Title = new("a month, films in flight") }.AddColumn("");
        foreach (var month in months) table.AddColumn(new TableColumn($"{month.Films:N0}").RightAligned());
        Add("decisions", month => $"{month.Decisions:N0}");
        Add("storage operations of decisions", month => Short(month.Work.All));
        Add("of polls that they woke", month => Short(month.Woken.All));
        Add("of open event streams", month => Short(month.Pages.All));
        Add("at rest: idle polls, upkeep", month => Short(month.Idle.All));
        Add("tokens", month => Short(month.Tokens));
        Add("instances at work on average, engine and HTTP", month => $"{month.Engines:N2} + {month.Doors:N2}");
        Add("cost of waiting: polls, always ready, logs at rest, rows", month => Money(month.WaitingCost));
        Add("cost of storage operations: decisions", month => Money(month.WorkCost));
        Add("cost of storage operations: event streams", month => Money(month.PagesCost));
        Add("cost of compute", month => Money(month.ComputeCost));
        Add("cost of logs of decisions, up to the cap", month => Money(month.LogCost));
        Add("cost of the model", month => Money(month.ModelCost));
        Add("all", month => Money(month.Cost));
        Add("a film, from brief to screenplay", month => Money(month.CostOfAFilm));
        return table;

        void Add(string name, Func<Month, string> cell) => table.AddRow([new Text(name), .. months.Select(month => (IRenderable)new Text(cell(month)))]);
    }

    private static Table Shown(IEnumerable<Limit> limits)
    {
        var table = new Table { Title = new("limits, in the order in which they are met") }.AddColumns("limit", "there is", "a film in the busiest hour", "met at films in flight", "then");
        foreach (var limit in limits) table.AddRow(limit.Name, $"{limit.Most:N0} {limit.Unit}", $"{limit.OfAFilm:G3}", Short(limit.Films), limit.Then);
        return table;
    }

    private static string Short(double count) => count switch
    {
        double.PositiveInfinity => "never",
        >= 1e9 => $"{count / 1e9:N1} G",
        >= 1e6 => $"{count / 1e6:N1} M",
        _ => $"{count:N0}",
    };

    private static string Money(double dollars) => dollars >= 100 ? $"${dollars:N0}" : $"${dollars:N2}";
}

using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>One random number for each question a move asks: which move, on what, and how.</summary>
public readonly record struct Choice(int Move, int Where, int How);

/// <summary>A random history: the projects (the first and its forks) after a row of choices.</summary>
internal sealed class History
{
    private const int MostForks = 2;

    private readonly List<Branch> _branches;

    public History(DocumentTable table, Choice[] choices)
    {
        (Table, Choices) = (table, choices);
        _branches = [new(table)];
        foreach (var choice in choices) Play(choice);
    }

    public DocumentTable Table { get; }

    public Choice[] Choices { get; }

    public IReadOnlyList<Branch> Branches => _branches;

    public int Events => _branches.Sum(branch => branch.Journal.Count);

    public IEnumerable<(Branch Branch, Step Step)> Steps =>
        from branch in _branches
        from step in branch.Steps
        select (branch, step);

    public override string ToString() =>
        string.Join(Environment.NewLine, Steps.Select(each => $"{each.Branch.Project.Id}: {each.Step.Command} -> {each.Step.Outcome.GetType().Name} {string.Join(", ", each.Step.Made.Select(entry => entry.Event))}"));

    private void Play(Choice choice)
    {
        var branch = _branches[choice.How % 7 % _branches.Count];
        if (branch.Project.Revision == 0)
        {
            branch.Do(Moves.Start(choice));
        }
        else if (choice.Move == Moves.Fork && !branch.Project.Deleted && _branches.Count <= MostForks)
        {
            var fork = new Branch(branch.Table, branch);
            fork.Do(Moves.ForkOf(branch.Project, _branches.Count));
            _branches.Add(fork);
        }
        else
        {
            branch.Do(Moves.Next(branch, choice));
        }
    }
}

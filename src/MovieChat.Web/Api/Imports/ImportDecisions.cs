using MovieChat.Core.Journey;
using MovieChat.Web.Access;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Imports;

namespace MovieChat.Web.Api.Imports;

/// <summary>Takes a writer's decisions on imports.</summary>
internal sealed class ImportDecisions(OwnProjects own, ProjectImports imports, ImportIntake intake)
{
    /// <returns>The project after the decision.</returns>
    /// <exception cref="ProblemException">The decision is refused.</exception>
    public Task<WritingProject> TakeAsync(Caller caller, string project, string import, ImportDecision decision, CommandKey key, CancellationToken cancellationToken) =>
        own.DecideAsync(
            caller,
            project,
            key,
            async film =>
            {
                var found = await ImportEndpoints.FindAsync(film, import, imports, cancellationToken);
                var outcome = await intake.PrepareAsync(film, found, decision, caller.Writer, key.Id, cancellationToken);
                return await own.SubmitAsync(film.Id, CommandOrProblem(outcome), key, cancellationToken);
            },
            cancellationToken);

    private static ImportScript CommandOrProblem(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Ready ready => ready.Command,
        ImportOutcome.Refused refused => throw new ProblemException(Problem.Of(refused.Rejection)),
        ImportOutcome.Faulty faulty => throw new ProblemException(Of(faulty)),
        _ => throw new ArgumentException($"No answer is written for {outcome.GetType().Name}."),
    };

    private static Problem Of(ImportOutcome.Faulty faulty)
    {
        ProblemItem[] errors = [.. faulty.Changes.SelectMany(change => change.Faults.Select(fault => new ProblemItem($"{change.Document}.{fault.Path}", $"{Place(fault)}{fault.Message}")))];
        return Problem.Of(ProblemKinds.InvalidContent, $"The script can not be taken as it is: '{errors[0].Path}' {errors[0].Message}", errors[0].Path) with { Errors = errors };
    }

    private static string Place(Core.Scripts.Comparing.PlacedFault fault) => (fault.Line, fault.Heading) switch
    {
        ({ } line, { } heading) => $"(line {line}, {heading}) ",
        ({ } line, null) => $"(line {line}) ",
        _ => "",
    };
}

using MovieChat.Web.Problems;
using MovieChat.Workflows.Projects;

namespace MovieChat.Web.Api;

/// <param name="Title">Of the copy, 1 to 200 characters.</param>
public sealed record ForkRequest(string Title);

/// <summary>What the title page says; what is left out stays.</summary>
/// <param name="Title">The film's title, 1 to 200 characters.</param>
/// <param name="Authors">Who wrote it, at most 10, of at most 100 characters each.</param>
/// <param name="Source">What it is based on, at most 300 characters.</param>
/// <param name="Contact">How whoever reads it reaches you, on several lines, at most 500 characters.</param>
public sealed record TitlePageRequest(string? Title = null, IReadOnlyList<string>? Authors = null, string? Source = null, string? Contact = null);

/// <summary>New limits; what is left out stays.</summary>
/// <param name="Tokens">Model tokens that the project may spend in all.</param>
/// <param name="Pictures">Pictures that it may have rendered in all.</param>
public sealed record BudgetRequest(long? Tokens = null, long? Pictures = null);

/// <param name="Writer">The writer's id: 1 to 64 letters, digits, dashes and underscores.</param>
/// <param name="Name">What you call the key, 1 to 100 characters.</param>
public sealed record KeyRequest(string Writer, string Name);

internal static class IntakeAnswers
{
    /// <summary>The command, when there is one.</summary>
    /// <param name="place">Where the document's content stands in the body.</param>
    /// <exception cref="ProblemException">The intake was refused.</exception>
    public static Core.Journey.Command CommandOrProblem(this Intake intake, Func<Intake.Faulty, string> place) => intake switch
    {
        Intake.Ready ready => ready.Command,
        Intake.Refused refused => throw new ProblemException(Problem.Of(refused.Rejection)),
        Intake.Faulty faulty => throw new ProblemException(Of(faulty, place(faulty))),
        _ => throw new ArgumentException($"No answer is written for {intake.GetType().Name}."),
    };

    private static Problem Of(Intake.Faulty faulty, string place)
    {
        ProblemItem[] errors = [.. faulty.Faults.Select(fault => new ProblemItem(Joined(place, fault.Path), fault.Message))];
        return Problem.Of(ProblemKinds.InvalidContent, $"The content of '{faulty.Document}' can not be taken: '{errors[0].Path}' {errors[0].Message}", errors[0].Path) with
        {
            Errors = errors,
        };
    }

    private static string Joined(string place, string path) => path.Length == 0 ? place : path[0] == '[' ? place + path : $"{place}.{path}";
}

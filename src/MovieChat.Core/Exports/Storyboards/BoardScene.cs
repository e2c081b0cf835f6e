namespace MovieChat.Core.Exports.Storyboards;

/// <summary>One scene of a board.</summary>
/// <param name="Id">Such as <c>s3</c>.</param>
/// <param name="Heading">As the screenplay prints it.</param>
/// <param name="Panels">One for each shot, in the order of the cut; none when its shots are not listed yet.</param>
public sealed record BoardScene(string Id, int Number, string Heading, string Summary, IReadOnlyList<Panel> Panels)
{
    /// <summary>Its running time.</summary>
    public double Seconds => Panels.Sum(panel => panel.Seconds);
}

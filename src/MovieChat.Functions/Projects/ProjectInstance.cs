namespace MovieChat.Functions.Projects;

/// <summary>How a project's orchestration is found: one instance a project, by its id.</summary>
internal static class ProjectInstance
{
    /// <summary>The external event that tells of an append: the last revision before it, as a number. Nothing that a film is made of travels
    /// with it, and nothing in it is believed: whoever hears it looks into the journal.</summary>
    public const string Announcement = "Announcement";

    private const string Prefix = "project-";

    public static string IdOf(string project) => Prefix + project;

    public static string ProjectOf(string instance) =>
        instance.StartsWith(Prefix, StringComparison.Ordinal)
            ? instance[Prefix.Length..]
            : throw new ArgumentException($"The instance '{instance}' is no project's: its id must begin with '{Prefix}'.", nameof(instance));
}

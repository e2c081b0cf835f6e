namespace MovieChat.Core.Writing.Prompts;

/// <summary>The prompts, embedded as Markdown, one a document and one a way of asking.</summary>
internal static class Prompt
{
    /// <summary>The system text: what holds for all, then each of <paramref name="names"/>.</summary>
    public static string Of(params IEnumerable<string> names) => string.Join('\n', names.Prepend("common").Select(Read));

    /// <summary>One prompt by itself.</summary>
    public static string Alone(string name) => Read(name);

    private static string Read(string name)
    {
        using var stream = typeof(Prompt).Assembly.GetManifestResourceStream($"Prompts/{name}.md")
            ?? throw new InvalidOperationException($"The prompt '{name}.md' is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

namespace MovieChat.Core.Journey;

/// <summary>What the film's title page says besides the title. All of it is optional.</summary>
/// <param name="Authors">Who wrote it, in the order in which they are printed: at most <see cref="MostAuthors"/>, of at most <see cref="MostAuthor"/> characters each.</param>
/// <param name="Source">What it is based on, such as "based on the novel by …", at most <see cref="MostSource"/> characters.</param>
/// <param name="Contact">How whoever reads it reaches the writer, on several lines, at most <see cref="MostContact"/> characters.</param>
public sealed record TitlePage(ValueList<string> Authors, string Source, string Contact)
{
    public const int MostAuthors = 10;
    public const int MostAuthor = 100;
    public const int MostSource = 300;
    public const int MostContact = 500;

    public static TitlePage Empty { get; } = new([], "", "");
}

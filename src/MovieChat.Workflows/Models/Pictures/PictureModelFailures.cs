using MovieChat.Core.Journey;

namespace MovieChat.Workflows.Models.Pictures;

/// <summary>What only an image model fails with.</summary>
internal sealed class PictureModelFailures(PictureModelOptions options) : ModelFailures(options)
{
    private const string Shorten = "Shorten what this picture is made from, then try again.";

    public static Failure NoPrompt => new(
        FailureKinds.Unreadable,
        "There is nothing to draw: the description of the picture is empty.",
        "Say in the notes what the picture shows, then try again.");

    public static Failure OddReference => new(
        FailureKinds.Unreadable,
        "A picture that this one is made from is neither PNG, JPEG nor WebP.",
        "Choose another one, then try again.");

    public static Failure LargeReference => new(
        FailureKinds.Unreadable,
        "A picture that this one is made from has 50 MB or more, which image models do not read.",
        "Choose a smaller one, then try again.");

    public Failure NoPicture => new(
        FailureKinds.Unavailable,
        "The answer of the image model's service holds no picture.",
        $"Try again. If it stays so, check that {options.NameSetting} ('{options.Name}') is an image model.");

    public Failure NotAPicture => new(
        FailureKinds.Unavailable,
        "What the image model's service gave as a picture is neither PNG, JPEG nor WebP.",
        $"Try again. If it stays so, check {Setting(nameof(options.Endpoint))} and {options.NameSetting}.");

    public Failure NotFollowed => new(
        FailureKinds.Rejected,
        "The image model's service gave the address of a picture instead of the picture, and it is not one to be followed.",
        $"Have the service answer with b64_json, or with https addresses, or with its own ({Setting(nameof(options.Endpoint))}).");

    public static Failure LongPrompt(int length, int most) => new(
        FailureKinds.Unreadable,
        FormattableString.Invariant($"The description of the picture has {length:N0} characters; image models read at most {most:N0}."),
        Shorten);

    public static Failure ManyReferences(int count, int most) => new(
        FailureKinds.Unreadable,
        $"This picture is made from {count} others; image models take at most {most}.",
        "Show fewer people in it, then try again.");

    public Failure NotFetched(int status) => new(
        FailureKinds.Unavailable,
        $"The image model's service gave the address of a picture, and nothing is there to be fetched (HTTP {status}).",
        $"Try again. If it stays so, have the service answer with b64_json, or check {Setting(nameof(options.Endpoint))}.");

    protected override Failure Filtered(IReadOnlyList<string> categories) => new(
        FailureKinds.Refused,
        $"The content filter of the image model's service refused this picture{Reasons(categories)}.",
        "Change in the notes, or in what this picture is made from, what the filter may object to and try again, or skip the picture.");

    protected override Failure TooLong => new(
        FailureKinds.Unreadable,
        "What this picture is made from is more than the image model reads at once.",
        Shorten);

    protected override Failure TooLarge => new(
        FailureKinds.Unavailable,
        $"The answer was larger than {PictureModelRegistration.MostBytes / 1024 / 1024} MiB and was not read.",
        $"Try again. If it stays so, ask for fewer pictures at once, and check {Setting(nameof(options.Endpoint))}.");

    protected override Failure BadRequest(int status) => new(
        FailureKinds.Rejected,
        $"The image model's service did not accept the request (HTTP {status}).",
        $"Check that {options.NameSetting} ('{options.Name}') is an image model that draws in the sizes of {Setting(nameof(options.Sizes))} and knows the quality of {Setting(nameof(options.Quality))}.");
}

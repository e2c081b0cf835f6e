namespace MovieChat.Workflows.Models.Text;

internal sealed class TextModelOptionsValidator : ModelOptionsValidator<TextModelOptions>
{
    protected override IEnumerable<string> Own(TextModelOptions options) =>
    [
        .. Within(options, nameof(options.ContextTokens), options.ContextTokens, 2_000, 2_000_000),
        .. Within(options, nameof(options.MaxAnswerTokens), options.MaxAnswerTokens ?? 256, 256, 1_000_000),
    ];
}

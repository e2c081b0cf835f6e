using Microsoft.Extensions.Configuration;

namespace MovieChat.Workflows.Models.Text;

internal sealed class TextModelSettings(IConfiguration section) : ModelSettings<TextModelOptions>(section)
{
    protected override void ConfigureOwn(TextModelOptions options)
    {
        options.ContextTokens = Value(options, nameof(options.ContextTokens), options.ContextTokens, Numbers);
        options.MaxAnswerTokens = Text(nameof(options.MaxAnswerTokens)) is null ? null : Value(options, nameof(options.MaxAnswerTokens), 0, Numbers);
    }
}

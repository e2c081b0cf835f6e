using MovieChat.Core.Notices;

namespace MovieChat.Web.Teams.Cards;

/// <summary>Turns forms into cards with fields to fill in.</summary>
internal static class FormWriter
{
    /// <param name="trouble">Why it was not taken when it was sent before; null the first time.</param>
    /// <param name="faults">What is wrong with its fields.</param>
    /// <returns>Null when it is larger than a message may be: of a field's text nothing is cut, for what is sent back would lose it.</returns>
    public static AdaptiveCard? Write(CardForm form, string? trouble = null, ILookup<string, string>? faults = null)
    {
        List<AdaptiveElement> body = [CardText.Block(new TextRun(CardText.Short(form.Title, 300)) { Size = "large", Weight = "bolder" })];
        if (trouble is not null) body.Add(CardText.Block(Alarm(CardText.Short(trouble, 1_000))));
        foreach (var field in form.Fields)
        {
            body.Add(Input(field));
            body.AddRange((faults?[field.Id] ?? []).Select(fault => CardText.Block(Alarm(CardText.Short(fault, 500)))));
        }

        body.Add(new AdaptiveElement.Buttons(
        [
            Button.Of(CardText.Short(form.Submit, 40), new(Button.Send, $"{form.Answer}"), "positive"),
            Button.Of("Cancel", new(Button.Cancel, $"{form.Answer}"), inputs: "none"),
        ]));
        var card = new AdaptiveCard(body);
        return CardWriter.Size(card) <= CardWriter.MostBytes ? card : null;
    }

    private static AdaptiveElement.Input Input(CardField field) => new(Button.Field + field.Id, CardText.Short(Capital(field.Label), 200))
    {
        Value = field.Text.Length > 0 ? field.Text : null,
        IsMultiline = field.IsLong,
        IsRequired = field.IsRequired,
        ErrorMessage = field.IsRequired ? "Write something here." : null,
        MaxLength = field.Most,
    };

    private static string Capital(string label) => label.Length == 0 ? label : char.ToUpperInvariant(label[0]) + label[1..];

    private static TextRun Alarm(string text) => new(text) { Color = "attention" };
}

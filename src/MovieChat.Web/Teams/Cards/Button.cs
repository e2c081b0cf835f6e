using System.Text.Json;
using MovieChat.Core.Notices;

namespace MovieChat.Web.Teams.Cards;

/// <summary>What a button carries, and a client sends back: it may be anything.</summary>
/// <param name="Verb">One of <see cref="Button"/>'s.</param>
/// <param name="Answer">In the form of <see cref="Answer.ToString"/>.</param>
/// <param name="Say">A command.</param>
internal sealed record ButtonData(string Verb, string? Answer = null, string? Say = null);

/// <summary>Makes buttons, and reads what comes of them.</summary>
internal static class Button
{
    public const string Decide = "decide", Fill = "fill", Send = "send", Cancel = "cancel", Say = "say";

    /// <summary>What the ids of inputs begin with, so that they are no property of <see cref="ButtonData"/>.</summary>
    public const string Field = "field.";

    public static AdaptiveAction Of(CardAction action)
    {
        var style = action.IsPrimary ? "positive" : null;
        return action switch
        {
            CardAction.Decide decide => Of(decide.Label, new(Decide, $"{decide.Answer}"), style),
            CardAction.Fill fill => Of(fill.Label, new(Fill, $"{fill.Answer}"), style),
            CardAction.Say say => Of(say.Label, new(Say, Say: say.Command), style),
            CardAction.Open open => new AdaptiveAction.OpenUrl(open.Label, open.Address),
            _ => throw new ArgumentException($"No button is written for {action.GetType().Name}: give it one here.", nameof(action)),
        };
    }

    /// <param name="inputs"><c>none</c> to leave out what was filled in.</param>
    public static AdaptiveAction Of(string title, ButtonData data, string? style = null, string? inputs = null) =>
        new AdaptiveAction.Execute(title, data.Verb, data, new AdaptiveAction.Submit(title, data) { AssociatedInputs = inputs }) { Style = style, AssociatedInputs = inputs };
}

/// <summary>A button that somebody pressed.</summary>
/// <param name="Fields">What was filled in, by the ids of the form's fields. Clients leave out what is empty.</param>
internal sealed record ButtonPress(string Verb, Answer? Answer, string? Say, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>Reads what <c>Action.Execute</c> sends as <c>value.action.data</c>, and <c>Action.Submit</c> as <c>value</c>.</summary>
    /// <returns>Null for what no button of ours sends.</returns>
    public static ButtonPress? Read(JsonElement data)
    {
        if (data.ValueKind != JsonValueKind.Object || Text(data, "verb") is not { } verb) return null;
        var fields = data.EnumerateObject()
            .Where(property => property.Name.StartsWith(Button.Field, StringComparison.Ordinal) && property.Value.ValueKind == JsonValueKind.String)
            .ToDictionary(property => property.Name[Button.Field.Length..], property => property.Value.GetString()!, StringComparer.Ordinal);
        return new(verb, Answer.TryParse(Text(data, "answer"), out var answer) ? answer : null, Text(data, "say"), fields);
    }

    private static string? Text(JsonElement data, string name) => data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

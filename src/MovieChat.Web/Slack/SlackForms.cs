using System.Globalization;
using System.Text.Json;
using MovieChat.Core.Notices;

namespace MovieChat.Web.Slack;

/// <summary>Forms as views, and what was filled in.</summary>
internal static class SlackForms
{
    /// <param name="mark">Comes back with what was filled in.</param>
    /// <returns>Null for a form that is more than a view holds.</returns>
    public static SlackView? Of(CardForm form, SlackFormMark mark)
    {
        var metadata = JsonSerializer.Serialize(mark, SlackJson.Readable.SlackFormMark);
        var view = new SlackView(
            new(SlackText.Line(form.Title, SlackLimits.Title)),
            new(SlackText.Line(form.Submit, SlackLimits.Title)),
            new("Cancel"),
            metadata,
            [.. form.Fields.Select((field, place) => Input(field, place))]);
        return metadata.Length <= SlackLimits.PrivateMetadata && JsonSerializer.SerializeToUtf8Bytes(view, SlackJson.Readable.SlackView).Length <= SlackLimits.View ? view : null;
    }

    /// <summary>The values by the fields of the form. What was left empty is empty.</summary>
    /// <param name="filled">By the names of the view's blocks.</param>
    public static Dictionary<string, string> Values(CardForm form, IReadOnlyDictionary<string, string> filled) => form.Fields
        .Select((field, place) => (field.Id, Value: filled.GetValueOrDefault(NameOf(place))))
        .Where(field => field.Value is not null)
        .ToDictionary(field => field.Id, field => field.Value!, StringComparer.Ordinal);

    /// <summary>What is wrong with the values by themselves, by the names of the view's blocks; empty when nothing is.</summary>
    public static Dictionary<string, string> Faults(CardForm form, IReadOnlyDictionary<string, string> values)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, place) in form.Fields.Select((field, place) => (field, place)))
        {
            var value = values.GetValueOrDefault(field.Id, "");
            if (field.IsRequired && string.IsNullOrWhiteSpace(value)) faults[NameOf(place)] = "Some words are needed here.";
            else if (value.Length > field.Most) faults[NameOf(place)] = string.Create(CultureInfo.InvariantCulture, $"It has {value.Length} characters, and may have {field.Most}.");
        }

        return faults;
    }

    /// <summary>What was refused, by the names of the view's blocks: at its field, or at the first one where it is none's.</summary>
    public static Dictionary<string, string> Faults(CardForm form, string text, ILookup<string, string> fields)
    {
        var faults = fields
            .Select(fault => (Place: PlaceOf(form, fault.Key), Text: SlackText.Line(string.Join(' ', fault), 300)))
            .Where(fault => fault.Place >= 0)
            .GroupBy(fault => fault.Place)
            .ToDictionary(group => NameOf(group.Key), group => string.Join(' ', group.Select(fault => fault.Text)), StringComparer.Ordinal);
        if (faults.Count == 0) faults[NameOf(0)] = SlackText.Line(text, 300);
        return faults;
    }

    /// <summary>Blocks are named by their place: a field's own name may be longer than Slack takes.</summary>
    private static string NameOf(int place) => string.Create(CultureInfo.InvariantCulture, $"field-{place}");

    /// <summary>The field itself, or the first one within what is named.</summary>
    private static int PlaceOf(CardForm form, string id)
    {
        var ids = form.Fields.Select(field => field.Id).ToList();
        var exact = ids.IndexOf(id);
        return exact >= 0 || id.Length == 0 ? exact : ids.FindIndex(each => each.StartsWith(id, StringComparison.Ordinal) && each[id.Length] is '.' or '[');
    }

    private static SlackBlock.Input Input(CardField field, int place)
    {
        var most = Math.Clamp(field.Most, 1, SlackLimits.Text);
        var text = SlackText.Cut(SlackText.Clean(field.Text), most);
        return new(NameOf(place), new(SlackText.Line(field.Label, 200)), new(field.IsLong, string.IsNullOrWhiteSpace(text) ? null : text, most), !field.IsRequired);
    }
}

/// <summary>What a form is an answer to, and where it was asked for.</summary>
/// <param name="Answer">As <see cref="Core.Notices.Answer"/> writes it.</param>
/// <param name="Message">The message that the button is in.</param>
internal sealed record SlackFormMark(string Answer, string Channel, string? Message, string? Thread);

/// <summary>Answers a form that can not be taken as it is.</summary>
/// <param name="Errors">By the names of the view's blocks.</param>
internal sealed record SlackFieldErrors(IReadOnlyDictionary<string, string> Errors)
{
    public string ResponseAction { get; } = "errors";
}

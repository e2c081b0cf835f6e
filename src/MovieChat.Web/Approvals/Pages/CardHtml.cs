using System.Globalization;
using System.Text;
using MovieChat.Core.Notices;

namespace MovieChat.Web.Approvals.Pages;

/// <summary>A card as a page, with a form for each of its actions: nothing of it needs a script.</summary>
internal static class CardHtml
{
    /// <param name="fault">Why what was sent just now was not taken; null when nothing was.</param>
    /// <param name="picture">The address of a picture, by its hash.</param>
    public static string Of(Card card, string? fault, Func<string, string?> picture)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<h1>{Html.Text(card.Title)}</h1>\n<p class=\"lead\">{Html.Text(card.Lead)}</p>\n");
        if (card.Outcome is { } outcome) page.Append(CultureInfo.InvariantCulture, $"<p class=\"said\" role=\"status\">{Html.Text(outcome)}</p>\n");
        if (fault is not null) page.Append(CultureInfo.InvariantCulture, $"<p class=\"fault\" role=\"alert\">{Html.Text(fault)}</p>\n");
        Write(page, card.Blocks, picture);
        foreach (var option in card.Options)
        {
            page.Append(CultureInfo.InvariantCulture, $"<section class=\"option\" aria-labelledby=\"option-{option.Number}\"><h2 id=\"option-{option.Number}\">{Html.Text(option.Label)}</h2>\n");
            Write(page, option.Blocks, picture);
            foreach (var action in option.Actions) Write(page, action);
            page.Append("</section>\n");
        }

        foreach (var action in card.Actions) Write(page, action);
        return page.ToString();
    }

    private static void Write(StringBuilder page, IEnumerable<CardBlock> blocks, Func<string, string?> picture)
    {
        string? list = null;
        foreach (var block in blocks)
        {
            var needs = block switch
            {
                CardBlock.Fact => "dl",
                CardBlock.Entry => "ul",
                _ => null,
            };
            if (needs != list)
            {
                if (list is not null) page.Append(CultureInfo.InvariantCulture, $"</{list}>\n");
                if (needs is not null) page.Append(CultureInfo.InvariantCulture, $"<{needs}>\n");
                list = needs;
            }

            page.Append(Of(block, picture)).Append('\n');
        }

        if (list is not null) page.Append(CultureInfo.InvariantCulture, $"</{list}>\n");
    }

    private static string Of(CardBlock block, Func<string, string?> picture) => block switch
    {
        CardBlock.Heading heading => $"<h3>{Html.Text(heading.Text)}</h3>",
        CardBlock.Paragraph paragraph => $"<p>{Html.Text(paragraph.Text)}</p>",
        CardBlock.Fact fact => $"<dt>{Html.Text(fact.Label)}</dt><dd>{Html.Text(fact.Text)}</dd>",
        CardBlock.Entry entry => $"<li>{Html.Text(entry.Text)}</li>",
        CardBlock.Script script => $"<pre class=\"{Html.Text(script.Type)}\">{Html.Text(script.Text)}</pre>",
        CardBlock.Image image when picture(image.Hash) is { } address => $"<img src=\"{Html.Text(address)}\" alt=\"{Html.Text(image.About)}\">",
        CardBlock.Image image => $"<p>{Html.Text(image.About)}</p>",
        _ => throw new ArgumentException($"No page is written for a {block.GetType().Name}."),
    };

    private static void Write(StringBuilder page, CardAction action)
    {
        switch (action)
        {
            case CardAction.Decide decide:
                page.Append(CultureInfo.InvariantCulture, $"<form method=\"post\">{Hidden(decide.Answer)}<button{(decide.IsPrimary ? " class=\"primary\"" : "")}>{Html.Text(decide.Label)}</button></form>\n");
                break;
            case CardAction.Fill fill when OfferCards.FormOf(fill.Answer, null) is { } form:
                var id = $"{fill.Answer.Verb}-{fill.Answer.Option}";
                page.Append(CultureInfo.InvariantCulture, $"<details><summary>{Html.Text(fill.Label)}</summary><form method=\"post\">{Hidden(fill.Answer)}\n");
                foreach (var field in form.Fields)
                {
                    page.Append(CultureInfo.InvariantCulture, $"<label for=\"{id}\">{Html.Text(field.Label)}</label><textarea id=\"{id}\" name=\"{Html.Text(field.Id)}\" rows=\"5\" maxlength=\"{field.Most}\"{(field.IsRequired ? " required" : "")}>{Html.Text(field.Text)}</textarea>\n");
                }

                page.Append(CultureInfo.InvariantCulture, $"<button>{Html.Text(form.Submit)}</button></form></details>\n");
                break;
        }
    }

    private static string Hidden(Answer answer) =>
        string.Create(CultureInfo.InvariantCulture, $"<input type=\"hidden\" name=\"verb\" value=\"{Html.Text(answer.Verb)}\">{(answer.Option is { } option ? $"<input type=\"hidden\" name=\"option\" value=\"{option}\">" : "")}");
}

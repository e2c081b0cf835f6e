using MovieChat.Core.Notices;
using MovieChat.Web.Access;
using MovieChat.Web.Approvals;
using MovieChat.Web.Problems;
using MovieChat.Web.Teams.Cards;

namespace MovieChat.Web.Teams;

/// <summary>What comes of a pressed button.</summary>
internal abstract record Pressed
{
    private Pressed()
    {
    }

    /// <summary>A card takes the place of the one that was pressed on.</summary>
    /// <param name="IsSettled">For everybody, and for good; otherwise for the one who pressed alone.</param>
    public sealed record Replaced(AdaptiveCard Card, string Summary, bool IsSettled, ShownCard? Shown = null) : Pressed;

    public sealed record Said(string Text) : Pressed;

    public sealed record Refused(string Text) : Pressed;
}

/// <summary>Carries out what the buttons of cards ask for, apart from commands.</summary>
internal sealed class CardAnswers(WriterBindings bindings, AnswerDesk desk, CardWriter cards)
{
    public async Task<Pressed> PressAsync(Arrival arrival, ButtonPress press, CancellationToken cancellationToken)
    {
        if (press is not { Answer: { } answer, Verb: Button.Decide or Button.Fill or Button.Send or Button.Cancel }) return new Pressed.Refused("This button is none of mine any more: say status for new ones.");
        if (await bindings.FindAsync(arrival.Speaker, cancellationToken) is not { } caller)
        {
            return new Pressed.Refused(arrival.Reference.IsPersonal ? "I do not know which writer you are: say help, and I ask you." : Writing.PersonallyFirst);
        }

        try
        {
            return press.Verb switch
            {
                Button.Fill => Form(arrival, await desk.AskAsync(caller, answer, cancellationToken)),
                Button.Cancel => Of(arrival, await desk.ShowAsync(caller, answer.Offer, arrival.Place.Subscription, cancellationToken)),
                _ => await TakeAsync(arrival, caller, answer, press, cancellationToken),
            };
        }
        catch (ProblemException refused)
        {
            return new Pressed.Refused(refused.Problem.Detail);
        }
    }

    private async Task<Pressed> TakeAsync(Arrival arrival, Caller caller, Answer answer, ButtonPress press, CancellationToken cancellationToken)
    {
        var form = press.Verb == Button.Send && await desk.AskAsync(caller, answer, cancellationToken) is Reply.Form { Asked: var asked } ? asked : null;

        // Clients leave out what was emptied: without the form's own list it would stay as it was.
        var fields = form is null ? press.Fields : form.Fields.ToDictionary(field => field.Id, field => press.Fields.GetValueOrDefault(field.Id, ""), StringComparer.Ordinal);
        var reply = await desk.TakeAsync(caller, answer, fields, arrival.Scope, cancellationToken);
        if (reply is Reply.Said said && press.Verb == Button.Send) return await BackAsync(arrival, caller, answer.Offer, said, cancellationToken);
        if (reply is not Reply.Refused refused || form is null) return Of(arrival, reply);
        var filled = form with { Fields = [.. form.Fields.Select(field => field with { Text = fields[field.Id] })] };
        return FormWriter.Write(filled, refused.Text, refused.Fields) is { } again ? new Pressed.Replaced(again, refused.Text, IsSettled: false) : new Pressed.Refused(refused.Text);
    }

    /// <summary>The form is done with and the offer still open: its card takes the form's place again.</summary>
    private async Task<Pressed> BackAsync(Arrival arrival, Caller caller, Offer offer, Reply.Said said, CancellationToken cancellationToken) =>
        await desk.ShowAsync(caller, offer, arrival.Place.Subscription, cancellationToken) is Reply.Shown { Cards: [var shown, ..] }
            ? Of(arrival, new Reply.Shown([shown with { Card = shown.Card with { Lead = $"{said.Text} {shown.Card.Lead}" } }]))
            : new Pressed.Said(said.Text);

    private Pressed Form(Arrival arrival, Reply reply)
    {
        if (reply is not Reply.Form { Asked: var form }) return Of(arrival, reply);
        return FormWriter.Write(form) is { } card ? new Pressed.Replaced(card, form.Title, IsSettled: false) : new Pressed.Refused(Writing.FormTooLarge);
    }

    private Pressed Of(Arrival arrival, Reply reply) => reply switch
    {
        Reply.Settled settled => new Pressed.Replaced(cards.Write(settled.Card, null, arrival.Reference.IsPlayground), settled.Card.Lead, IsSettled: true),
        Reply.Shown { Cards: [var shown, ..] } => new Pressed.Replaced(cards.Write(shown.Card, shown.Offer?.Project, arrival.Reference.IsPlayground), shown.Card.Lead, IsSettled: false, shown),
        Reply.Said said => new Pressed.Said(said.Text),
        Reply.Refused refused => new Pressed.Refused(string.Join('\n', [refused.Text, .. refused.Fields.SelectMany(field => field)])),
        _ => new Pressed.Refused("This can not be done here."),
    };
}

using System.Text.Json;
using MovieChat.Core.Notices;
using MovieChat.Storage;
using MovieChat.Web.Approvals;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Inbox;

namespace MovieChat.Web.Slack;

/// <summary>Answers what came from Slack, after it was acknowledged.</summary>
internal sealed class SlackInbox(WriterBindings bindings, CommandDesk commands, AnswerDesk answers, SlackTalk talk, SlackSpeech speech) : IInboxHandler
{
    public string Surface => SlackChannel.Surface;

    public Task HandleAsync(InboxItem item, CancellationToken cancellationToken) => JsonSerializer.Deserialize(item.Body, SlackJson.Readable.SlackItem) switch
    {
        SlackItem.Command command => CommandAsync(command.From, command.Text, command.Scope, cancellationToken),
        SlackItem.Message message => talk.HearAsync(message, cancellationToken),
        SlackItem.Press press => PressAsync(press, cancellationToken),
        SlackItem.Submission submission => SubmitAsync(submission, cancellationToken),
        _ => throw new JsonException("What is stored is nothing that came from Slack."),
    };

    private async Task CommandAsync(SlackOrigin from, string text, string scope, CancellationToken cancellationToken) =>
        await speech.SayAsync(from, await commands.RunAsync(from.Speaker, from.Place, text, scope, cancellationToken), cancellationToken);

    private Task PressAsync(SlackItem.Press press, CancellationToken cancellationToken)
    {
        if (press.Value.StartsWith(SlackCards.SaysPrefix, StringComparison.Ordinal)) return CommandAsync(press.From, press.Value[SlackCards.SaysPrefix.Length..], press.Scope, cancellationToken);
        return AnswerAsync(press.From, press.Value, async (caller, answer) =>
        {
            if (!press.IsForm) return await answers.TakeAsync(caller, answer, new Dictionary<string, string>(), press.Scope, cancellationToken);

            // A form is opened at once, or not at all: what comes here is what became of the offer, or came too late.
            return await answers.AskAsync(caller, answer, cancellationToken) is var asked and not Reply.Form ? asked : new Reply.Said("The form could not be opened in time: press the button again.");
        }, cancellationToken);
    }

    private Task SubmitAsync(SlackItem.Submission submission, CancellationToken cancellationToken) => AnswerAsync(submission.From, submission.Answer, async (caller, answer) =>
        await answers.AskAsync(caller, answer, cancellationToken) is var asked && asked is Reply.Form { Asked: var form }
            ? await answers.TakeAsync(caller, answer, SlackForms.Values(form, submission.Filled), submission.Scope, cancellationToken)
            : asked, cancellationToken);

    private async Task AnswerAsync(SlackOrigin from, string text, Func<Access.Caller, Answer, Task<Reply>> take, CancellationToken cancellationToken) =>
        await speech.SayAsync(from, await ReplyAsync(from, text, take, cancellationToken), cancellationToken);

    private async Task<Reply> ReplyAsync(SlackOrigin from, string text, Func<Access.Caller, Answer, Task<Reply>> take, CancellationToken cancellationToken)
    {
        if (await bindings.FindAsync(from.Speaker, cancellationToken) is not { } caller) return new Reply.Unbound(bindings.LinkFor(from.Speaker));
        if (!Answer.TryParse(text, out var answer)) return new Reply.Said("I do not know this button any more: say /movie status to see what awaits you.");
        try
        {
            return await take(caller, answer);
        }
        catch (ProblemException refused)
        {
            return new Reply.Said(refused.Problem.Detail);
        }
    }
}

using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MovieChat.Core.Notices;
using MovieChat.Storage;
using MovieChat.Web.Approvals;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Inbox;

namespace MovieChat.Web.Slack;

/// <summary>Takes what Slack sends and answers within the three seconds that Slack gives: stored, to be answered afterwards. Only what has no afterwards is done at once: a form is opened,
/// and one that was filled in is looked at.</summary>
internal sealed partial class SlackReception(InboxDoor door, WriterBindings bindings, AnswerDesk answers, SlackClient slack, TimeProvider clock, ILogger<SlackReception> log)
{
    /// <summary>Of the three seconds; the rest is for storing, and for the way.</summary>
    private static readonly TimeSpan s_atOnce = TimeSpan.FromSeconds(2);

    /// <exception cref="ProblemException">It can not be read.</exception>
    public async Task<IResult> EventAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var envelope = SlackReader.Json(body.Span, SlackJson.Readable.SlackEnvelope);
        switch (envelope)
        {
            case { Type: "url_verification", Challenge: { } challenge }:
                return Results.Json(new SlackChallenge(challenge), SlackJson.Readable.SlackChallenge);
            case { Type: "event_callback", Event.Type: "app_uninstalled" or "tokens_revoked" }:
                Log.Removed(log, envelope.Event.Type);
                break;
            case { Type: "event_callback" } when SlackReader.Message(envelope) is { } said:
                await StoreAsync(said, cancellationToken);
                break;
        }

        return Results.Ok();
    }

    /// <exception cref="ProblemException">It can not be read.</exception>
    public async Task<IResult> CommandAsync(IReadOnlyDictionary<string, string> form, CancellationToken cancellationToken)
    {
        await StoreAsync(SlackReader.Command(form), cancellationToken);
        return Results.Ok();
    }

    /// <exception cref="ProblemException">It can not be read.</exception>
    public async Task<IResult> InteractionAsync(IReadOnlyDictionary<string, string> form, CancellationToken cancellationToken)
    {
        var interaction = SlackReader.Json(Encoding.UTF8.GetBytes(form.GetValueOrDefault("payload", "")), SlackJson.Readable.SlackInteraction);
        switch (interaction.Type)
        {
            case "block_actions" when SlackReader.Press(interaction) is { } press:
                if (!press.IsForm || !await AtOnceAsync(ct => OpenAsync(press, interaction.TriggerId!, ct), false, cancellationToken)) await StoreAsync(press, cancellationToken);
                return Results.Ok();
            case "view_submission":
                var submission = SlackReader.Submission(interaction);
                if (await AtOnceAsync(ct => TakeAsync(submission, ct), null, cancellationToken) is { } faults) return Results.Json(faults, SlackJson.Readable.SlackFieldErrors);
                await StoreAsync(submission, cancellationToken);
                return Results.Ok();
            default:
                return Results.Ok();
        }
    }

    /// <summary>What comes again is harmless: it is taken once.</summary>
    private Task<bool> StoreAsync(SlackItem item, CancellationToken cancellationToken) =>
        door.AcceptAsync(SlackChannel.Surface, item.Scope, JsonSerializer.Serialize(item, SlackJson.Readable.SlackItem), cancellationToken);

    /// <summary>Opens the form that a button asks for.</summary>
    /// <returns>False where there is none to open: what is said instead comes afterwards.</returns>
    private async Task<bool> OpenAsync(SlackItem.Press press, string trigger, CancellationToken cancellationToken)
    {
        if (!Answer.TryParse(press.Value, out var answer) || await bindings.FindAsync(press.From.Speaker, cancellationToken) is not { } caller) return false;
        if (await answers.AskAsync(caller, answer, cancellationToken) is not Reply.Form { Asked: var form }) return false;
        var view = SlackForms.Of(form, new(press.Value, press.From.Channel, press.From.Message, press.From.Thread));
        if (view is null) return false;
        var result = await slack.OpenAsync(trigger, view, cancellationToken);
        if (result is SlackResult.Refused refused) Log.NotOpened(log, refused.Error);

        // A form that was opened by this very press before stands open.
        return result is SlackResult.Done or SlackResult.Refused { Error: "exchanged_trigger_id" };
    }

    /// <summary>Takes what was filled in.</summary>
    /// <returns>What is wrong with it; null when it was taken, or is no answer any more: what is said then comes afterwards.</returns>
    private async Task<SlackFieldErrors?> TakeAsync(SlackItem.Submission submission, CancellationToken cancellationToken)
    {
        if (!Answer.TryParse(submission.Answer, out var answer) || await bindings.FindAsync(submission.From.Speaker, cancellationToken) is not { } caller) return null;
        if (await answers.AskAsync(caller, answer, cancellationToken) is not Reply.Form { Asked: var form }) return null;
        var values = SlackForms.Values(form, submission.Filled);
        if (SlackForms.Faults(form, values) is { Count: > 0 } faults) return new(faults);

        // Taken again afterwards under the same scope, it counts once.
        var reply = await answers.TakeAsync(caller, answer, values, submission.Scope, cancellationToken);
        return reply is Reply.Refused refused ? new(SlackForms.Faults(form, refused.Text, refused.Fields)) : null;
    }

    /// <summary>Does something as far as there is time for it now.</summary>
    /// <param name="otherwise">What is given where there was none, or it failed: it is done afterwards.</param>
    private async Task<T> AtOnceAsync<T>(Func<CancellationToken, Task<T>> act, T otherwise, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(s_atOnce, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, time.Token);
        try
        {
            return await act(either.Token).WaitAsync(either.Token);
        }
        catch (Exception failed) when (failed is ProblemException || StorageTrouble.IsPassing(failed) || (failed is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return otherwise;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The app was removed from a Slack workspace, or a token of it was revoked ({Event}): nothing can be told there until it is installed again.")]
        public static partial void Removed(ILogger log, string @event);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Slack does not open a form: {Error}")]
        public static partial void NotOpened(ILogger log, string error);
    }
}

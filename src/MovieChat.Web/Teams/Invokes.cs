using System.Text.Json;
using Microsoft.Extensions.Logging;
using MovieChat.Web.Approvals;
using MovieChat.Web.Teams.Cards;
using MovieChat.Web.Teams.Wire;
using MovieChat.Workflows.Inbox;

namespace MovieChat.Web.Teams;

/// <summary>Answers pressed buttons while Teams waits, which is 10 seconds.</summary>
internal sealed partial class Invokes(CardAnswers answers, Connector connector, InboxDoor inbox, TimeProvider clock, ILogger<Invokes> log)
{
    public const string CardAction = "adaptiveCard/action";

    /// <summary>So long an answer may take, and so long then changing the message for everybody else.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(6), s_updating = TimeSpan.FromSeconds(2);

    public async Task<InvokeAnswer> AnswerAsync(Arrival arrival, CancellationToken cancellationToken)
    {
        if (Press(arrival.Activity.Value) is not { } press) return InvokeAnswer.Refused("This button is none of mine.");
        if (press is { Verb: Button.Say, Say: { } command }) return await SayAsync(arrival, command, cancellationToken);
        using var late = new CancellationTokenSource(s_patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            var pressed = await answers.PressAsync(arrival, press, either.Token);
            if (pressed is Pressed.Replaced { IsSettled: true } settled) await UpdateAsync(arrival, settled, cancellationToken);
            return pressed switch
            {
                Pressed.Replaced replaced => InvokeAnswer.Card(replaced.Card),
                Pressed.Said said => InvokeAnswer.Said(said.Text),
                Pressed.Refused refused => InvokeAnswer.Refused(refused.Text),
                _ => throw new InvalidOperationException($"Nothing is answered for {pressed.GetType().Name}."),
            };
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return InvokeAnswer.Refused("It takes longer than Teams waits. Press it again in a moment.", 500);
        }
    }

    /// <summary>A command is carried out as if it had been typed: its answer may be several messages.</summary>
    private async Task<InvokeAnswer> SayAsync(Arrival arrival, string command, CancellationToken cancellationToken)
    {
        if (!CommandDesk.IsCommand(command)) return InvokeAnswer.Refused("This button is none of mine.");
        var said = arrival.Activity with { Type = "message", Text = command, Value = default, Entities = default, ReplyToId = null };
        await inbox.AcceptAsync(Conversations.Surface, arrival.Scope, JsonSerializer.Serialize(said, TeamsJson.Readable.Activity), cancellationToken);
        return InvokeAnswer.Said("It comes in a moment.");
    }

    /// <summary>What an invoke is answered with is seen by the one who pressed alone. When this fails, the notices' delivery changes the message later.</summary>
    private async Task UpdateAsync(Arrival arrival, Pressed.Replaced settled, CancellationToken cancellationToken)
    {
        if (arrival.Pressed is not { } message) return;
        using var late = new CancellationTokenSource(s_updating, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            if (await connector.PutAsync(arrival.Reference, message, SentActivity.OfCard(settled.Card, settled.Summary), either.Token) is not Sent.Done) Log.Left(log);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Left(log);
        }
    }

    private static ButtonPress? Press(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("action", out var action) && action.ValueKind == JsonValueKind.Object && action.TryGetProperty("data", out var data) ? ButtonPress.Read(data) : null;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A card that was answered in Teams could not be changed at once for everybody.")]
        public static partial void Left(ILogger log);
    }
}

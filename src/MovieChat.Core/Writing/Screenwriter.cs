using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing.Prompts;

namespace MovieChat.Core.Writing;

/// <summary>Carries out commissions: prompt and facts to the model, its answer checked and, where it is wrong, sent back to be mended.</summary>
/// <remarks>The same for every model. Whatever stands in the film's texts or in an answer is data: nothing here acts on it.</remarks>
public sealed class Screenwriter(IChatClient model, ContextBudget budget)
{
    /// <summary>How often a wrong answer is sent back before the document counts as failed.</summary>
    public const int MostRepairs = 2;

    /// <summary>Longest answer that is read, in characters.</summary>
    public const int LongestAnswer = 1_000_000;

    public async Task<Writing> WriteAsync(Commission commission, CancellationToken cancellationToken)
    {
        var calls = new Calls(model);
        try
        {
            var assignment = Assignment.For(commission);
            var result = await WriteAsync(commission, assignment, calls, cancellationToken);
            return result with { Usage = calls.Usage, Model = calls.Model };
        }
        catch (ModelFailedException failed)
        {
            return new Writing.Failed(failed.Failure) { Usage = calls.Usage + failed.Usage, Model = calls.Model };
        }
    }

    private async Task<Writing> WriteAsync(Commission commission, Assignment assignment, Calls calls, CancellationToken cancellationToken)
    {
        var conversation = Begin(commission, assignment);
        var form = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonSerializer.SerializeToElement(assignment.Schema, NodeJson.Default.JsonObject), $"{commission.Kind}_answer") };
        for (var repairs = 0; ; repairs++)
        {
            var answer = await calls.AskAsync(conversation.Messages, form, cancellationToken);
            var reading = Read(assignment, answer);
            if (reading.Result is { } result) return result;
            if (repairs == MostRepairs || !conversation.Reject(answer, reading.Faults)) return new Writing.Failed(Invalid(reading.Faults, repairs));
        }
    }

    private Conversation Begin(Commission commission, Assignment assignment)
    {
        var task = assignment.Complete(new()
        {
            Project = commission.Project,
            Order = commission.Order.Id,
            Kind = commission.Kind,
            Key = commission.Key,
            Verb = commission.Request.Verb.ToString().ToLowerInvariant(),
            Notes = commission.Request.Notes,
            Beside = Beside(commission),
        });
        var facts = FactChoice.For(commission.Kind, commission.Key, commission.Film) with { Others = FactChoice.Some(commission.Others), Stated = FactChoice.Some(commission.Stated) };
        return Conversation.Begin(Prompt.Of(assignment.Prompts), new(task, facts), budget)
            ?? throw new ModelFailedException(new(
                FailureKinds.Unreadable,
                $"What '{commission.Order.Document}' is written from does not fit into {budget.Tokens} tokens.",
                "Shorten what it is made from, or raise MovieChat__Text__ContextTokens for a model that takes more."));
    }

    private static JsonArray? Beside(Commission commission)
    {
        if (!DocumentCraft.AreToldApart(commission.Kind) || commission.Request is not { Verb: Verb.Revise, Option: { } changed }) return null;
        JsonNode?[] others = [.. commission.Earlier.Where(option => option.Number != changed).Select(option => JsonNode.Parse(option.Content))];
        return others.Length == 0 ? null : [.. others];
    }

    /// <summary>Reads the JSON object in an answer, also when the model put it between fences or sentences.</summary>
    private static Reading Read(Assignment assignment, string answer)
    {
        if (answer.Length > LongestAnswer) return new([new("", $"is {answer.Length} characters long: at most {LongestAnswer} are read.")], null);
        var (start, end) = (answer.IndexOf('{', StringComparison.Ordinal), answer.LastIndexOf('}'));
        if (start < 0 || end < start) return new([new("", "is no JSON object: answer with one of the given schema and nothing else.")], null);
        var json = answer[start..(end + 1)];
        return SoundJson.FaultIn(json) is { } fault ? new([fault], null) : assignment.Read(JsonNode.Parse(json)!.AsObject());
    }

    private static Failure Invalid(IReadOnlyList<Fault> faults, int repairs)
    {
        var reasons = faults.Take(5).Select(fault => fault.Path.Length > 0 ? $"{fault.Path}: {fault.Message}" : fault.Message);
        return new(
            FailureKinds.Invalid,
            $"The model's answer broke the rules of the document, also after {repairs} repairs. {string.Join(" ", reasons)}",
            "Ask for a redraft, give notes that make it easier, or write it yourself with an edit.");
    }
}

/// <summary>The calls of one commission, and what they cost.</summary>
internal sealed class Calls(IChatClient model)
{
    public ModelUsage Usage { get; private set; } = ModelUsage.None;

    public string? Model { get; private set; }

    public async Task<string> AskAsync(IReadOnlyList<ChatMessage> messages, ChatOptions options, CancellationToken cancellationToken)
    {
        var response = await model.GetResponseAsync(messages, options, cancellationToken);
        Model = response.ModelId ?? Model;
        Usage = new(
            Usage.InputTokens + (response.Usage?.InputTokenCount ?? messages.Sum(message => ContextBudget.Count(message.Text))),
            Usage.OutputTokens + (response.Usage?.OutputTokenCount ?? ContextBudget.Count(response.Text)),
            Usage.Calls + 1);
        return response.Text;
    }
}

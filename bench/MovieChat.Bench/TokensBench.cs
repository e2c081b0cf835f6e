using System.Text.Json;
using Microsoft.Extensions.AI;
using MovieChat.Bench.Craft;
using MovieChat.Core.Film;
using MovieChat.Core.Writing;
using MovieChat.Understudy;
using Spectre.Console;

namespace MovieChat.Bench;

/// <summary>What is sent to the model, in tokens, against sending everything that is approved with every request: by kind of document, and for a
/// film. Films of feature length, by the understudy; what comes back is not counted, because it is the same either way.</summary>
internal static class TokensBench
{
    private const int Films = 10, ShortestMinutes = 85;

    private const double Target = 0.4;

    public static async Task RunAsync(Table table)
    {
        var sent = new List<Sent>();
        foreach (var brief in CraftBrief.All().Where(brief => brief.Minutes >= ShortestMinutes).Take(Films))
        {
            CraftWriter? writer = null;
            var onlooker = new Onlooker(new UnderstudyChatClient(), () => writer!.Approved, sent);
            writer = new(brief, 1, [], onlooker);
            await writer.WriteAsync();
        }

        foreach (var kind in sent.GroupBy(each => each.Kind)) table.AddRow("tokens", $"{kind.Key}, a request", $"{kind.Average(each => each.Tokens):0}", $"{kind.Average(each => each.Everything):0}", $"{Ratio(kind):0.00}");
        table.AddRow("tokens", "a whole film", $"{sent.Sum(each => (double)each.Tokens) / Films:0}", $"{sent.Sum(each => (double)each.Everything) / Films:0}", $"{Ratio(sent):0.00} (≤ {Target:0.00})");
    }

    private static double Ratio(IEnumerable<Sent> sent) => (double)sent.Sum(each => each.Tokens) / sent.Sum(each => each.Everything);

    /// <param name="Everything">What it would have been with everything that is approved.</param>
    private sealed record Sent(string Kind, int Tokens, int Everything);

    private sealed class Onlooker(IChatClient model, Func<Screenplay> film, List<Sent> sent) : DelegatingChatClient(model)
    {
        public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            ChatMessage[] all = [.. messages];
            var request = JsonSerializer.Deserialize(all[1].Text, WritingJson.Readable.WritingRequest)!;
            var besides = all.Where((_, place) => place != 1).Sum(message => ContextBudget.Count(message.Text));
            var everything = JsonSerializer.Serialize(request with { Film = Everything(film(), request.Film.Scene) }, WritingJson.Readable.WritingRequest);
            sent.Add(new(request.Task.Kind, besides + ContextBudget.Count(all[1].Text), besides + ContextBudget.Count(everything)));
            return base.GetResponseAsync(all, options, cancellationToken);
        }

        private static FilmFacts Everything(Screenplay film, Scene? scene) => new()
        {
            Title = film.Title,
            Brief = film.Brief,
            Idea = film.Idea,
            Synopsis = film.Synopsis,
            Cast = film.Cast,
            Profiles = film.Profiles.Count == 0 ? null : [.. film.Profiles.Values],
            Plot = film.Plot,
            Scenes = film.Scenes?.Scenes,
            Scene = scene,
            Dialogues = film.Dialogues.Count == 0 ? null : [.. film.Dialogues.Values],
        };
    }
}

using System.Text.Json;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Picturing;
using MovieChat.Storage;

namespace MovieChat.Workflows.Pictures;

/// <summary>Has the art director render what an order asks for, from the pictures that are stored.</summary>
public sealed class PictureWork(ArtDirector director, PictureStore pictures)
{
    /// <param name="film">The film as the order's author may see it.</param>
    /// <param name="earlier">The draft that the order starts from; null when there is none.</param>
    /// <param name="stated">What the writer stated that concerns the document.</param>
    public async Task<Rendering> RenderAsync(WorkOrder order, Screenplay film, StoredDraft? earlier, IReadOnlyList<string> stated, CancellationToken cancellationToken)
    {
        var commission = new PictureCommission(
            order,
            DocumentTable.Film.Rule(order.Document.Kind)!.Options,
            film,
            await PortraitsAsync(order, film, cancellationToken),
            await EarlierAsync(order, earlier, cancellationToken))
        {
            Stated = stated,
        };
        return await director.RenderAsync(commission, cancellationToken);
    }

    public async Task StoreAsync(string project, IReadOnlyList<SoundPicture> rendered, CancellationToken cancellationToken)
    {
        foreach (var picture in rendered) await pictures.AddAsync(project, picture, cancellationToken);
    }

    /// <summary>The portraits that the order names, of the people in the shot, from left to right.</summary>
    private async Task<IReadOnlyList<ReferencePicture>> PortraitsAsync(WorkOrder order, Screenplay film, CancellationToken cancellationToken)
    {
        if (order.Document.Kind != "frame" || PicturePrompt.ShotOf(film, order.Document.Key!) is not var (_, shot)) return [];
        var found = new List<ReferencePicture>();
        foreach (var person in shot.Characters.Distinct().Take(Core.Film.Pictures.MostReferences))
        {
            if (!film.Portraits.TryGetValue(person, out var portrait) || !order.MadeFrom.TryGetValue(new("portrait", person), out var made)) continue;
            found.Add(new(new() { Character = person, Draft = made.Draft, Picture = portrait.Hash }, portrait.MediaType, await pictures.ReadAsync(portrait.Hash, cancellationToken)));
        }

        return found;
    }

    private async Task<IReadOnlyList<EarlierPicture>> EarlierAsync(WorkOrder order, StoredDraft? earlier, CancellationToken cancellationToken)
    {
        var found = new List<EarlierPicture>();
        foreach (var option in earlier?.Options ?? [])
        {
            var picture = JsonSerializer.Deserialize(option.Content, FilmJson.Readable.Picture)!;
            var isChanged = order.Request.Verb == Verb.Revise && (order.Request.Option is null || order.Request.Option == option.Number);
            found.Add(new(new(option.Number, option.Content), picture, isChanged ? await pictures.ReadAsync(picture.Hash, cancellationToken) : null));
        }

        return found;
    }
}

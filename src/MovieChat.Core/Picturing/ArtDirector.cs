using System.Text.Json;
using Microsoft.Extensions.AI;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;

namespace MovieChat.Core.Picturing;

/// <summary>Carries out orders for pictures: asks the image model, looks at what came before anybody else does, and says what could not be had.</summary>
/// <remarks>The same for every model. A picture whose bytes are of no use is asked for once more; both are paid for.</remarks>
public sealed class ArtDirector(IImageGenerator model)
{
    private const int MostAttempts = 2;

    public async Task<Rendering> RenderAsync(PictureCommission commission, CancellationToken cancellationToken)
    {
        var plan = PicturePlan.Of(commission);
        if (plan is null) return new Rendering.Failed(new(FailureKinds.Unreadable, $"What '{commission.Order.Document}' shows is no longer in the film.", "Look at the cast or the shot list, and reopen it."));
        var takes = await Task.WhenAll(plan.Pictures.Select(picture => TakeAsync(picture, plan, cancellationToken)));
        var name = model.GetService<ImageGeneratorMetadata>()?.DefaultModelId;
        var usage = takes.Aggregate(ModelUsage.None, (sum, take) => sum + take.Usage);
        return Together(commission, plan, takes) with { Spent = takes.Sum(take => take.Spent), Usage = usage, Model = name };
    }

    /// <summary>Some of the pictures are better than none: what is missing is told.</summary>
    private static Rendering Together(PictureCommission commission, PicturePlan plan, IReadOnlyList<Take> takes)
    {
        if (takes.All(take => take.Picture is null)) return new Rendering.Failed(takes.First(take => take.Failure is not null).Failure!);
        var made = plan.Pictures.Zip(takes).Where(pair => pair.Second.Picture is not null).Select(pair => Written(pair.First, pair.Second.Picture!)).ToArray();
        var kept = commission.Request.Verb is Verb.Options or Verb.Revise ? commission.Earlier.Select(earlier => earlier.Option) : [];
        WrittenOption[] options = [.. kept.Where(option => made.All(each => each.Number != option.Number)).Concat(made).OrderBy(option => option.Number)];
        var missing = plan.Pictures.Zip(takes).Where(pair => pair.Second.Failure is not null).Select(pair => $"Option {pair.First.Option} could not be rendered: {pair.Second.Failure!.Message}");
        return new Rendering.Done(options, [.. takes.Select(take => take.Picture).OfType<SoundPicture>()], string.Join(" ", missing) is { Length: > 0 } remarks ? remarks : null);
    }

    private async Task<Take> TakeAsync(PlannedPicture planned, PicturePlan plan, CancellationToken cancellationToken)
    {
        var spent = 0;
        var usage = ModelUsage.None;
        Failure? failure = null;
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            try
            {
                var response = await model.GenerateAsync(Request(planned), Options(plan), cancellationToken);
                spent += Math.Max(1, response.Contents.Count);
                usage += new ModelUsage(response.Usage?.InputTokenCount ?? 0, response.Usage?.OutputTokenCount ?? 0, 1);
                return new(PictureReader.ReadAs(BytesOf(response), plan.Ratio), null, spent, usage);
            }
            catch (UnsoundPictureException unsound)
            {
                failure = new(FailureKinds.Invalid, $"What the image model sent is of no use, also when asked again. {unsound.Message}", "Ask for a redraft, or use a picture of your own by an edit.");
            }
            catch (ModelFailedException failed)
            {
                // An answer that was paid for counts as a picture, also when there is none in it.
                spent += failed.Usage == ModelUsage.None ? 0 : 1;
                usage += failed.Usage;
                failure = Softened(failed, planned.Prompt);
                if (failure.Kind != FailureKinds.Invalid) break;
            }
        }

        return new(null, failure, spent, usage);
    }

    private static ImageGenerationRequest Request(PlannedPicture planned) =>
        new(planned.Prompt, planned.References.Select((reference, place) => new DataContent(reference.Bytes, reference.MediaType) { Name = $"reference-{place + 1}" }));

    private static ImageGenerationOptions Options(PicturePlan plan) => new()
    {
        Count = 1,
        ImageSize = plan.Size,
        MediaType = plan.MediaType,
        ResponseFormat = ImageGenerationResponseFormat.Data,
    };

    private static ReadOnlyMemory<byte> BytesOf(ImageGenerationResponse response) =>
        response.Contents.OfType<DataContent>().FirstOrDefault()?.Data ?? throw new UnsoundPictureException("The answer holds no picture.");

    private static WrittenOption Written(PlannedPicture planned, SoundPicture picture)
    {
        var content = new Picture
        {
            Hash = picture.Hash,
            MediaType = picture.MediaType,
            Width = picture.Width,
            Height = picture.Height,
            Prompt = planned.Prompt,
            References = [.. planned.References.Select(reference => reference.Reference)],
        };
        return new(planned.Option, JsonSerializer.Serialize(content, FilmJson.Readable.Picture));
    }

    /// <summary>A refusal with the words that may have caused it: filters tell their categories at the most.</summary>
    private static Failure Softened(ModelFailedException failed, string prompt)
    {
        if (failed.Failure is not { Kind: FailureKinds.Refused } failure) return failed.Failure;
        var words = SensitiveWords.In(prompt);
        return failure with
        {
            Message = words.Count == 0 ? Told(failed) : $"{Told(failed)} Words that filters often stumble over stand in what was asked for: {string.Join(", ", words)}.",
            Remedy = words.Count == 0
                ? "Say it more mildly in the shot's action, the person's appearance or the look, then redraft; or use a picture of your own by an edit; or skip it."
                : "Soften these words where they stand (the shot's action, the person's appearance, the look, your notes), then redraft; or use a picture of your own by an edit; or skip it.",
        };
    }

    private static string Told(ModelFailedException failed) =>
        failed.Categories.Count == 0 ? failed.Failure.Message : $"{failed.Failure.Message} It objects to {string.Join(" and ", failed.Categories.Select(category => category.Replace('_', '-')))}.";

    private sealed record Take(SoundPicture? Picture, Failure? Failure, int Spent, ModelUsage Usage);
}

using System.Drawing;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Picturing;

/// <summary>The pictures that one order asks for.</summary>
internal sealed record PicturePlan(PictureCommission Commission, IReadOnlyList<PlannedPicture> Pictures, Size Size, string MediaType)
{
    /// <summary>What portraits are made in: nothing of a face is lost to it, and faces are what frames are made from.</summary>
    private const string PortraitType = "image/png";

    /// <summary>What frames are made in: there are hundreds of them.</summary>
    private const string FrameType = "image/jpeg";

    private const int PortraitSide = 1_024, MostWidth = 1_536, MostHeight = 1_024;

    public double Ratio => (double)Size.Width / Size.Height;

    /// <returns>Null when the film has no such person or shot any more.</returns>
    public static PicturePlan? Of(PictureCommission commission)
    {
        var isPortrait = commission.Order.Document.Kind == "portrait";
        // What is new is to be another picture than any before.
        var before = commission.Request.Verb is Verb.Redraft or Verb.Options ? TakesBefore(commission) : 0;
        var pictures = Numbers(commission).Select((number, place) => Picture(commission, number, before + place + 1, isPortrait)).ToArray();
        if (pictures.Contains(null)) return null;
        var size = isPortrait ? new Size(PortraitSide, PortraitSide) : Box(AspectRatios.Of(commission.Film.Look?.AspectRatio));
        return new(commission, pictures!, size, isPortrait ? PortraitType : FrameType);
    }

    private static IEnumerable<int> Numbers(PictureCommission commission) => commission.Request switch
    {
        { Verb: Verb.Revise, Option: { } one } => [one],
        { Verb: Verb.Revise } => commission.Earlier.Select(earlier => earlier.Option.Number),
        { Verb: Verb.Options } more => Enumerable.Range(commission.Earlier.Max(earlier => earlier.Option.Number) + 1, more.Count ?? commission.Options),
        _ => Enumerable.Range(1, commission.Options),
    };

    /// <param name="fresh">The take of a picture that is made anew. One that is changed keeps its own.</param>
    private static PlannedPicture? Picture(PictureCommission commission, int number, int fresh, bool isPortrait)
    {
        var request = commission.Request;
        var earlier = request.Verb == Verb.Revise ? commission.Earlier.FirstOrDefault(each => each.Option.Number == number && each.Bytes is not null) : null;
        List<ReferencePicture> references = [.. commission.Portraits.Take(Film.Pictures.MostReferences - (earlier is null ? 0 : 1))];
        var places = references.Select((reference, place) => KeyValuePair.Create(reference.Reference.Character ?? "", place + 1)).ToDictionary();
        if (earlier is not null) references.Add(new(new() { Draft = request.Base!.Number, Picture = earlier.Picture.Hash }, earlier.Picture.MediaType, earlier.Bytes!.Value));

        var take = request.Verb == Verb.Revise ? earlier is null ? number : TakeOf(earlier) : fresh;
        var key = commission.Order.Document.Key ?? "";
        var prompt = isPortrait
            ? PicturePrompt.Portrait(commission.Film, key, take, request.Notes, earlier is null ? null : references.Count, commission.Stated)
            : PicturePrompt.Frame(commission.Film, key, take, request.Notes, places, earlier is null ? null : references.Count, commission.Stated);
        return prompt is null ? null : new(number, prompt, references);
    }

    /// <summary>How many takes there were: those of the earlier draft, and of drafts between that are not before it.</summary>
    private static int TakesBefore(PictureCommission commission) => commission.Earlier.Select(TakeOf).Append((commission.Order.Number - 1) * commission.Options).Max();

    private static int TakeOf(EarlierPicture earlier) => PicturePrompt.TakeOf(earlier.Picture.Prompt) ?? earlier.Option.Number;

    /// <summary>The largest picture of that shape in what image models draw.</summary>
    private static Size Box(double ratio) => ratio > (double)MostWidth / MostHeight
        ? new(MostWidth, (int)Math.Round(MostWidth / ratio))
        : new((int)Math.Round(MostHeight * ratio), MostHeight);
}

/// <param name="Option">The number that the option has in the draft.</param>
internal sealed record PlannedPicture(int Option, string Prompt, IReadOnlyList<ReferencePicture> References);

using System.Globalization;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Scripts.Comparing;

/// <summary>Ids for new scenes, such as s12: above all that the film has or had, because an earlier scene's documents keep its id.</summary>
internal sealed class FreshIds
{
    private int last;

    public FreshIds(IReadOnlyList<FilmPage> pages, IEnumerable<DocumentId> known)
    {
        var ids = known.Select(document => document.Key?.Split('.')[0]).OfType<string>().Concat(pages.Select(page => page.Scene.Id));
        foreach (var id in ids)
        {
            if (id[0] is 's' or 'S' && int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue / 2) last = Math.Max(last, number);
        }
    }

    public string Next() => string.Create(CultureInfo.InvariantCulture, $"s{++last}");
}

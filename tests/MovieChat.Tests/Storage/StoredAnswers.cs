using System.Globalization;
using MovieChat.Core.Journey;
using MovieChat.Storage;

namespace MovieChat.Tests.Storage;

internal static class StoredAnswers
{
    /// <summary>Whether the answer to an order, such as <c>synopsis@3</c> or <c>synopsis~1</c>, is stored.</summary>
    public static async Task<bool> IsAnsweredAsync(this DraftTable drafts, string project, string order, CancellationToken cancellationToken)
    {
        var parts = order.Split('@', '~');
        var document = DocumentId.Parse(parts[0]);
        return order.Contains('~', StringComparison.Ordinal)
            ? await drafts.FindTipsAsync(project, document, int.Parse(parts[1], CultureInfo.InvariantCulture), cancellationToken) is not null
            : await drafts.FindAsync(project, document, order, cancellationToken) is not null;
    }
}

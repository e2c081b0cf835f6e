using System.Globalization;
using System.Text.RegularExpressions;
using MovieChat.Core.Writing;

namespace MovieChat.Core.Scripts.Comparing;

/// <summary>Where in a script a fault stands that was found in the content made from it.</summary>
internal static partial class FaultPlace
{
    /// <param name="placeOf">Where an item of the content's list stands in the script.</param>
    public static PlacedFault Of(Fault fault, Func<int, (int? Line, string? Heading)> placeOf)
    {
        var item = ItemPattern().Match(fault.Path);
        var (line, heading) = item.Success ? placeOf(int.Parse(item.Groups["place"].Value, NumberStyles.None, CultureInfo.InvariantCulture)) : placeOf(int.MaxValue);
        return new(line, heading, fault.Path, fault.Message);
    }

    [GeneratedRegex(@"\A[a-z]+\[(?<place>[0-9]{1,6})\]", RegexOptions.ExplicitCapture)]
    private static partial Regex ItemPattern();
}

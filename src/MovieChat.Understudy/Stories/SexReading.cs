using System.Text.RegularExpressions;
using MovieChat.Understudy.Library;

namespace MovieChat.Understudy.Stories;

/// <summary>Tells from the words about a person, then from the name, which pronouns the person takes.</summary>
internal static partial class SexReading
{
    public static Sex Of(string name, string about)
    {
        var female = Female().Count(about);
        var male = Male().Count(about);
        if (female != male) return female > male ? Sex.Female : Sex.Male;
        return OfName(name);
    }

    public static Sex OfName(string name)
    {
        var first = name.Split(' ')[0];
        if (KnownNames.Female.Contains(first)) return Sex.Female;
        return KnownNames.Male.Contains(first) ? Sex.Male : Sex.Unknown;
    }

    [GeneratedRegex(@"\b(she|her|hers|herself|woman|girl|mother|mrs|ms|daughter|sister|wife|widow|grandmother|aunt|queen)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Female();

    [GeneratedRegex(@"\b(he|him|his|himself|man|boy|father|mr|son|brother|husband|widower|grandfather|uncle|king)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Male();
}

using System.Net;
using System.Text.RegularExpressions;

namespace MovieChat.Tests.Shared.Surfaces;

/// <summary>The page on which a writer says, by their key, which user of another surface they are.</summary>
internal static partial class BindingPage
{
    /// <summary>Follows the link that a user was shown. How the head is reached from outside is its own affair: the page is asked for at <paramref name="address"/>.</summary>
    /// <param name="shown">What the link stands in.</param>
    public static async Task AcceptAsync(string address, string shown, string key)
    {
        using var anybody = new HttpClient();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("key", key)]);
        using var page = await anybody.PostAsync(address + PathPattern().Match(shown).Value, form);
        Assert.True(page.StatusCode == HttpStatusCode.OK, $"'{shown}' was followed: {await page.Content.ReadAsStringAsync()}");
    }

    [GeneratedRegex(@"/bind/[\w.-]+")]
    private static partial Regex PathPattern();
}

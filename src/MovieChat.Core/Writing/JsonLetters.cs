using System.Text;
using System.Text.Json;

namespace MovieChat.Core.Writing;

/// <summary>Whether the texts of a JSON document are Unicode. JSON may hold half of a surrogate pair (RFC 8259, section 8.2), which can be
/// stored and can not be written again: whatever is made from it would fail.</summary>
internal static class JsonLetters
{
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static bool AreSound(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) reader.GetString();
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}

using System.Text.Json.Serialization;

namespace MovieChat.Web.Teams.Access;

/// <summary>A token, as the login gives it (RFC 6749, section 5.1).</summary>
/// <param name="ExpiresIn">In seconds.</param>
internal sealed record TokenAnswer([property: JsonPropertyName("access_token")] string? AccessToken = null, [property: JsonPropertyName("expires_in")] int ExpiresIn = 0);

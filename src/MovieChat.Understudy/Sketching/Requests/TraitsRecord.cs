using System.Text.Json;
using System.Text.Json.Serialization;
using MovieChat.Understudy.Sketching.People;

namespace MovieChat.Understudy.Sketching.Requests;

/// <summary>A person's traits as a small text, which a portrait carries in its file.</summary>
/// <remarks>A file comes from anywhere: a text that is too long or no record gives nothing, and numbers are brought within bounds.</remarks>
internal static class TraitsRecord
{
    public const int Longest = 4096;

    private const string Mark = "moviechat-person-1 ";

    public static string Write(Traits traits) => Mark + JsonSerializer.Serialize(traits, TraitsJson.Default.Traits);

    public static Traits? Read(string? text)
    {
        if (text is null || text.Length > Longest || !text.StartsWith(Mark, StringComparison.Ordinal)) return null;
        try
        {
            return JsonSerializer.Deserialize(text.AsSpan(Mark.Length), TraitsJson.Default.Traits) is { } traits ? Bounded(traits) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Traits Bounded(Traits traits) => traits with
    {
        Age = Math.Clamp(traits.Age, 1, 110),
        Build = Unit(traits.Build),
        Height = Unit(traits.Height),
        FaceLength = Unit(traits.FaceLength),
        Jaw = Unit(traits.Jaw),
        Chin = Unit(traits.Chin),
        Cheeks = Unit(traits.Cheeks),
        EyeSize = Unit(traits.EyeSize),
        EyeTilt = Unit(traits.EyeTilt),
        EyeSpace = Unit(traits.EyeSpace),
        Lids = Unit(traits.Lids),
        Brows = Unit(traits.Brows),
        BrowArch = Unit(traits.BrowArch),
        NoseLength = Unit(traits.NoseLength),
        NoseWidth = Unit(traits.NoseWidth),
        NoseHook = Unit(traits.NoseHook),
        MouthWidth = Unit(traits.MouthWidth),
        Lips = Unit(traits.Lips),
        Ears = Unit(traits.Ears),
        HairVolume = Unit(traits.HairVolume),
        Parting = traits.Parting < 0 ? -1 : 1,
        Hair = Known(traits.Hair),
        Beard = Known(traits.Beard),
        Glasses = Known(traits.Glasses),
        Headwear = Known(traits.Headwear),
        Garment = Known(traits.Garment),
        Legwear = Known(traits.Legwear),
        Scar = Known(traits.Scar),
        Skin = traits.Skin & 0xFFFFFF,
        HairColour = traits.HairColour & 0xFFFFFF,
        BeardColour = traits.BeardColour & 0xFFFFFF,
        EyeColour = traits.EyeColour & 0xFFFFFF,
        HeadwearColour = traits.HeadwearColour & 0xFFFFFF,
        Main = traits.Main & 0xFFFFFF,
        Under = traits.Under & 0xFFFFFF,
        Legs = traits.Legs & 0xFFFFFF,
        Accent = traits.Accent & 0xFFFFFF,
    };

    private static float Unit(float value) => float.IsFinite(value) ? Math.Clamp(value, -1, 1) : 0;

    private static T Known<T>(T value) where T : struct, Enum => Enum.IsDefined(value) ? value : default;
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, IgnoreReadOnlyProperties = true, DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(Traits))]
internal sealed partial class TraitsJson : JsonSerializerContext;

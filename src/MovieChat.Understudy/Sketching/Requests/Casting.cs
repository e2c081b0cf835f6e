using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Sketching.Ink;
using MovieChat.Understudy.Sketching.People;

namespace MovieChat.Understudy.Sketching.Requests;

/// <summary>Who is drawn: what the words say, and for all they leave open a stable choice.</summary>
internal static class Casting
{
    private static readonly int[] Skins = [0xF0D6C6, 0xECCDB9, 0xE6C3AC, 0xE8CDB0, 0xDDB79C, 0xCFA485, 0xB08468, 0x93684F, 0x75503E];
    private static readonly int[] Hairs = [0x1F1B1C, 0x33271F, 0x4A3426, 0x5A3D28, 0x6B4128, 0x8A5A30, 0xB8935A, 0xA24E26];
    private static readonly int[] Cloths = [0x5C6773, 0x6E4E37, 0x4F6A66, 0x7C3B37, 0x8A8066, 0x3A4A63, 0x74764A, 0x54505C, 0xA98A5A, 0x2F3A40];
    private static readonly int[] Unders = [0xE0D8C6, 0xC9C2B4, 0x8F9AA3, 0xB9A98A, 0x6D7480, 0xD7C3B0];
    private static readonly HairCut[] WomensHair = [HairCut.Bob, HairCut.Long, HairCut.LongCurly, HairCut.Ponytail, HairCut.Bun, HairCut.Braid, HairCut.Pixie, HairCut.Fringe, HairCut.Cropped];
    private static readonly HairCut[] MensHair = [HairCut.SidePart, HairCut.Cropped, HairCut.Slick, HairCut.Messy, HairCut.Curly, HairCut.Buzz, HairCut.Undercut];
    private static readonly Garment[] Garments = [Garment.Shirt, Garment.Jumper, Garment.Jacket, Garment.Coat, Garment.Suit, Garment.TShirt, Garment.Waistcoat, Garment.Hoodie];

    /// <param name="told">All that the request says of the person; the part that describes the looks comes first.</param>
    /// <param name="seen">What they do; it tells at the most whether they are a woman or a man.</param>
    /// <param name="option">From 1: each is another proposal where the words are silent.</param>
    public static Traits Of(string name, string looks, string told, int option, string seen = "")
    {
        var (draw, kin) = (Draw.From(name, looks, "option", option.ToString(System.Globalization.CultureInfo.InvariantCulture)), Draw.From(name, looks));
        var age = Appearance.Age(looks) ?? Appearance.Age(told) ?? kin.Between(26, 58);
        var leaning = Sex.Leaning(name, looks, $"{told} . {seen}");
        var sex = Sex.Of(leaning);
        var woman = sex ?? (leaning > 0);
        var traits = Guess(draw, kin, age, woman, fair: Words.Any(looks, "blond", "blonde", "red hair", "ginger", "redhead", "freckles", "freckled", "auburn", "fair", "copper", "sandy", "red-haired", "fair-haired") || NameBook.All.IsNorthern(name));
        if (sex is null && age >= 13) traits = Either(traits, draw);
        // A calling dresses people only where their looks do not say how they are dressed.
        var dressed = Appearance.Apply(traits, looks);
        if (dressed.Garment == traits.Garment && dressed.Headwear == traits.Headwear) dressed = Appearance.Apply(traits with { Garment = Appearance.Apply(traits, told).Garment }, looks);
        // A beard that nobody spoke of is for those who are surely men.
        var said = Appearance.Apply(traits with { Beard = Beard.None }, looks).Beard;
        return dressed with { Age = age, Woman = woman, Beard = age < 16 ? Beard.None : said != Beard.None ? said : sex == false ? dressed.Beard : Beard.None };
    }

    /// <summary>The writer's notes on somebody who is there already.</summary>
    public static Traits Change(Traits traits, string notes)
    {
        var changed = Appearance.Apply(traits, notes);
        var woman = Appearance.Woman(notes) is { } told && Words.Any(notes, "woman", "man", "girl", "boy", "female", "male") ? told : changed.Woman;
        var age = notes.Any(char.IsAsciiDigit) ? Appearance.Age(notes) ?? changed.Age : changed.Age;
        // Hair greys with the years, unless its colour was asked for.
        if (age > traits.Age + 8 && age > 48 && changed.HairColour == traits.HairColour) changed = changed with { HairColour = Grey(changed.HairColour, age), BeardColour = Grey(changed.BeardColour, age) };
        if (woman && !traits.Woman && changed.Beard == traits.Beard) changed = changed with { Beard = Beard.None };
        return changed with { Woman = woman, Age = age };
    }

    private static Traits Guess(Draw draw, Draw kin, int age, bool woman, bool fair)
    {
        float Some(int reach = 80) => draw.Between(-reach, reach) / 100f;
        var skin = Skins[kin.Below(fair ? 4 : Skins.Length)];
        var dark = (skin >> 16) < 0xB0;
        var hair = Grey(dark ? 0x231C1A : kin.Pick(Hairs), age);
        var cut = dark && draw.Below(2) == 0 ? draw.Pick<HairCut>(woman ? [HairCut.Afro, HairCut.Locs, HairCut.Bun] : [HairCut.Buzz, HairCut.Afro, HairCut.Cropped]) : draw.Pick(woman ? WomensHair : MensHair);
        if (!woman && age > 50 && draw.Below(3) == 0) cut = HairCut.Receding;
        if (age < 13) cut = woman ? draw.Pick([HairCut.Bob, HairCut.Braid, HairCut.Ponytail, HairCut.Fringe, HairCut.Long]) : draw.Pick([HairCut.Messy, HairCut.Cropped, HairCut.Curly]);
        var main = draw.Pick(Cloths);
        return new()
        {
            Age = age,
            Woman = woman,
            Build = Some(45),
            Height = Some(50),
            Skin = skin,
            FaceLength = Some(),
            Jaw = Some(),
            Chin = Some(),
            Cheeks = Some(),
            EyeSize = Some(),
            EyeTilt = Some(),
            EyeSpace = Some(70),
            Lids = Some(60),
            EyeColour = dark ? 0x33241A : draw.Pick([0x5B3B22, 0x5B80A0, 0x5F7F58, 0x7C868C, 0x7E6336]),
            Brows = Some(),
            BrowArch = Some(),
            NoseLength = Some(),
            NoseWidth = Some(),
            NoseHook = Some(),
            MouthWidth = Some(),
            Lips = Some(),
            Ears = Some(),
            Hair = cut,
            HairColour = hair,
            HairVolume = Some(),
            Parting = draw.Below(2) == 0 ? -1 : 1,
            BeardColour = hair,
            Beard = !woman && age > 19 ? draw.Pick([Beard.None, Beard.None, Beard.None, Beard.None, Beard.Stubble, Beard.None, Beard.None, Beard.Short]) : Beard.None,
            Garment = age < 13 ? draw.Pick([Garment.TShirt, Garment.Jumper, Garment.Shirt, Garment.Hoodie]) : woman && draw.Below(4) == 0 ? Garment.Dress : draw.Pick(Garments),
            Main = main,
            Under = draw.Pick(Unders),
            Legs = draw.Pick([0x3F434B, 0x4A4038, 0x2F3440, 0x55584F]),
            Accent = draw.Pick([0x8C3B32, 0x2F5A6B, 0xB98C3E, 0x5A6B3A]),
            Legwear = woman && draw.Below(3) == 0 ? Legwear.Skirt : Legwear.Trousers,
            Earrings = woman && draw.Below(3) == 0,
            HeadwearColour = draw.Pick(Cloths),
        };
    }

    // Who may be either is drawn so that both are to be seen: a soft jaw, hair and clothes of anybody.
    private static Traits Either(Traits traits, Draw draw) => traits with
    {
        Jaw = traits.Jaw * 0.4f + (traits.Woman ? 0.1f : -0.4f),
        Brows = traits.Brows * 0.5f + (traits.Woman ? 0.2f : -0.3f),
        Lips = traits.Lips * 0.5f,
        Beard = Beard.None,
        Earrings = false,
        Legwear = Legwear.Trousers,
        Hair = traits.Hair is HairCut.Afro or HairCut.Locs ? traits.Hair : draw.Pick([HairCut.Cropped, HairCut.Messy, HairCut.Bob, HairCut.Curly, HairCut.SidePart, HairCut.Fringe]),
        Garment = traits.Garment == Garment.Dress ? Garment.Jumper : traits.Garment,
    };

    private static int Grey(int colour, int age)
    {
        if (age < 45) return colour;
        var share = Math.Clamp((age - 45) / 25f, 0, 1) * 0.9f;
        return Tint.Of(colour).Mix(new(0xCB, 0xC8, 0xC2), share).Rgb();
    }
}

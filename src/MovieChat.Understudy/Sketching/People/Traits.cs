namespace MovieChat.Understudy.Sketching.People;

internal enum HairCut { Bald, Receding, Buzz, Cropped, SidePart, Slick, Messy, Curly, Afro, Bob, Long, LongCurly, Ponytail, Bun, Braid, Locs, Mohawk, Undercut, Pixie, Fringe }

internal enum Beard { None, Stubble, Moustache, Goatee, Short, Full, Long }

internal enum Glasses { None, Round, Square, Half, Dark }

internal enum Headwear { None, Cap, Beanie, Brim, Headscarf, Turban, Helmet, Crown, Straw, Hood, Peaked, Bowler }

internal enum Garment { Shirt, TShirt, Jumper, Suit, Coat, Jacket, Hoodie, Dress, Uniform, Robe, WhiteCoat, Overalls, Armour, Waistcoat, Tunic, Apron }

internal enum Legwear { Trousers, Skirt, LongSkirt, Shorts }

internal enum Scar { None, Cheek, Brow, Lip }

/// <summary>All that makes a drawn person this person: drawn from it, they are the same at any size and angle.</summary>
/// <remarks>Colours are 0xRRGGBB. Measures of the face are from -1 to 1, 0 being usual. TraitsRecord keeps a foreign record within these bounds.</remarks>
internal sealed record Traits
{
    public int Age { get; init; } = 35;
    public bool Woman { get; init; }
    /// <summary>-1 thin, 1 heavy.</summary>
    public float Build { get; init; }
    /// <summary>-1 small, 1 tall.</summary>
    public float Height { get; init; }

    public int Skin { get; init; } = 0xE3B795;
    public float FaceLength { get; init; }
    public float Jaw { get; init; }
    public float Chin { get; init; }
    public float Cheeks { get; init; }

    public float EyeSize { get; init; }
    public float EyeTilt { get; init; }
    public float EyeSpace { get; init; }
    /// <summary>How far the upper lid hangs.</summary>
    public float Lids { get; init; }
    public int EyeColour { get; init; } = 0x5A4632;
    public float Brows { get; init; }
    public float BrowArch { get; init; }

    public float NoseLength { get; init; }
    public float NoseWidth { get; init; }
    /// <summary>-1 a snub nose, 1 a hooked one.</summary>
    public float NoseHook { get; init; }
    public float MouthWidth { get; init; }
    public float Lips { get; init; }
    public float Ears { get; init; }

    public HairCut Hair { get; init; } = HairCut.SidePart;
    public int HairColour { get; init; } = 0x4A3426;
    /// <summary>-1 lies flat, 1 stands off.</summary>
    public float HairVolume { get; init; }
    /// <summary>On which side the hair is parted: -1 or 1.</summary>
    public int Parting { get; init; } = 1;
    public Beard Beard { get; init; }
    public int BeardColour { get; init; } = 0x4A3426;

    public Glasses Glasses { get; init; }
    public bool EyePatch { get; init; }
    public bool Freckles { get; init; }
    public bool Earrings { get; init; }
    public Scar Scar { get; init; }
    public Headwear Headwear { get; init; }
    public int HeadwearColour { get; init; } = 0x4B5563;

    public Garment Garment { get; init; }
    public int Main { get; init; } = 0x5D6B7A;
    public int Under { get; init; } = 0xD9D2C3;
    public Legwear Legwear { get; init; }
    public int Legs { get; init; } = 0x3F434B;
    public bool Tie { get; init; }
    public bool Scarf { get; init; }
    public int Accent { get; init; } = 0x8C3B32;

    public bool Child => Age < 13;

    /// <summary>0 smooth, 1 very old.</summary>
    public float Wear => Math.Clamp((Age - 38) / 40f, 0, 1);

    /// <summary>Metres from the floor to the crown.</summary>
    public float Stature => (Age < 17 ? 0.78f + 0.053f * Math.Max(Age, 2) : Woman ? 1.67f : 1.78f) * (1 + 0.05f * Height) * (1 - 0.03f * Wear);
}

namespace MovieChat.Understudy.Sketching.Requests;

internal enum ShotSize { ExtremeCloseUp, CloseUp, MediumCloseUp, Medium, MediumLong, Long, ExtremeLong, Establishing, OverTheShoulder, TwoShot, Insert, Pov }

internal enum ShotAngle { EyeLevel, High, Low, BirdsEye, WormsEye, Dutch }

internal enum ShotMove { Static, Pan, WhipPan, Tilt, Pedestal, DollyIn, DollyOut, Truck, Arc, Steadicam, Handheld, Crane, Zoom, RackFocus, DollyZoom }

/// <summary>How a shot is taken. <c>Lens</c> in millimetres.</summary>
internal sealed record Shot(ShotSize Size, ShotAngle Angle, ShotMove Move, float Lens)
{
    // Longer names before those they hold.
    private static readonly (string, ShotSize)[] Sizes =
        [("extreme close", ShotSize.ExtremeCloseUp), ("medium close", ShotSize.MediumCloseUp), ("close", ShotSize.CloseUp), ("medium long", ShotSize.MediumLong), ("extreme long", ShotSize.ExtremeLong), ("over the shoulder", ShotSize.OverTheShoulder), ("over-the-shoulder", ShotSize.OverTheShoulder), ("two shot", ShotSize.TwoShot), ("two-shot", ShotSize.TwoShot), ("establishing", ShotSize.Establishing), ("insert", ShotSize.Insert), ("pov", ShotSize.Pov), ("point of view", ShotSize.Pov), ("long", ShotSize.Long), ("wide", ShotSize.Long), ("medium", ShotSize.Medium)];

    private static readonly (string, ShotAngle)[] Angles =
        [("bird", ShotAngle.BirdsEye), ("worm", ShotAngle.WormsEye), ("dutch", ShotAngle.Dutch), ("high", ShotAngle.High), ("low", ShotAngle.Low)];

    private static readonly (string, ShotMove)[] Moves =
        [("whip", ShotMove.WhipPan), ("dolly zoom", ShotMove.DollyZoom), ("dolly in", ShotMove.DollyIn), ("push", ShotMove.DollyIn), ("dolly out", ShotMove.DollyOut), ("pull", ShotMove.DollyOut), ("dolly", ShotMove.DollyIn), ("pan", ShotMove.Pan), ("tilt", ShotMove.Tilt), ("pedestal", ShotMove.Pedestal), ("truck", ShotMove.Truck), ("track", ShotMove.Truck), ("arc", ShotMove.Arc), ("steadicam", ShotMove.Steadicam), ("handheld", ShotMove.Handheld), ("crane", ShotMove.Crane), ("zoom", ShotMove.Zoom), ("rack", ShotMove.RackFocus)];

    public static Shot Read(LabelledLines lines)
    {
        var lens = new string([.. lines.Text("lens").SkipWhile(letter => !char.IsAsciiDigit(letter)).TakeWhile(char.IsAsciiDigit).Take(4)]);
        return new(
            Find(Sizes, lines.Text("size"), ShotSize.Medium), Find(Angles, lines.Text("angle"), ShotAngle.EyeLevel), Find(Moves, lines.Text("move"), ShotMove.Static),
            lens.Length > 0 ? Math.Clamp(int.Parse(lens, System.Globalization.CultureInfo.InvariantCulture), 12, 300) : 35);
    }

    private static T Find<T>((string Word, T Meaning)[] table, string text, T otherwise)
    {
        var plain = Words.Plain(text);
        foreach (var (word, meaning) in table) if (plain.Contains(word, StringComparison.Ordinal)) return meaning;
        return otherwise;
    }
}

using System.Numerics;
using MovieChat.Understudy.Sketching.People;

namespace MovieChat.Understudy.Sketching.Requests;

/// <summary>What a face shows and how a body is held, by the words of an action or an option.</summary>
internal static class Expressions
{
    private static readonly (string[] Words, Mood Mood)[] Moods = [
        (["laugh*", "grin*", "lacht", "beaming", "delighted"], new(Smile: 1, Open: 0.45f, Lift: 0.3f)), (["smil*", "happy", "joy*", "warm*", "amused", "cheerful", "lächel*", "sourit", "content", "proud"], new(Smile: 0.75f, Lift: 0.2f)),
        (["scream*", "shout*", "yell*", "cries out", "roar*", "schrei*", "crie"], new(Open: 1, Frown: 0.5f, Wide: 0.7f, Smile: -0.3f)), (["angry", "anger", "furious", "fury", "rage*", "glar*", "snarl*", "argu*", "fight*", "punch*", "threaten*", "wütend", "fierce"], new(Smile: -0.5f, Frown: 1, Open: 0.15f)),
        (["afraid", "fear*", "terrif*", "horror", "frighten*", "panic*", "flee*", "scared", "angst"], new(Open: 0.4f, Frown: -0.9f, Lift: 0.8f, Wide: 1, Smile: -0.3f)), (["surpris*", "shock*", "gasp*", "startl*", "amazed", "astonish*", "stares in disbelief"], new(Open: 0.5f, Lift: 1, Wide: 1)),
        (["weep*", "cry*", "cries", "sob*", "tears", "tear", "grief", "griev*", "mourn*", "weint", "pleure"], new(Smile: -0.9f, Frown: -1, Wide: -0.35f)), (["sad*", "sorrow*", "melanchol*", "lonely", "heartbroken", "despair*", "regret*"], new(Smile: -0.6f, Frown: -0.7f, Gaze: new Vector2(0, -0.6f))),
        (["asleep", "sleep*", "dead", "unconscious", "eyes closed", "eyes shut", "pray*", "dream*", "dies"], new(Wide: -1)), (["on guard", "wary", "suspicio*", "watch*", "listen*", "tense", "alert", "doubt*"], new(Frown: 0.35f, Wide: -0.2f, Gaze: new Vector2(0.7f, 0))),
        (["worried", "worry", "anxious", "nervous", "uneasy", "count*", "concentrat*", "reads", "studies"], new(Frown: 0.35f, Smile: -0.2f)), (["tired", "weary", "exhaust*", "drained"], new(Wide: -0.4f, Smile: -0.25f)), (["stern", "severe", "cold", "grim", "determined", "resolute", "defiant", "hard"], new(Frown: 0.55f, Smile: -0.35f)),
        (["says", "speak*", "talk*", "tells", "asks", "whisper*", "sing*", "calls", "answers"], new(Open: 0.3f)), (["smirk*", "sly", "mischiev*", "wry", "ironic"], new(Smile: 0.5f, Lift: 0.3f, Gaze: new Vector2(0.6f, 0)))];

    // The first that is found; the more telling ones come first.
    private static readonly (string[] Words, string Pose)[] Poses = [
        (["drives", "driving", "steers", "at the wheel", "behind the wheel", "steering wheel"], "drive"), (["lies", "lying", "asleep", "sleeps", "sleeping", "dead", "unconscious", "collapsed", "on the floor", "in bed", "dies", "corpse"], "lie"),
        (["runs", "running", "sprint*", "flees", "chase*", "chasing", "rushes", "races", "escapes", "rennt", "court"], "run"), (["embrac*", "hug*", "kiss*", "holds her", "holds him", "in each other's arms", "comfort*"], "embrace"), (["aims", "gun", "pistol", "rifle", "shoots", "fires"], "aim"), (["sword", "blade", "knife", "axe"], "sword"),
        (["fight*", "punch*", "hits", "struggle*", "boxing", "strikes", "attack*", "wrestl*"], "fight"), (["phone", "telephone", "mobile", "calls", "receiver"], "phone"), (["writes", "writing", "types", "typing", "signs", "counts", "draws", "at the desk", "letters"], "write"),
        (["kneels", "kneeling", "on her knees", "on his knees", "prays", "praying"], "kneel"), (["crouch*", "squat*", "hides", "hiding", "ducks", "bends down", "digs", "digging"], "crouch"), (["sits", "sitting", "seated", "sat", "eats", "eating", "at the table", "sitzt", "assis"], "sit"),
        (["points", "pointing", "gestures"], "point"), (["lantern", "torch", "lamp", "candle", "flashlight"], "lamp"), (["reads", "reading", "letter", "book", "newspaper", "map", "photograph"], "read"), (["drinks", "drinking", "sips", "toast"], "drink"), (["pours", "cup", "coffee", "tea", "glass", "bottle"], "hold"),
        (["weep*", "sobs", "cries", "covers her face", "covers his face", "buries"], "weep"), (["dances", "dancing", "spins", "twirl*"], "dance"), (["waves", "waving", "greets"], "wave"), (["hands up", "raises", "cheers", "celebrat*", "surrender*", "triumph*"], "raise"),
        (["looks out", "gazes", "scans", "horizon", "shades", "lookout", "peers"], "lookout"), (["carries", "carrying", "box", "suitcase", "luggage", "crate", "basket"], "carry"), (["reaches", "reaching", "opens", "touches", "knocks", "grabs", "pushes", "hands over", "gives"], "reach"), (["cane", "stick", "limps", "leans on"], "stick"),
        (["walks", "walking", "strides", "enters", "leaves", "approaches", "crosses", "steps", "climbs", "wanders", "geht", "marche"], "walk"), (["arms crossed", "crosses her arms", "crosses his arms", "folded arms"], "crossed"), (["hands on hips", "defiant"], "hips"), (["holds", "holding", "shows", "lifts"], "hold")];

    public static Mood Of(string text)
    {
        foreach (var (words, mood) in Moods) if (Words.Any(text, words)) return mood;
        return Mood.Calm;
    }

    /// <summary>The pose that an action tells; null when it tells none.</summary>
    public static string? Pose(string text)
    {
        foreach (var (words, pose) in Poses) if (Words.Any(text, words)) return pose;
        return null;
    }
}

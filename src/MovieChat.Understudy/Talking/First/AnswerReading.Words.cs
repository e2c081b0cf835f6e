using System.Text.RegularExpressions;

namespace MovieChat.Understudy.Talking.First;

internal static partial class AnswerReading
{
    [GeneratedRegex(@"\s+")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\b(that's (all|enough)|that is (all|enough)|enough (questions|of this)|no more questions|stop asking|(just|please) (write|propose|make) (it|the brief)( now| already)?|let's (start|begin|go)|get on with it)\b[.!]*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Enough();

    [GeneratedRegex(@"\b((I )?(do not|don't|dont) (really )?(know|care|mind)( yet)?|no idea|not sure( yet)?|dunno|(you|your) (choose|choice|decide|pick|call)|up to you|whatever( you (like|want|think))?|surprise me|skip( (it|that|this))?|pass|next( question)?|no preference|anything( goes| is fine)?|doesn't matter|does not matter|no opinion|I leave (it|that) to you)\b[.!,]*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Shrug();

    [GeneratedRegex(@"\b(actually|on second thoughts?|chang(ed|ing) my mind|instead|scrap (that|it|the)|forget (about )?(the|that|what|it)|make it|make that|let's make|no,? wait|hang on|rather than|I'd rather)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Correction();

    [GeneratedRegex(@"(?<=\A|[\s,.;(—-])(no|without|avoid(ing)?|nothing|never|not|hate|can't stand|(I )?(do not|don't) want( any)?|anything but|but please no|keep out|leave out)\s+(?<what>[^.,;!?\n—]+(,\s*(no |not |or |and )[^.,;!?\n—]+)*)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Negation();

    /// <summary>What a writer refuses where "no" and "never" may belong to what they have to say.</summary>
    [GeneratedRegex(@"(?<=\A|[.;!?,]\s*)(and |but )?(please no|avoid(ing)?|without any|I (do not|don't) want( any)?|keep out|leave out|no (?=(gore|blood|violence|guns?|sex|romance|swearing|animals)\b))\s*(?<what>[^.,;!?\n]+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Refusal();

    [GeneratedRegex(@"\A(no (idea|more than|less than|longer than|shorter than|one\b|matter)|not (sure|really|too|just|only|more than|longer|long|that|so|very|necessarily|at all)|nothing (else|special|more)|never mind)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NoNegation();

    [GeneratedRegex(@"\b(about|on the subject of|that deals with|dealing with|exploring|explores)\s+(?!\d)(?<what>[^.,;!?\n]{2,200}?)(?=\s*([.,;!?\n]|\z|\b(set in|set on|set during|with no|without|for (adults|families|teenagers|kids|children|everyone))\b))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AboutWhat();

    /// <summary>Somebody or something of a story, not what it means.</summary>
    [GeneratedRegex(@"\A(an?|two|three|four|five|my|this|the|one|some) .*\b(who|whose|that|which|and|in|on|from|trying|must|with)\b|\A(an?|two|three|four|five) \w+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Seed();

    [GeneratedRegex(@"\b(?<lead>(it's |it is |made |meant |strictly |mainly |mostly )?for |aimed at )?(?<who>(young |older |grown |a )?(adults?|grown-ups|teenagers|teens|families|children|kids|everyone|everybody|all ages|anyone who [^.,;!?\n]+|people who [^.,;!?\n]+|women over [^.,;!?\n]+|festivals?|festival audiences?|cinephiles|a (wide|mainstream|general|small|young) audience))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Audience();

    [GeneratedRegex(@"\b(set |it plays |plays |taking place |takes place )?(?<where>(?i:in|on|at|during|off|near|around|outside) (?:(the |an? )?(small |remote |early |late |mid-?)?)(\p{Lu}[\p{L}'’-]+(,? (of (the )?)?\p{Lu}[\p{L}'’-]+)*|1\d{3}s?|20\d\ds?|\d0s|(nineteen-?)?(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)|\p{L}+(teenth|tieth|first)[ -]century|middle ages|(future|war)\b)|(?<=\bset )(in|on|at|during|aboard) [^.,;!?\n]+|(the )?(early |late |mid-?)?(1[5-9]\d0s|20\d0s|(nineteen-?)?(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)))", RegexOptions.ExplicitCapture)]
    private static partial Regex PlaceOrTime();

    [GeneratedRegex(@"\A(I want to say|I'd like to say|I would like to say|I want people to (know|feel|see)|it should say|to say|what I want to say is|the point is|it's about|it is about|about|that's|that is)?[\s,:]*(that\s+)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Saying();

    [GeneratedRegex(@"\A(that|it should say|I want to say|I want people to|what I want to say|the point is)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Plainly();

    [GeneratedRegex(@"\A(in|on|at|during|near|off|around|outside|aboard|under|by|along|between)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Leading();

    /// <summary>Several words with capitals: a name, which keeps them.</summary>
    [GeneratedRegex(@"\A\p{Lu}\p{L}+ \p{Lu}")]
    private static partial Regex ProperName();

    [GeneratedRegex(@"\A(it's |it is )?(for|aimed at)\s+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ForWhom();

    [GeneratedRegex(@"\A(I (can )?see|I keep seeing|there is|there's|I have|I picture|I imagine)\s+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Seen();

    [GeneratedRegex(@"\A\W*((no|nope|none|nothing|nobody|nowhere|no one|not yet|not really|(nothing|nowhere|nobody)( special| in particular| comes to mind| yet| really)|no (place|time|period|person)( yet| in particular)?|n/a|I (do not|don't|hardly|never|rarely) (really )?(watch|see|like) (films|movies)( much| often)?|no,? (nothing|nobody))\b[\s.,!]*)+\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex None();
}

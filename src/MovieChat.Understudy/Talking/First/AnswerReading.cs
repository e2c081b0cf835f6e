using System.Text.RegularExpressions;
using MovieChat.Understudy.Library;

namespace MovieChat.Understudy.Talking.First;

/// <summary>Reads one message of the writer: whatever it tells, and what is left of it as the answer to what was asked.</summary>
internal static partial class AnswerReading
{
    private const int MostShrugWords = 14, MostMessage = 400, MostOther = 300, FewWords = 4;

    public static Wants Read(Wants wants, Topic? asked, string text)
    {
        var said = Whole().Replace(text, " ").Trim();
        if (Enough().IsMatch(said)) wants = wants with { IsEnough = true };
        if (Enough().Match(said) is { Success: true } enough && enough.Length + 12 > said.Length) return wants;
        var isShrug = Shrug().IsMatch(said) && Words(said) <= MostShrugWords;
        var isCorrection = Correction().IsMatch(said);
        var clues = new Clues(isShrug ? Shrug().Replace(said, " ") : said);
        var read = Telling(wants, clues, asked, isCorrection);
        if (asked is not { } topic) return Kept(read, clues);
        if (isShrug && !IsChanged(wants, read, topic) && Words(clues.Left) < FewWords) return read with { Answered = [.. read.Answered, topic], Left = [.. read.Left, topic] };
        // Who only changes their mind about something else has not answered yet.
        if (isCorrection && !ReferenceEquals(read, wants) && !IsChanged(wants, read, topic) && Words(clues.Left) < FewWords + 2) return read;
        var answered = Answer(read, topic, clues, said, IsChanged(wants, read, topic));
        return answered with { Answered = [.. answered.Answered, topic] };
    }

    /// <summary>What can be told by its form alone.</summary>
    private static Wants Telling(Wants wants, Clues clues, Topic? asked, bool isCorrection)
    {
        var before = wants;
        if (FilmTitles.Take(clues, asked == Topic.Likes) is { Count: > 0 } titles) wants = wants with { Likes = [.. wants.Likes.Union(titles, StringComparer.OrdinalIgnoreCase)] };
        if (LengthReading.Take(clues, asked == Topic.Length) is { } minutes) wants = wants with { Length = minutes };
        if (asked is not (Topic.Person or Topic.Avoid)) wants = Unwanted(wants, clues, asked, isCorrection);
        if (asked is null or Topic.Kind or Topic.Likes || isCorrection) wants = About(wants, clues);
        if (asked != Topic.Message || isCorrection) wants = Kind(wants, clues, asked, isCorrection);
        if (asked is null or Topic.Kind or Topic.Length or Topic.Likes or Topic.Audience && clues.TakeFirst(Audience()) is { } audience) wants = wants with { Audience = Small(audience.Groups["who"].Value) };
        if (asked is null or Topic.Kind or Topic.Length && clues.Take(PlaceOrTime()) is { Count: > 0 } places)
        {
            wants = wants with { Place = string.Join(", ", (isCorrection ? [] : Some(wants.Place)).Concat(places.Select(place => At(place.Groups["where"].Value))).Distinct()) };
        }

        return wants == before ? before : wants;
    }

    private static Wants Kind(Wants wants, Clues clues, Topic? asked, bool isCorrection)
    {
        var genres = GenreWords.In(clues.Rest);
        // In an answer about something else "mystery" and "war" are words like others, unless it names a kind of film.
        if (asked is not (null or Topic.Kind) && !isCorrection) genres = [.. genres.Where(genre => NamesKind(clues.Rest, genre.Word))];
        var takesTones = asked is null or Topic.Kind || isCorrection || genres.Count > 0;
        string[] tones = takesTones ? [.. Shelf.Talk.Tones.Where(tone => Regex.IsMatch(clues.Rest, $@"(?<!\bnot (too )?)\b{tone}\b", RegexOptions.IgnoreCase)).OrderBy(tone => clues.Rest.IndexOf(tone, StringComparison.OrdinalIgnoreCase))] : [];
        if (genres.Count == 0 && tones.Length == 0) return wants;
        string[] named = [.. genres.Select(genre => genre.Genre).Distinct()];
        foreach (var word in genres.Select(genre => genre.Word).Concat(tones)) clues.Take(new Regex($@"\b(an? )?(very |rather |really |quite )?{Regex.Escape(word)}\b( film| movie| story| piece| drama(?= ))?", RegexOptions.IgnoreCase));
        return wants with
        {
            Genres = named.Length == 0 ? wants.Genres : isCorrection || asked == Topic.Kind ? named : [.. wants.Genres.Union(named)],
            Tones = tones.Length == 0 ? wants.Tones : isCorrection && named.Length > 0 ? tones : [.. wants.Tones.Union(tones)],
        };
    }

    private static bool NamesKind(string text, string word) =>
        Regex.IsMatch(text, $@"\b(an?|be|into|as|it's|of|good|great|slow|dark) (\w+[ -]){{0,2}}{Regex.Escape(word)}\b|\b{Regex.Escape(word)} (film|movie)", RegexOptions.IgnoreCase);

    /// <summary>What is not to be: a genre or a film that was named goes, anything else is to be avoided.</summary>
    private static Wants Unwanted(Wants wants, Clues clues, Topic? asked, bool isCorrection)
    {
        var pattern = asked is Topic.Message or Topic.Likes ? Refusal() : Negation();
        foreach (var match in clues.Take(pattern, match => !NoNegation().IsMatch(match.Value)))
        {
            var what = match.Groups["what"].Value;
            var against = GenreWords.In(what).Select(genre => genre.Genre).ToList();
            var left = wants with
            {
                Genres = [.. wants.Genres.Except(against)],
                Likes = [.. wants.Likes.Where(film => !what.Contains(film, StringComparison.OrdinalIgnoreCase))],
                Tones = [.. wants.Tones.Where(tone => !Regex.IsMatch(what, $@"\b{tone}\b", RegexOptions.IgnoreCase))],
            };
            var isTakenBack = left.Genres.Count < wants.Genres.Count || left.Likes.Count < wants.Likes.Count || left.Tones.Count < wants.Tones.Count;
            wants = isTakenBack || (isCorrection && against.Count > 0) ? left : wants with { Avoid = [.. wants.Avoid.Union(AvoidReading.Items(what), StringComparer.OrdinalIgnoreCase)] };
        }

        return wants;
    }

    private static Wants About(Wants wants, Clues clues)
    {
        if (clues.TakeFirst(AboutWhat()) is not { } about) return wants;
        var what = about.Groups["what"].Value.Trim().TrimEnd(',');
        return Seed().IsMatch(what) ? wants with { Story = what } : wants with { Message = what };
    }

    /// <summary>What was asked, with what is left of the message.</summary>
    private static Wants Answer(Wants wants, Topic topic, Clues clues, string said, bool isTold)
    {
        var left = Short(clues.Left, MostMessage);
        var hasLeft = Words(left) > 0 && !IsNone(left);
        return topic switch
        {
            Topic.Likes => hasLeft && Words(left) >= FewWords ? wants with { Liking = left } : wants,
            Topic.Kind => isTold ? Kept(wants, clues) : hasLeft ? wants with { Tones = [left] } : wants,
            Topic.Message => hasLeft ? Saying(wants, left) : wants,
            Topic.Audience => isTold || !hasLeft ? wants : wants with { Audience = Small(Short(ForWhom().Replace(left, ""), MostOther)) },
            Topic.Length => Kept(wants, clues),
            Topic.Avoid => IsNone(said) ? wants : wants with { Avoid = [.. wants.Avoid.Union(AvoidReading.Items(said), StringComparer.OrdinalIgnoreCase)] },
            Topic.Place => hasLeft ? wants with { Place = At(left) } : wants,
            _ => hasLeft ? wants with { Person = Short(Seen().Replace(left, ""), MostMessage) } : wants,
        };
    }

    /// <summary>Of several sentences the one that says it plainly; the others are kept beside it.</summary>
    private static Wants Saying(Wants wants, string left)
    {
        var sentences = Grammar.Sentences.Split(left);
        if (sentences.Find(sentence => Plainly().IsMatch(sentence)) is not { } plain || sentences.Count == 1) return wants with { Message = Saying().Replace(left, "") };
        return wants with { Message = Saying().Replace(plain, ""), Others = [.. wants.Others.Append(Short(string.Join(' ', sentences.Where(sentence => sentence != plain)), MostOther)).TakeLast(4)] };
    }

    /// <summary>A place or a time with the word that leads to it: "in Lisbon".</summary>
    private static string At(string where) => Leading().IsMatch(where.Trim()) ? Small(where.Trim()) : $"in {where.Trim()}";

    private static string Small(string text) => text.Length > 1 && char.IsLower(text[1]) && !ProperName().IsMatch(text) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    private static Wants Kept(Wants wants, Clues clues) =>
        Words(clues.Left) < FewWords ? wants : wants with { Others = [.. wants.Others.Append(Short(clues.Left, MostOther)).TakeLast(4)] };

    private static bool IsChanged(Wants before, Wants after, Topic topic) => topic switch
    {
        Topic.Likes => !before.Likes.SequenceEqual(after.Likes),
        Topic.Kind => !before.Genres.SequenceEqual(after.Genres) || !before.Tones.SequenceEqual(after.Tones),
        Topic.Message => before.Message != after.Message,
        Topic.Audience => before.Audience != after.Audience,
        Topic.Length => before.Length != after.Length,
        Topic.Avoid => !before.Avoid.SequenceEqual(after.Avoid),
        Topic.Place => before.Place != after.Place,
        _ => before.Person != after.Person,
    };

    private static bool IsNone(string text) => None().IsMatch(text);

    private static IEnumerable<string> Some(string text) => text.Length > 0 ? [text] : [];

    private static int Words(string text) => Grammar.Sentences.Words(text);

    private static string Short(string text, int most) => text.Length <= most ? text.Trim() : text[..text.LastIndexOf(' ', most)].TrimEnd(',', ';', ' ') + "…";
}

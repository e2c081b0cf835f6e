using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Talking;

/// <summary>What the writer states about the film is kept, in their words.</summary>
internal static partial class FactTalk
{
    private const string Tool = "keep_fact";
    private const int MostFact = 400, MostFacts = 3;

    public static Reply? To(TalkTurn turn)
    {
        if (!turn.Tools.Contains(Tool) || !Sentences.Split(turn.Said).Any(MayState)) return null;
        if (turn.Lacks(TalkPerson.Wanted(turn)) is { } reading) return reading;
        var people = TalkPerson.Of(turn);
        var facts = Sentences.Split(turn.Said).Select(sentence => Fact(turn, sentence, people)).OfType<StatedWords>().Take(MostFacts).ToList();
        if (facts.Count == 0) return null;
        if (turn.Used(Tool) is not { Count: > 0 } tried) return Reply.Use(facts.Select(fact => fact.Call));
        var kept = tried.Where(step => step.Trouble is null).Select(step => $"{step.Call.Arguments["text"]}".TrimEnd('.')).ToList();
        return Reply.Say(
            kept.Count > 0 ? turn.Line("fact.kept", ("facts", string.Join("; ", kept))) : "",
            tried.FirstOrDefault(step => step.Trouble is not null)?.Trouble is { } trouble ? turn.Line("fact.trouble", ("why", trouble.TrimEnd('.'))) : "");
    }

    private sealed record StatedWords(ToolCall Call);

    /// <summary>The call that keeps a sentence; null when it states nothing of the film.</summary>
    private static StatedWords? Fact(TalkTurn turn, string sentence, IReadOnlyList<TalkPerson> people)
    {
        if (!MayState(sentence)) return null;
        var lead = Remember().Match(sentence);
        var quote = sentence[(lead.Success ? lead.Length : 0)..].Trim().TrimEnd('.', '!', ' ');
        var named = people.Where(person => person.IsNamed(quote)).ToList();
        var pronoun = Pronoun().Match(quote);
        if (named.Count == 0 && pronoun.Success && Meant(turn, people, pronoun.Value) is { } meant) named = [meant];
        if (quote.Length is < 6 or > MostFact || (!lead.Success && !States(turn, quote, named, pronoun.Success))) return null;
        var text = pronoun.Success && named.Count == 1 && !named[0].IsNamed(quote) ? Named(quote, pronoun, named[0]) : quote;
        var about = new JsonArray([.. named.Select(person => JsonValue.Create(person.Id))]);
        return new(new ToolCall(Tool, new() { ["text"] = Sentences.Closed(Sentences.Capitalised(text)), ["quote"] = quote, ["about"] = about }));
    }

    private static string Named(string quote, Match pronoun, TalkPerson person) =>
        (pronoun.Value.ToUpperInvariant() is "HER" or "HIS" or "THEIR" ? $"{person.Name}'s" : person.Name) + quote[pronoun.Length..];

    /// <summary>A plain sentence about somebody or some place of the film.</summary>
    private static bool States(TalkTurn turn, string quote, List<TalkPerson> named, bool isPronoun)
    {
        if (Opinion().IsMatch(quote)) return false;
        if (named.Count > 0 && (isPronoun || named.Any(person => person.IsNamed(string.Join(' ', quote.Split(' ').Take(3)))))) return Verb().IsMatch(quote);
        return Thing().Match(quote) is { Success: true } thing && Verb().IsMatch(quote) && IsOfTheFilm(turn, thing.Groups["thing"].Value);
    }

    private static bool IsOfTheFilm(TalkTurn turn, string thing) =>
        (turn.Context.Film.Around?.Values ?? []).Append(turn.Context.Film.Focus?.Content?.ToJsonString() ?? "").Any(text => Regex.IsMatch(text, $@"\b{Regex.Escape(thing)}\b", RegexOptions.IgnoreCase));

    /// <summary>Who "she" is: whom the talk is about, else who was named last, else the protagonist.</summary>
    private static TalkPerson? Meant(TalkTurn turn, IReadOnlyList<TalkPerson> people, string pronoun)
    {
        var fits = people.Where(person => Fits(person, pronoun)).ToList();
        if (turn.Focus?.StartsWith("profile:", StringComparison.Ordinal) == true) return people.FirstOrDefault(person => turn.Focus == $"profile:{person.Id}");
        foreach (var text in turn.Before.Reverse().Take(3).SelectMany(exchange => new[] { exchange.Writer, exchange.Companion }))
        {
            if (fits.FirstOrDefault(person => person.IsNamed(text)) is { } named) return named;
        }

        return fits.FirstOrDefault(person => Core.Film.Roles.IsProtagonist(person.Role));
    }

    private static bool Fits(TalkPerson person, string pronoun) => SexReading.Of(person.Name, person.About) switch
    {
        Sex.Female => pronoun.StartsWith("she", StringComparison.OrdinalIgnoreCase) || pronoun.StartsWith("her", StringComparison.OrdinalIgnoreCase),
        Sex.Male => pronoun.StartsWith("he", StringComparison.OrdinalIgnoreCase) && !pronoun.StartsWith("her", StringComparison.OrdinalIgnoreCase) || pronoun.StartsWith("his", StringComparison.OrdinalIgnoreCase),
        _ => true,
    };

    private static bool MayState(string sentence) => !sentence.EndsWith('?') && (Remember().IsMatch(sentence) || !Wish().IsMatch(sentence));

    [GeneratedRegex(@"\A\W*(and |so |ok,? |please,? )?(remember|keep in mind|note|bear in mind|from now on|for the record|it is a fact|let it be known|fact|write down)(\s*[:,]\s*|\s+)(that\s+)?(?!when\b|how\b|what\b|who\b|me\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Remember();

    [GeneratedRegex(@"\A(she|he|they|her|his|their)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"\b(I|I'm|I'd|we|let's|let us|you|please|should|shouldn't|could|would|may|might|maybe|perhaps|what if|wish|hope|wonder|why|how|can you|what about|make|rename|change|cut|write|propose|show|tell)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Wish();

    [GeneratedRegex(@"\b(boring|flat|weak|strong|too|great|good|bad|better|worse|best|worst|(doesn't|does not|isn't) work(ing)?|works?( well| better| for me| nicely| here)?\s*\z|likable|likeable|annoying|clich\w*|confusing|unbelievable|believable|interesting|feels?|seems?|sounds?|looks? like|reminds?|needs?|missing|unclear|thin|funny|stuck|wonderful|terrible|awful|love it|dark enough|problem)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Opinion();

    [GeneratedRegex(@"\b(is|was|are|were|isn't|wasn't|has|had|hasn't|hadn't|never|always|can|can't|cannot|did|didn't|does|doesn't|do|don't|will|won't|lives?|works?|grew|keeps?|\p{L}{2,}(ed|es|s))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Verb();

    [GeneratedRegex(@"\A(the|there is (a|an|one|no)|there's (a|an|one|no)) (\p{L}+ )?(?<thing>\p{L}{3,})\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Thing();
}

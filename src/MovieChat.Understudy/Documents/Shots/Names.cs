using System.Text.RegularExpressions;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents.Shots;

/// <summary>Says who is meant: on a page "she" stands in the sentence before, in a list of shots every shot stands alone.</summary>
internal sealed partial class Names(Stage stage)
{
    private readonly List<Person> _told = [];
    private Person? _spoke;

    /// <summary>Whether the sentence can not stand without the one before.</summary>
    public static bool GoesOn(string sentence) => Going().IsMatch(sentence);

    public void Spoke(Person? person)
    {
        _spoke = person;
        if (person is not null) _told.Add(person);
    }

    /// <summary>The scene's people in the sentence, and the sentence with a name where it begins with a pronoun.</summary>
    public IReadOnlyList<Person> In(string sentence, out string told)
    {
        told = sentence;
        var named = stage.People.Where(person => person.IsNamedIn(sentence)).ToList();
        if (Pronoun().Match(sentence) is { Success: true } pronoun && Meant(pronoun.Groups["he"].Value) is { } meant)
        {
            told = Named(sentence, pronoun, meant);
            if (!named.Contains(meant) && stage.People.Contains(meant)) named.Insert(0, meant);
        }

        if (named.Count == 1 && Object().Match(told) is { Success: true } whom && Other(whom.Value, named[0]) is { } other)
        {
            told = told[..whom.Index] + other.Name + told[(whom.Index + whom.Length)..];
            named.Add(other);
        }

        foreach (var person in named.OrderBy(person => sentence.IndexOf(person.Name, StringComparison.Ordinal))) _told.Add(person);
        return stage.Ordered(named);
    }

    private static string Named(string sentence, Match pronoun, Person meant)
    {
        var rest = sentence[(pronoun.Index + pronoun.Length)..];
        var isOwner = pronoun.Groups["he"].Value is "His" or "Her" && !Verb().IsMatch(rest);
        return $"{sentence[..pronoun.Index]}{meant.Name}{(isOwner ? "'s" : "")}{rest}";
    }

    /// <summary>Whom a pronoun means: the only one it can, else the one who was named or spoke last.</summary>
    private Person? Meant(string pronoun)
    {
        var sex = pronoun is "She" or "Her" ? Sex.Female : Sex.Male;
        var possible = stage.People.Where(person => person.Sex == sex).ToList();
        if (possible.Count == 1) return possible[0];
        return _told.LastOrDefault(possible.Contains) ?? (_spoke is not null && possible.Contains(_spoke) ? _spoke : null);
    }

    /// <summary>Whom somebody does something for or to, where it can be only one.</summary>
    private Person? Other(string pronoun, Person subject)
    {
        var sex = pronoun == "her" ? Sex.Female : Sex.Male;
        return stage.People.Where(person => person.Sex == sex).ToList() is [var only] && only != subject ? only : null;
    }

    [GeneratedRegex(@"\A(It|Its|They|Their|Them|Both|Then|Two of them|That|This|These|Those|So|And|But|The other|Neither|Again|Once more|Twice|Or|Too|(Behind|Past|In|On|Under|Beside|From|Through|Round|Above|Below|Beneath|Over|Inside|Next to|Beyond|Before) (it|him|them|his|her)\b(?! own)|The others?|The rest|One of them)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Going();

    [GeneratedRegex(@"\A(?<he>She|He|Her|His)\b(?!['’])", RegexOptions.ExplicitCapture)]
    private static partial Regex Pronoun();

    // "To her feet" is nobody's.
    [GeneratedRegex(@"(?<=\b(for|at|to|with|beside|behind|from|by|past|towards?|near|of|before|after|between|on|over) )(him|her)(?=[.,;:]|\z| (and|himself|herself|with|by|at|over|across)\b)", RegexOptions.ExplicitCapture)]
    private static partial Regex Object();

    // "Her hand" is hers; in "Her, of all people" it is she.
    [GeneratedRegex(@"\A[,.]")]
    private static partial Regex Verb();
}

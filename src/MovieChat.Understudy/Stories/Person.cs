using MovieChat.Core.Film;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;

namespace MovieChat.Understudy.Stories;

internal enum Sex { Unknown, Female, Male }

/// <summary>One of the film's people, as the templates call them.</summary>
/// <param name="Slot">hero, rival, ally, mentor, love, kin; <c>other1</c>, <c>other2</c>… for whoever is left.</param>
internal sealed record Person(string Slot, string Id, string Name, Sex Sex)
{
    /// <summary>The person in the cast; null before there is one.</summary>
    public Character? Character { get; init; }
    public Profile? Profile { get; init; }

    /// <summary>The part of the premise this person plays, when it has one.</summary>
    public Part? Part { get; init; }

    /// <summary>Whether the text names the person, if only by the last part of the name.</summary>
    public bool IsNamedIn(string text) => Sentences.Mentions(text, Name) || (Name.Split(' ')[^1] is { Length: > 2 } last && char.IsUpper(last[0]) && Sentences.Mentions(text, last));

    /// <summary>Binds the person to a slot and its pronouns.</summary>
    /// <remarks>Where the sex is not known the name stands for "he" and "she", so that every verb keeps its form.</remarks>
    public void Bind(Slots slots, string slot)
    {
        slots.Set(slot, Name);
        slots.Set($"{slot}.s", $"{Name}'s");
        var (he, him, his, himself) = Sex switch
        {
            Sex.Female => ("she", "her", "her", "herself"),
            Sex.Male => ("he", "him", "his", "himself"),
            _ => (Name, "them", "their", "themselves"),
        };
        slots.Set($"{slot}.he", he);
        slots.Set($"{slot}.him", him);
        slots.Set($"{slot}.his", his);
        slots.Set($"{slot}.himself", himself);
    }
}

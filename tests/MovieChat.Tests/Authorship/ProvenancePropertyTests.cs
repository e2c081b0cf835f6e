using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace MovieChat.Tests.Authorship;

public sealed class ProvenancePropertyTests
{
    /// <summary>Texts with few different words, so that drafts have much in common and words recur.</summary>
    private static readonly Gen<string> s_texts = Gen.Elements("the", "a", "sea", "boat", "comes.", "goes.", "Mara", "東", "—").ListOf().Select(words => string.Join(' ', words));

    [Property(MaxTest = 300)]
    public Property Words_OfAnyChain_BelongToSomebodyAndSumUp() => Prop.ForAll(
        (from text in s_texts from author in Gen.Choose(0, 2) from start in Gen.Choose(0, 9) select (text, author, start)).ListOf().Where(drafts => drafts.Count > 0).ToArbitrary(),
        drafts =>
        {
            var story = new Story();
            foreach (var ((text, author, from), place) in drafts.Select((draft, at) => (draft, at)))
                story.Then(author == 0 ? Story.Writer : author == 1 ? Story.Model : Story.Other, keepsNumbers: author == 1, from: Math.Min(from, place), text);
            var traced = story.Text();
            var shares = story.Shares();
            return traced.Authors.Count == traced.Words.Count
                && traced.Authors.All(author => author is not null)
                && shares.Sum(share => share.Words) == traced.Words.Count
                && (traced.Words.Count == 0 ? shares.Count == 0 : shares.Sum(share => share.Percent) == 100m);
        });

    /// <summary>A text of words that are all different, of which the writer puts some others in the place of a few.</summary>
    [Property(MaxTest = 200)]
    public Property Words_ThatAnEditLeaves_KeepTheirAuthor() => Prop.ForAll(
        Gen.Zip(Gen.Choose(1, 200), Gen.Choose(0, int.MaxValue - 1)).ToArbitrary(),
        sample =>
        {
            var (count, seed) = sample;
            var random = new System.Random(seed);
            var words = Story.Words(count).Split(' ');
            var changed = Enumerable.Range(0, count).Where(at => at % 3 == 0 && random.Next(2) == 0).ToHashSet();
            var edited = words.Select((word, at) => changed.Contains(at) ? $"new{at}{(word.EndsWith('.') ? "." : "")}" : word);
            var text = new Story().Revises(string.Join(' ', words)).Writes(string.Join(' ', edited)).Text();
            return Enumerable.Range(0, count).All(at => text.Authors[at] == (changed.Contains(at) ? Story.Writer : Story.Model));
        });
}

using System.Security.Cryptography;
using MovieChat.Core.Notices;

namespace MovieChat.Tests.Notices;

public sealed class LinkTokenTests
{
    private static readonly byte[] s_key = RandomNumberGenerator.GetBytes(32);
    private static readonly LinkToken s_token = new("film7", "link9", DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));

    [Fact]
    public void Token_ThatWasSigned_IsReadAsTheSame()
    {
        Assert.True(LinkToken.TryRead(s_token.Sign(s_key), s_key, out var read));

        Assert.Equal(s_token, read);
    }

    [Fact]
    public void Token_ChangedAnywhere_IsNone()
    {
        var signed = s_token.Sign(s_key);

        Assert.All(Enumerable.Range(0, signed.Length), place =>
        {
            var letter = signed[place] == 'a' ? 'b' : 'a';
            Assert.False(LinkToken.TryRead($"{signed[..place]}{letter}{signed[(place + 1)..]}", s_key, out _), $"with another letter at {place}");
        });
    }

    [Fact]
    public void Token_OfAnotherKey_IsNone() => Assert.False(LinkToken.TryRead(s_token.Sign(RandomNumberGenerator.GetBytes(32)), s_key, out _));

    [Theory]
    [InlineData("")]
    [InlineData("film7.link9.1800000000")]
    [InlineData("film7.link9.99999999999999999999.x")]
    [InlineData("film7.link9.-1.x")]
    [InlineData("....")]
    public void Token_OfAnotherForm_IsNone(string text) => Assert.False(LinkToken.TryRead(text, s_key, out _));

    [Fact]
    public void Token_OfManyLetters_IsNone() => Assert.False(LinkToken.TryRead(new string('a', 100_000), s_key, out _));
}

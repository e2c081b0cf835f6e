namespace MovieChat.Core.Journey;

/// <summary>What a project may spend on models, and has spent. At a limit, what is owed is parked until the writer raises it.</summary>
public sealed record Budget(Allowance Tokens, Allowance Pictures)
{
    public static Budget Of(long tokens, long pictures) => new(new(tokens, 0), new(pictures, 0));

    public Budget Spend(Usage usage) =>
        new(Tokens with { Spent = Tokens.Spent + usage.Tokens }, Pictures with { Spent = Pictures.Spent + usage.Pictures });
}

/// <param name="Limit">0 or more.</param>
/// <param name="Spent">0 or more; the last draft before the limit may pass it.</param>
public sealed record Allowance(long Limit, long Spent)
{
    public bool IsSpent => Spent >= Limit;
}

namespace MovieChat.Tests.Telemetry;

/// <summary>Tests that listen within this process. They run by themselves: whoever listens hears all tests, and all are traced.</summary>
[CollectionDefinition(Alone, DisableParallelization = true)]
public sealed class Listening
{
    public const string Alone = "Listening";
}

namespace MovieChat.Tests.Exports;

/// <summary>Tests that measure the memory of the whole process. They run by themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredAlone
{
    public const string Name = "Measured alone";
}

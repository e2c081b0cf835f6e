using MovieChat.Behaviour.Head;

[assembly: AssemblyFixture(typeof(HeadFixture))]
// Tests wait for a head far more than they compute.
[assembly: Xunit.v3.Parallelization(MaxThreads = 8)]

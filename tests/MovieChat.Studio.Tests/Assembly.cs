using MovieChat.Behaviour.Head;
using MovieChat.Studio.Tests;

[assembly: AssemblyFixture(typeof(HeadFixture))]
[assembly: AssemblyFixture(typeof(Chromium))]
// Each has a browser's page of its own.
[assembly: Xunit.v3.Parallelization(MaxThreads = 3)]

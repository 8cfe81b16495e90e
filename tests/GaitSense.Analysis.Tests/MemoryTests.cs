using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Tests;

/// <summary>What a collector keeps of a long walk. Alone, because other tests' objects would be counted too.</summary>
[Collection(nameof(MemoryTests))]
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public sealed class MemoryTests
{
    [Fact]
    public void Play_SixtyMinutes_StaysWithinAFewMegabytes()
    {
        WalkCollector collector = new();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        new FakeWalk { RateHz = 25 }.Play(collector, (WalkingDirection.Forward, 3270));
        long after = GC.GetTotalMemory(forceFullCollection: true);

        (after - before).ShouldBeLessThan(8_000_000);
        collector.ToRecord(new WalkContext { Recording = "x" }).Strides.Count.ShouldBe(6540);
    }
}

using GaitSense.Core;
using GaitSense.Simulation.Presets;
using GaitSense.Walk;

namespace GaitSense.Sessions.Tests;

public sealed class DeterminismTests
{
    [Fact]
    public async Task Run_AtRealSpeedAndAsFastAsPossible_WritesTheSameBytes()
    {
        var clock = new FakeClock();
        SortedDictionary<string, string> fast = await Walks.FilesAsync(Walks.Source());
        SortedDictionary<string, string> real = await Walks.FilesAsync(new PacedSource(Walks.Source(), clock));
        fast.Count.ShouldBe(10);
        fast["strides.csv"].Length.ShouldBeGreaterThan(2000, "a walk with strides, or this test shows nothing");
        real.ShouldBe(fast);
        clock.Elapsed.TotalSeconds.ShouldBeInRange(25, 40);
    }

    [Theory, InlineData(1), InlineData(7), InlineData(64), InlineData(100_000)]
    public async Task Run_WithAnyBlockSize_WritesTheSameBytes(int blockSamples)
    {
        SortedDictionary<string, string> usual = await Walks.FilesAsync(Walks.Source());
        var source = SimulatedRecordings.SourceOf("walk", "a walk", Walks.Simulated, new WalkRunnerOptions { BlockSamples = blockSamples });
        (await Walks.FilesAsync(source, new WalkRunnerOptions { QueueBlocks = 1 })).ShouldBe(usual);
    }

    [Fact]
    public async Task Run_OfARecordingWrittenAndReadBack_GivesTheSamplesInTheOrderOfTheSimulation()
    {
        using TestFolder folder = new();
        SimulatedRecordings.Write(folder.Path, SimulationPresets.Find("there-and-back")!, Walks.Simulated);
        using RecordingSource source = RecordingSource.Open(folder.Path, new WalkRunnerOptions(), stop: TestContext.Current.CancellationToken);
        List<FootedSample> read = await Walks.SamplesAsync(source), made = await Walks.SamplesAsync(Walks.Source());
        read.Select(s => (s.Foot, s.Sample.Time)).ShouldBe(made.Select(s => (s.Foot, s.Sample.Time)));
        source.Progress.ShouldBe(1);
        source.Walk.ShouldBe(Walks.Source().Walk);
        source.Name.ShouldBe(Path.GetFileName(folder.Path));
    }
}

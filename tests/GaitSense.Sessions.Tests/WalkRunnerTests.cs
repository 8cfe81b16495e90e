using GaitSense.Core;
using GaitSense.Walk;

namespace GaitSense.Sessions.Tests;

public sealed class WalkRunnerTests
{
    [Fact]
    public async Task RunAsync_AWholeWalk_TellsEveryPoseThenTheEnd()
    {
        var seen = new Recorder();
        WalkEnd result = await new WalkRunner(new ListSource(Walks.Rest(2000), 3, 500), [seen], new WalkRunnerOptions()).RunAsync(CancellationToken.None);
        result.Interrupted.ShouldBeFalse();
        result.Failure.ShouldBeNull();
        result.Samples.ShouldBe(2000);
        result.DurationS.ShouldBe(9.99, 1e-9);
        seen.Poses.ShouldBe(2000);
        seen.Ended.ShouldBe(result);
    }

    [Fact]
    public async Task RunAsync_SourceThatFails_ProcessesWhatCameBeforeAndNamesTheFailure()
    {
        var seen = new Recorder();
        var failure = new GaitSenseException("the file ends here");
        WalkEnd result = await new WalkRunner(new ListSource(Walks.Rest(700)) { FailsAtEnd = failure }, [seen], new WalkRunnerOptions()).RunAsync(CancellationToken.None);
        result.Failure.ShouldBeSameAs(failure);
        result.Samples.ShouldBe(700);
        seen.Ended.ShouldBe(result);
    }

    [Fact]
    public async Task RunAsync_SourceWithAFault_ThrowsIt()
    {
        var session = new WalkRunner(new ListSource(Walks.Rest(10)) { FailsAtEnd = new InvalidOperationException("a fault") }, [], new WalkRunnerOptions());
        (await Should.ThrowAsync<InvalidOperationException>(() => session.RunAsync(CancellationToken.None))).Message.ShouldBe("a fault");
    }

    [Fact]
    public async Task RunAsync_ObserverWithAFault_ThrowsItAndStopsTheSource()
    {
        int blocks = 0;
        var source = new ListSource(Walks.Rest(200_000), 10) { BeforeBlock = n => blocks = n };
        var session = new WalkRunner(source, [new Thrower()], new WalkRunnerOptions { QueueBlocks = 2 });
        (await Should.ThrowAsync<InvalidOperationException>(() => session.RunAsync(CancellationToken.None))).Message.ShouldBe("observer");
        blocks.ShouldBeLessThan(20_000 - 1);
    }

    [Fact]
    public async Task RunAsync_Stopped_CompletesWhatWasRead()
    {
        using var stop = new CancellationTokenSource();
        var seen = new Recorder();
        var source = new ListSource(Walks.Rest(100_000), 100) { BeforeBlock = n => { if (n == 5) stop.Cancel(); } };
        WalkEnd result = await new WalkRunner(source, [seen], new WalkRunnerOptions()).RunAsync(stop.Token);
        result.Interrupted.ShouldBeTrue();
        result.Failure.ShouldBeNull();
        result.Samples.ShouldBe(500);
        seen.Poses.ShouldBe(500);
        seen.Ended.ShouldBe(result);
    }

    [Fact]
    public async Task RunAsync_OneFootOnly_ReportsThatFootOnly()
    {
        FootedSample[] samples = [.. Walks.Rest(400).Where(s => s.Foot == Foot.Right)];
        WalkEnd result = await new WalkRunner(new ListSource(samples) { Feet = [Foot.Right], Walk = new WalkPipelineOptions { HasLeft = false } }, [], new WalkRunnerOptions()).RunAsync(CancellationToken.None);
        result.Quality.Select(q => q.Foot).ShouldBe([Foot.Right]);
        result.Samples.ShouldBe(200);
    }

    private sealed class Recorder : IWalkPart
    {
        public int Poses { get; private set; }

        public WalkEnd? Ended { get; private set; }

        public void OnPose(in FootPose pose) => Poses++;

        public void OnEnded(IWalkSource source, WalkEnd end)
        {
            Ended.ShouldBeNull();
            Ended = end;
        }
    }

    private sealed class Thrower : IWalkObserver
    {
        public void OnPose(in FootPose pose) => throw new InvalidOperationException("observer");
    }
}

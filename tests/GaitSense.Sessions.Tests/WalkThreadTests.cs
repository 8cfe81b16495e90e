using GaitSense.Core;
using GaitSense.Walk;

namespace GaitSense.Sessions.Tests;

public sealed class WalkThreadTests
{
    [Fact]
    public async Task RunAsync_AtTheSpeedOfLife_SamplesAreDecidedOnTheWalksThreadAndFilesAreNot()
    {
        var where = new Whereabouts();
        await new WalkRunner(new PacedSource(new ListSource(Walks.Rest(60)), TimeProvider.System), [where], new WalkRunnerOptions()).RunAsync(CancellationToken.None);
        where.Samples.Count.ShouldBe(60);
        where.Samples.ShouldAllBe(onIt => onIt);
        where.EndsOnIt.ShouldBe(false);
    }

    [Fact]
    public async Task Post_BeforeTheStartWhileRunningAndAfterTheEnd_EachRunsOnceInItsOrder()
    {
        List<(int Number, bool IsHere)> ran = [];
        var last = new TaskCompletionSource();
        var thread = new WalkThread();
        thread.Post(() => ran.Add((0, IsHere)));
        thread.Start();
        thread.Post(() =>
        {
            ran.Add((1, IsHere));
            thread.Dispose(); // as the walk itself does, with something behind it that must still run
            thread.Post(() =>
            {
                ran.Add((2, IsHere));
                last.SetResult();
            });
        });
        await last.Task.WaitAsync(TestContext.Current.CancellationToken);
        ran.ShouldBe([(0, true), (1, true), (2, false)]);
    }

    private static bool IsHere => Thread.CurrentThread.Name is "walk";

    private sealed class Whereabouts : IWalkPart
    {
        public List<bool> Samples { get; } = [];

        public bool? EndsOnIt { get; private set; }

        public void OnPose(in FootPose pose) => Samples.Add(IsHere);

        public void OnEnded(IWalkSource source, WalkEnd end) => EndsOnIt = IsHere;
    }
}

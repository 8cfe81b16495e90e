using System.Diagnostics;
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
        var thread = new WalkThread(TimeProvider.System);
        thread.Post(() => ran.Add((0, IsHere)));
        thread.Begin();
        thread.Post(() =>
        {
            ran.Add((1, IsHere));
            thread.End(); // as the walk itself does, with something behind it that must still run
            thread.Post(() =>
            {
                ran.Add((2, IsHere));
                last.SetResult();
            });
        });
        await last.Task.WaitAsync(TestContext.Current.CancellationToken);
        ran.ShouldBe([(0, true), (1, true), (2, false)]);
    }

    [Fact]
    public async Task RunAsync_ManyWalksAtTheSpeedOfLife_ShareAsManyThreadsAsThereAreProcessorsAndEachStaysOnItsOwn()
    {
        WalkThreads threads = new(TimeProvider.System);
        WalkThread[] held = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => threads.Begin())]; // on a slow machine some walks end before others begin
        Whereabouts[] all = [.. Enumerable.Range(0, 50).Select(_ => new Whereabouts())];
        Task<WalkEnd>[] walks = [.. all.Select(w => Task.Run(() => new WalkRunner(new PacedSource(new ListSource(Walks.Rest(60)), TimeProvider.System, threads), [w], new WalkRunnerOptions()).RunAsync(CancellationToken.None)))];
        await Task.WhenAll(walks);
        all.ShouldAllBe(w => w.Samples.Count == 60 && w.Samples.All(onIt => onIt) && w.Threads.Count == 1);
        all.SelectMany(w => w.Threads).Distinct().Count().ShouldBe(Environment.ProcessorCount);
        foreach (WalkThread thread in held) thread.End();
        threads.Walks.ShouldBe(0);
    }

    [Fact]
    public async Task WaitAsync_UntilAnInstant_EndsThenAndNotBeforeAndNothingStaysBehind()
    {
        WalkThread thread = new(TimeProvider.System);
        thread.Begin();
        AsyncSignal signal = new() { Thread = thread };
        await thread.Enter();
        long began = Stopwatch.GetTimestamp();
        signal.Set();
        await signal.WaitAsync(After(began, 20));
        Stopwatch.GetElapsedTime(began).TotalMilliseconds.ShouldBeLessThan(20, "it was set before");
        // A later wait is not woken by what an earlier one was looked at for.
        await signal.WaitAsync(After(began, 60));
        Stopwatch.GetElapsedTime(began).TotalMilliseconds.ShouldBeGreaterThanOrEqualTo(60);
        IsHere.ShouldBeTrue();
        thread.End();
    }

    [Fact]
    public async Task WaitAsync_SetByAnotherThread_EndsAtOnceOnTheWalksThread()
    {
        WalkThread thread = new(TimeProvider.System);
        thread.Begin();
        AsyncSignal signal = new() { Thread = thread };
        await thread.Enter();
        long began = Stopwatch.GetTimestamp();
        ThreadPool.QueueUserWorkItem(_ => signal.Set());
        await signal.WaitAsync(After(began, 60_000));
        Stopwatch.GetElapsedTime(began).TotalSeconds.ShouldBeLessThan(30);
        IsHere.ShouldBeTrue();
        thread.End();
    }

    [Fact]
    public async Task Begin_AfterTheLastWalkHasEnded_TheThreadIsThereAgain()
    {
        WalkThread thread = new(TimeProvider.System);
        for (int walk = 0; walk < 3; walk++)
        {
            thread.Begin();
            await thread.Enter();
            IsHere.ShouldBeTrue();
            thread.End();
            await Task.Run(() => IsHere.ShouldBeFalse(), TestContext.Current.CancellationToken);
        }
    }

    private static long After(long began, double ms) => began + (long)(ms / 1000 * Stopwatch.Frequency);

    private static bool IsHere => Thread.CurrentThread.Name is "walk";

    private sealed class Whereabouts : IWalkPart
    {
        public List<bool> Samples { get; } = [];

        public HashSet<int> Threads { get; } = [];

        public bool? EndsOnIt { get; private set; }

        public void OnPose(in FootPose pose)
        {
            Samples.Add(IsHere);
            Threads.Add(Environment.CurrentManagedThreadId);
        }

        public void OnEnded(IWalkSource source, WalkEnd end) => EndsOnIt = IsHere;
    }
}

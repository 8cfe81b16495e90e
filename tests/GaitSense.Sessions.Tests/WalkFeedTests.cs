using System.Reactive.Linq;
using GaitSense.Core;

namespace GaitSense.Sessions.Tests;

public sealed class WalkFeedTests
{
    [Fact]
    public async Task Feed_EverythingTold_ReachesItsSubscribersInOrderAndCompletes()
    {
        await using var feed = new WalkFeed(1000);
        List<object> seen = [];
        bool completed = false;
        using IDisposable a = feed.Events.Subscribe(e => seen.Add(e.Kind), () => completed = true);
        using IDisposable b = feed.Strides.Subscribe(s => seen.Add(s.Index));
        using IDisposable c = feed.Metrics.Subscribe(m => seen.Add(m.CadenceStepsPerMin!.Value));
        feed.OnEvent(Event(GaitEventKind.TerminalContact));
        feed.OnStride(new Stride { Index = 7 });
        feed.OnMetrics(default(LiveMetrics) with { CadenceStepsPerMin = 110 });
        feed.OnEvent(Event(GaitEventKind.InitialContact));
        await feed.CompleteAsync();
        seen.ShouldBe([GaitEventKind.TerminalContact, 7, 110.0, GaitEventKind.InitialContact]);
        completed.ShouldBeTrue();
        feed.Dropped.ShouldBe(0);
    }

    [Fact]
    public async Task DropOldest_SubscriberThatIsSlow_DropsTheOldestAndCountsAndNeverWaits()
    {
        using var entered = new ManualResetEventSlim();
        using var gate = new ManualResetEventSlim();
        await using var feed = new WalkFeed(4, FeedOverflow.DropOldest);
        List<int> seen = [];
        using IDisposable a = feed.Strides.Subscribe(s =>
        {
            seen.Add(s.Index);
            entered.Set();
            gate.Wait();
        });
        feed.OnStride(new Stride { Index = 0 });
        entered.Wait(TestContext.Current.CancellationToken);
        for (int i = 1; i <= 10; i++) feed.OnStride(new Stride { Index = i }); // returns although nobody reads
        feed.Dropped.ShouldBe(6);
        gate.Set();
        await feed.CompleteAsync();
        seen.ShouldBe([0, 7, 8, 9, 10]);
    }

    [Fact]
    public async Task Wait_SubscriberThatIsSlow_LosesNothing()
    {
        await using var feed = new WalkFeed(1, FeedOverflow.Wait);
        List<int> seen = [];
        using IDisposable a = feed.Strides.Subscribe(s => seen.Add(s.Index));
        for (int i = 0; i < 2000; i++) feed.OnStride(new Stride { Index = i });
        await feed.CompleteAsync();
        seen.ShouldBe(Enumerable.Range(0, 2000));
        feed.Dropped.ShouldBe(0);
    }

    [Theory, InlineData(FeedOverflow.Wait), InlineData(FeedOverflow.DropOldest)]
    public async Task Feed_SubscriberThatThrows_EndsTheFeedNotTheWalk(FeedOverflow overflow)
    {
        await using var feed = new WalkFeed(1, overflow);
        using IDisposable a = feed.Strides.Subscribe(_ => throw new InvalidOperationException("subscriber"), _ => { });
        for (int i = 0; i < 100; i++) feed.OnStride(new Stride { Index = i });
        (await Should.ThrowAsync<InvalidOperationException>(feed.CompleteAsync)).Message.ShouldBe("subscriber");
        feed.OnStride(new Stride { Index = 100 });
        feed.Dropped.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task LatestPose_AfterManyPoses_IsTheNewestOfEachFoot()
    {
        await using var feed = new WalkFeed(1);
        feed.LatestPose(Foot.Left).ShouldBeNull();
        for (int i = 0; i < 1000; i++) feed.OnPose(default(FootPose) with { Foot = Foot.Left, Time = new DeviceTime(i) });
        feed.LatestPose(Foot.Left)!.Value.Time.ShouldBe(new DeviceTime(999));
        feed.LatestPose(Foot.Right).ShouldBeNull();
        feed.Dropped.ShouldBe(0);
    }

    private static GaitEvent Event(GaitEventKind kind) => default(GaitEvent) with { Kind = kind };
}

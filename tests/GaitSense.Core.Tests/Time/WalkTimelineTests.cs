namespace GaitSense.Core.Tests;

/// <summary>How samples get their time in the walk when the alignment changes its mind.</summary>
public sealed class WalkTimelineTests
{
    private static readonly HostTime Zero = new(1_000_000_000);
    private static readonly ClockAssumptions Prompt = new() { MaxAssumedDelayS = 0 };

    [Fact]
    public void FirstSample_IsWhereTheAlignmentHasIt()
    {
        WalkTimeline line = new(Zero.AddSeconds(2), Prompt);
        line.UncertaintyS.ShouldBe(double.PositiveInfinity);
        ClockAlignment clock = Watched();
        line.Follow(At(60), clock);
        line.Map(At(60)).Seconds.ShouldBe(58, 2e-6);
        (line.LagS, line.UncertaintyS).ShouldBe((0.0, clock.UncertaintyS(At(60))));
        line.Map(At(60.01)).Seconds.ShouldBe(58.01, 3e-6);
    }

    // 4 ms of better luck: 0.2 ms are caught up in a second, and what is not yet is part of the uncertainty.
    [Fact]
    public void ChangedAlignment_IsFollowedSlowly()
    {
        WalkTimeline line = Begun(out ClockAlignment clock);
        Arrive(clock, 62, 61.996);
        Samples(line, 60, 61.99);
        line.Follow(At(62), clock);
        line.LagS.ShouldBe(-0.004, 1e-5);
        line.UncertaintyS.ShouldBe(clock.UncertaintyS(At(62)) - line.LagS, 1e-9);
        double before = line.Map(At(62)).Seconds, after = line.Map(At(72)).Seconds;
        before.ShouldBe(62, 1e-5);
        (after - before).ShouldBe(10 * (1 + clock.DriftRatio - 200e-6), 2e-6);
    }

    [Fact]
    public void SmallLag_IsCaughtUpWithinEightSeconds()
    {
        WalkTimeline line = Begun(out ClockAlignment clock);
        Arrive(clock, 62, 61.9992);
        Samples(line, 60, 61.99);
        line.Follow(At(62), clock);
        double before = line.Map(At(62)).Seconds;
        (line.Map(At(72)).Seconds - before).ShouldBe(10 * (1 + clock.DriftRatio + (line.LagS / 8)), 2e-6);
        line.LagS.ShouldBe(-0.0008, 1e-5);
    }

    // A rate that is counted may be off by three percent; the map follows ten times slower than that.
    [Fact]
    public void CountedSamples_AreCaughtUpFaster()
    {
        WalkTimeline line = new(Zero, ClockAssumptions.Counted);
        ClockAlignment clock = Watched();
        line.Follow(At(60), clock);
        Arrive(clock, 62, 61.96);
        Arrive(clock, 62.01, 61.97);
        for (int i = 0; i < 10; i++) Arrive(clock, 62.02, 61.97);
        Samples(line, 60, 61.99);
        line.Follow(At(62), clock);
        line.LagS.ShouldBeLessThan(-0.03);
        double before = line.Map(At(62)).Seconds;
        (line.Map(At(72)).Seconds - before).ShouldBe(10 * (1 + clock.DriftRatio - 0.003), 2e-6);
    }

    [Theory, InlineData(60.4, false), InlineData(60.6, true)]
    public void Alignment_IsAskedEveryHalfSecond(double nextS, bool isAsked)
    {
        WalkTimeline line = Begun(out ClockAlignment clock);
        Arrive(clock, 62, 61.996);
        Samples(line, 60, nextS - 0.01);
        line.Follow(At(nextS), clock);
        (line.LagS < -0.002).ShouldBe(isAsked);
    }

    // Across a gap that the core does not bridge nothing is integrated: the map goes to the alignment at once, there and in a new epoch.
    [Theory, InlineData(0.04, false), InlineData(0.06, true)]
    public void Gap_LetsTheMapJump(double gapS, bool jumps)
    {
        WalkTimeline line = Begun(out ClockAlignment clock);
        Arrive(clock, 62, 61.996);
        Samples(line, 60, 62 - gapS);
        line.Follow(At(62), clock);
        (line.LagS == 0).ShouldBe(jumps);
        line.Map(At(62)).Seconds.ShouldBe(jumps ? 61.996 : 62, 1e-5);
    }

    [Fact]
    public void NewEpoch_LetsTheMapJump()
    {
        WalkTimeline line = Begun(out ClockAlignment clock);
        Samples(line, 60, 60.01);
        clock.Restart();
        Arrive(clock, 60.02, 63);
        line.Follow(At(60.02), clock);
        line.Map(At(60.02)).Seconds.ShouldBe(63, 2e-6);
        line.Map(At(60.03)).Seconds.ShouldBe(63.01, 1e-5);
    }

    [Fact]
    public void TimeInTheWalk_NeverGoesBack()
    {
        WalkTimeline line = Begun(out ClockAlignment clock);
        Samples(line, 60, 60.01);
        clock.Restart();
        Arrive(clock, 60.02, 50);
        line.Follow(At(60.02), clock);
        line.Map(At(60.02)).Microseconds.ShouldBe(60_010_000 + 1);
        line.LagS.ShouldBe(50 - 60.010001, 1e-6);
        line.UncertaintyS.ShouldBeGreaterThan(10);
        line.Map(At(60.02)).Microseconds.ShouldBe(60_010_000 + 2, "two samples never have the same time");
    }

    [Fact]
    public void StampsThatGoBack_LetTheMapFollowAtOnce()
    {
        WalkTimeline line = Begun(out ClockAlignment clock);
        Arrive(clock, 62, 61.996);
        Samples(line, 60, 62);
        line.Follow(At(61.99), clock);
        line.Map(At(61.99)).Microseconds.ShouldBe(62_000_000 + 1);
    }

    [Fact]
    public void WithoutAClock_NothingIsMapped()
    {
        WalkTimeline line = new(Zero, Prompt);
        Should.Throw<InvalidOperationException>(() => line.Map(At(1))).Message.ShouldContain("no clock");
        Should.Throw<ArgumentNullException>(() => line.Follow(At(1), null!));
    }

    private static WalkTimeline Begun(out ClockAlignment clock)
    {
        clock = Watched();
        WalkTimeline line = new(Zero, Prompt);
        line.Follow(At(60), clock);
        return line;
    }

    private static void Samples(WalkTimeline line, double from, double to)
    {
        int samples = (int)Math.Round((to - from) / 0.01);
        for (int i = 0; i <= samples; i++) line.Map(At(from + (0.01 * i)));
    }

    // A minute of packets without any delay.
    private static ClockAlignment Watched()
    {
        ClockAlignment clock = new(Prompt);
        for (int t = 0; t <= 60; t += 2) Arrive(clock, t, t);
        return clock;
    }

    private static void Arrive(ClockAlignment clock, double device, double host) => clock.AddArrival(At(device), Zero.AddSeconds(host));

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);
}

namespace GaitSense.Core.Tests;

/// <summary>The rules of one clock's alignment, each with a handful of arrivals whose answer is known without a computer.</summary>
public sealed class ClockRuleTests
{
    private static readonly ClockAssumptions FewMilliseconds = new() { MinPathDelayS = 0.004 };

    // A third of the smallest delay is taken off the estimate, but never more than half of a small one; what is taken off stays in the uncertainty.
    [Theory, InlineData(0.015, 0.005), InlineData(0.004, 0.002)]
    public void WithoutQuestions_TheFastestPacketsAreTakenToHaveTakenAWhile(double pathS, double takenOffS)
    {
        Clock clock = new(new ClockAssumptions { MinPathDelayS = pathS });
        clock.ArriveEvery(2, 0, 60);
        clock.ToHostS(60).ShouldBe(60 - takenOffS, 1e-6);
        clock.UncertaintyS(60).ShouldBe(pathS - takenOffS + 0.0003, 1e-9);
    }

    [Fact]
    public void OneQuestion_PutsTheOffsetInTheMiddleOfItsWay()
    {
        Clock clock = new();
        clock.Ask(device: 0, asked: 0, arrived: 0.014);
        clock.Alignment.IsTwoSided.ShouldBeTrue();
        clock.ToHostS(0).ShouldBe(0.007, 1e-6);
        clock.UncertaintyS(0).ShouldBe(0.007 + 0.0003 + 0.0002, 1e-9, "half the way, what few points are worth, and what 100 ppm do in a first look of 2 s");
        clock.Ask(device: 1, asked: 1, arrived: 1.010);
        clock.Alignment.Exchanges.ShouldBe(2);
        clock.ToHostS(1).ShouldBe(1.005, 3e-5);
    }

    // While little was seen the rate may be anything that a quartz is; after two minutes it is known to 7 ppm for some seconds, and to what the two bounds leave for longer.
    [Theory, InlineData(1, 0.0002 + 100e-6), InlineData(4, 0.0002 + 400e-6)]
    public void AfterOnePacket_TheRateIsThatOfAnyQuartz(double laterS, double wanderS)
    {
        Clock clock = new();
        clock.Arrive(0, 0);
        clock.UncertaintyS(laterS).ShouldBe(0.0103 + wanderS, 1e-9);
    }

    [Theory, InlineData(0, 0), InlineData(2, 2 * 7e-6), InlineData(4, 4 * 7e-6), InlineData(10, 10 * (7e-6 + (0.004 / 120)))]
    public void AfterTwoMinutes_TheRateIsKnownAsWellAsTheBoundsHoldIt(double laterS, double wanderS)
    {
        Clock clock = new(FewMilliseconds);
        clock.ArriveEvery(2, 0, 120);
        clock.UncertaintyS(120 + laterS).ShouldBe(0.0023 + wanderS, 1e-9);
    }

    [Fact]
    public void AfterTwoMinutes_TimeBeforeTheLastPacketIsNoLessSure()
    {
        Clock clock = new(FewMilliseconds);
        clock.ArriveEvery(2, 0, 120);
        clock.UncertaintyS(50).ShouldBe(0.0023, 1e-9);
    }

    // Both bounds age: the one that is older counts.
    [Fact]
    public void QuestionsLongAgo_LeaveTheRateUnsureSinceThen()
    {
        Clock clock = new(FewMilliseconds);
        clock.Ask(0, -0.002, 0.002);
        clock.ArriveEvery(2, 2, 60, delayS: 0.002);
        // Between the bounds are 4 ms at the end of a minute's look.
        clock.UncertaintyS(60).ShouldBe(0.002 + 0.0003 + (60 * (2e-6 + (0.0006 / 60) + (0.004 / 60))), 2e-6);
    }

    [Theory, InlineData(20, 40e-6, 20e-6), InlineData(20, -40e-6, -20e-6), InlineData(40, 40e-6, 32e-6)]
    public void Drift_FromTwoPackets_IsBelievedTheMoreTheFartherTheyLieApart(double apartS, double drift, double believed)
    {
        Clock clock = new();
        clock.Arrive(0, 0);
        clock.Arrive(apartS, apartS * (1 + drift));
        clock.Alignment.DriftRatio.ShouldBe(believed, 3e-8);
        clock.Alignment.SpanS.ShouldBe(apartS, 1e-9);
    }

    [Fact]
    public void QuestionsBeforeOrAfterTheMiddleOnly_DoNotTiltTheLine()
    {
        Clock first = new(), last = new(), each = new();
        first.Ask(0, 0, 0.010);
        first.Arrive(20, 20.011);
        last.Arrive(0, 0.010);
        last.Ask(20, 20.001, 20.011);
        each.Ask(0, 0, 0.010);
        each.Ask(20, 20.001, 20.011);
        foreach (Clock clock in (Clock[])[first, last, each]) clock.Alignment.DriftRatio.ShouldBe(25e-6, 3e-8);
    }

    // 300 ppm is no quartz: one that is seen to be so is said to be beyond, and the uncertainty covers both.
    [Fact]
    public void ClockBeyondAnyQuartz_IsSaidAndCovered()
    {
        Clock clock = new();
        clock.Arrive(0, 0);
        clock.Arrive(20, 20.006);
        clock.Alignment.IsBeyond.ShouldBeTrue();
        clock.Alignment.DriftRatio.ShouldBe(50e-6, 3e-8, "arrivals alone may have become slower");
        clock.UncertaintyS(20).ShouldBe(0.0103 + 0.005, 1e-6);
        clock.UncertaintyS(20).ShouldBeGreaterThan(clock.UncertaintyS(0));
    }

    [Fact]
    public void ClockBeyondAnyQuartz_WithQuestionsOnBothSides_IsBelieved()
    {
        Clock clock = new();
        clock.Ask(0, 0, 0.002);
        clock.Ask(20, 20.006, 20.008);
        clock.Alignment.IsBeyond.ShouldBeTrue();
        clock.Alignment.DriftRatio.ShouldBe(300e-6, 3e-8);
        clock.Arrive(40, 40.012);
        clock.Alignment.IsBeyond.ShouldBeTrue();
    }

    [Theory, InlineData(20, 20.0035), InlineData(7, 7.006), InlineData(20, 20.0019), InlineData(20, 20.0005)]
    public void ClockThatMayBeAQuartz_OrWasSeenForTooShort_IsNotBeyond(double apartS, double hostS)
    {
        Clock clock = new();
        clock.Arrive(0, 0);
        clock.Arrive(apartS, hostS);
        clock.Alignment.IsBeyond.ShouldBeFalse();
        Clock counted = new(ClockAssumptions.Counted);
        counted.Arrive(0, 0);
        counted.Arrive(20, 20.2);
        counted.Alignment.IsBeyond.ShouldBeFalse("a rate that is counted may be off by three percent");
    }

    [Fact]
    public void Window_IsTheLastTwoMinutes()
    {
        Clock clock = new();
        clock.Ask(0, -0.001, 0);
        clock.ArriveEvery(2, 2, 120);
        clock.Alignment.SpanS.ShouldBe(120, 1e-9);
        clock.Alignment.IsTwoSided.ShouldBeTrue();
        clock.ArriveEvery(2, 122, 200);
        clock.Alignment.SpanS.ShouldBe(126, 1e-9);
        clock.Alignment.IsTwoSided.ShouldBeFalse("an answer of more than two minutes ago bounds nothing");
    }

    [Fact]
    public void Lateness_IsAgainstTheFastestPackets()
    {
        Clock clock = new();
        clock.ArriveEvery(2, 0, 60);
        clock.LatenessS(60, 60.030).ShouldBe(0.030, 1e-6);
        clock.LatenessS(30, 29.999).ShouldBe(-0.001, 1e-6);
    }

    [Fact]
    public void BeforeTheFirstPacket_NothingIsKnown()
    {
        ClockAlignment clock = new(new());
        clock.HasEstimate.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => clock.ToHost(default)).Message.ShouldContain("first arrival");
        Should.Throw<InvalidOperationException>(() => clock.UncertaintyS(default));
        Should.Throw<ArgumentNullException>(() => new ClockAlignment(null!));
        clock.Restart();
        clock.Epoch.ShouldBe(0, "nothing was forgotten");
    }

    [Fact]
    public void Restart_ForgetsAllAndCounts()
    {
        Clock clock = new();
        clock.Ask(0, 0, 0.010);
        clock.Arrive(20, 20.016);
        clock.Alignment.IsBeyond.ShouldBeTrue();
        clock.Alignment.Restart();
        (clock.Alignment.Epoch, clock.Alignment.Exchanges, clock.Alignment.HasEstimate, clock.Alignment.IsTwoSided, clock.Alignment.IsBeyond, clock.Alignment.DriftRatio)
            .ShouldBe((1, 0, false, false, false, 0.0));
        clock.Arrive(5, 905);
        clock.ToHostS(5).ShouldBe(904.995, 1e-6);
    }

    // The same sensor after a break: its rate is still known, and how well depends on how long it was looked at.
    [Theory, InlineData(60, 0.02), InlineData(6, 0.2 / 6)]
    public void RestartKeepingRate_KeepsWhatALongLookTold(double lookS, double wanderS)
    {
        Clock clock = new(ClockAssumptions.Counted);
        for (double t = 0; t <= lookS; t++) clock.Arrive(t, t * 1.01);
        double drift = clock.Alignment.DriftRatio;
        clock.Alignment.RestartKeepingRate();
        clock.Alignment.DriftRatio.ShouldBe(drift);
        clock.Arrive(1000, 5000);
        clock.Alignment.Epoch.ShouldBe(1);
        (clock.ToHostS(1001) - clock.ToHostS(1000)).ShouldBe(1 + drift, 1e-6);
        // 20 ms of luck over the whole look, and 0.2 % for its warmth, over ten seconds.
        clock.UncertaintyS(1010).ShouldBe(0.0103 + 0.0003 + wanderS, 1e-6);
    }

    [Fact]
    public void RestartKeepingRate_AfterAShorterLook_KeepsTheLongerOnes()
    {
        Clock clock = new(ClockAssumptions.Counted);
        for (double t = 0; t <= 60; t++) clock.Arrive(t, t * 1.01);
        double drift = clock.Alignment.DriftRatio;
        drift.ShouldBe(0.01, 0.0005);
        clock.Alignment.RestartKeepingRate();
        for (double t = 100; t <= 104; t++) clock.Arrive(t, 200 + (t * 1.0085));
        clock.Alignment.RestartKeepingRate();
        clock.Alignment.DriftRatio.ShouldBe(drift);
        clock.Alignment.Epoch.ShouldBe(2);
    }

    /// <summary>A clock and a host that both began at 0.</summary>
    private sealed class Clock(ClockAssumptions? assumed = null)
    {
        private static readonly HostTime Zero = new(1_000_000_000);

        public ClockAlignment Alignment { get; } = new(assumed ?? new());

        public void Arrive(double device, double host) => Alignment.AddArrival(DeviceTime.FromSeconds(device), Zero.AddSeconds(host));

        public void ArriveEvery(double stepS, double from, double to, double delayS = 0)
        {
            for (double t = from; t <= to; t += stepS) Arrive(t, t + delayS);
        }

        public void Ask(double device, double asked, double arrived) =>
            Alignment.AddExchange(new ClockExchange(Zero.AddSeconds(asked), DeviceTime.FromSeconds(device), DeviceTime.FromSeconds(device), Zero.AddSeconds(arrived)));

        public double ToHostS(double device) => Alignment.ToHost(DeviceTime.FromSeconds(device)).SecondsSince(Zero);

        public double UncertaintyS(double device) => Alignment.UncertaintyS(DeviceTime.FromSeconds(device));

        public double LatenessS(double device, double host) => Alignment.LatenessS(DeviceTime.FromSeconds(device), Zero.AddSeconds(host));
    }
}

namespace GaitSense.Core.Tests;

/// <summary>Bouts, turns, steps and live metrics: when each begins, ends and counts.</summary>
public sealed class BothFeetRuleTests
{
    [Fact]
    public void Bout_IsFromTheFirstReleaseToTheLastLanding()
    {
        BoutTracker bouts = new();
        bouts.Push(Event(Foot.Left, GaitEventKind.InitialContact, 0.5));
        bouts.CountStride();
        bouts.IsWalking.ShouldBeFalse("a landing begins no walk");
        bouts.Push(Event(Foot.Left, GaitEventKind.TerminalContact, 1));
        bouts.IsWalking.ShouldBeTrue();
        bouts.Push(Event(Foot.Left, GaitEventKind.InitialContact, 1.5));
        bouts.CountStride();
        bouts.Push(Event(Foot.Right, GaitEventKind.TerminalContact, 1.6));
        bouts.Push(Event(Foot.Right, GaitEventKind.InitialContact, 2.1));
        bouts.CountStride();
        bouts.Push(Event(Foot.Left, GaitEventKind.HeelOff, 4));
        bouts.TryEnd(At(5.0), force: false, out _).ShouldBeFalse();
        bouts.TryEnd(At(5.1), force: false, out Bout bout).ShouldBeTrue("three seconds without a contact");
        bout.ShouldBe(new Bout(At(1), At(2.1), 2));
        bouts.TryEnd(At(9), force: false, out _).ShouldBeFalse("once");
    }

    [Fact]
    public void BoutWithoutAStride_IsNone_AndTheEndEndsOne()
    {
        BoutTracker bouts = new();
        bouts.Push(Event(Foot.Left, GaitEventKind.TerminalContact, 1));
        bouts.TryEnd(At(4), force: false, out _).ShouldBeFalse();
        bouts.IsWalking.ShouldBeFalse();
        bouts.Push(Event(Foot.Left, GaitEventKind.TerminalContact, 6));
        bouts.CountStride();
        bouts.TryEnd(At(6.1), force: true, out Bout bout).ShouldBeTrue();
        bout.ShouldBe(new Bout(At(6), At(6), 1));
        bouts.Push(Event(Foot.Left, GaitEventKind.TerminalContact, 7));
        bouts.Reset();
        bouts.IsWalking.ShouldBeFalse();
    }

    // Strides of 15 degrees and more belong to a turn; 45 in all are one.
    [Theory, InlineData(20, 20, 0, null), InlineData(20, 26, 0, 46.0), InlineData(30, 14, 30, null), InlineData(-50, 0, 0, -50.0), InlineData(16, 16, 16, 48.0), InlineData(40, -40, 40, null)]
    public void Turn_IsOfStridesThatTurnTheSameWay(double first, double second, double third, double? turnDeg)
    {
        TurnTracker turns = new(Foot.Right);
        List<Turn> found = [];
        double[] angles = [0, first, second, third, 0];
        for (int i = 0; i < angles.Length; i++)
            if (turns.TryPush(Turning(i, angles[i]), out Turn turn)) found.Add(turn);
        found.Select(t => Math.Round(t.AngleRad * 180 / Math.PI, 9)).ShouldBe(turnDeg is { } deg ? [deg] : []);
        if (turnDeg is null) return;
        (found[0].Foot, found[0].Start).ShouldBe((Foot.Right, At(1)));
        found[0].End.ShouldBe(At(third != 0 ? 3.9 : second != 0 ? 2.9 : 1.9));
    }

    [Fact]
    public void TurnTheOtherWay_BeginsAnother()
    {
        TurnTracker turns = new(Foot.Left);
        turns.TryPush(Turning(0, 50), out _).ShouldBeFalse();
        turns.TryPush(Turning(1, -20), out Turn left).ShouldBeTrue();
        left.AngleRad.ShouldBeGreaterThan(0);
        turns.TryPush(Turning(2, -30), out _).ShouldBeFalse();
        turns.TryEnd(out Turn right).ShouldBeTrue();
        (right.Start, right.End, Math.Round(right.AngleRad * 180 / Math.PI)).ShouldBe((At(1), At(2.9), -50.0));
        turns.TryEnd(out _).ShouldBeFalse();
    }

    // A stride that is rejected has no turn, unless clipping alone rejected it; one without mid-stances turns between its contacts.
    [Theory, InlineData(RejectReason.Gap, false), InlineData(RejectReason.Clipped, true)]
    public void StrideThatIsRejected_TurnsOnlyWhereItShowsTheWay(RejectReason reason, bool turns)
    {
        TurnTracker tracker = new(Foot.Left);
        Stride stride = Turning(0, 60) with { RejectReason = reason, ZeroVelocityStart = null, ZeroVelocityEnd = null };
        tracker.TryPush(in stride, out _);
        tracker.TryEnd(out Turn turn).ShouldBe(turns);
        if (turns) (turn.Start, turn.End).ShouldBe((At(0.2), At(0.7)));
    }

    [Fact]
    public void Step_IsFromTheOtherFootsLanding_WithTheDoubleSupportAfterIt()
    {
        StepAssembler steps = new(0);
        Push(steps, Foot.Left, GaitEventKind.InitialContact, 1).ShouldBeNull();
        Push(steps, Foot.Right, GaitEventKind.MidSwing, 1.3, WalkingDirection.Backward).ShouldBeNull();
        Push(steps, Foot.Right, GaitEventKind.InitialContact, 1.5).ShouldBeNull();
        Push(steps, Foot.Right, GaitEventKind.TerminalContact, 1.55).ShouldBeNull("the foot that landed may leave again: that is no double support");
        Push(steps, Foot.Left, GaitEventKind.TerminalContact, 1.49).ShouldBeNull("a release before the landing is of the step before");
        Step step = Push(steps, Foot.Left, GaitEventKind.TerminalContact, 1.62)!.Value;
        (step.Foot, step.Time, step.Direction, step.KnownAt).ShouldBe((Foot.Right, At(1.5), WalkingDirection.Backward, At(1.62)));
        step.StepTimeS.ShouldBe(0.5, 1e-9);
        step.DoubleSupportS!.Value.ShouldBe(0.12, 1e-9);
        Push(steps, Foot.Left, GaitEventKind.TerminalContact, 1.7).ShouldBeNull();
        Push(steps, Foot.Left, GaitEventKind.InitialContact, 2.0).ShouldBeNull();
        Step open = Push(steps, Foot.Right, GaitEventKind.InitialContact, 2.6)!.Value;
        (open.Foot, open.DoubleSupportS, open.Direction).ShouldBe((Foot.Left, null, WalkingDirection.Unknown));
        steps.TryFlush(At(3), out Step last).ShouldBeTrue();
        (last.Foot, last.KnownAt).ShouldBe((Foot.Right, At(3)));
        steps.TryFlush(At(3), out _).ShouldBeFalse();
    }

    [Fact]
    public void TwoLandingsOfOneFoot_AreNoStep()
    {
        StepAssembler steps = new(0);
        Push(steps, Foot.Left, GaitEventKind.InitialContact, 1);
        Push(steps, Foot.Left, GaitEventKind.InitialContact, 1.5);
        steps.TryFlush(At(2), out _).ShouldBeFalse();
        Push(steps, Foot.Right, GaitEventKind.InitialContact, 1.5);
        steps.TryFlush(At(2), out _).ShouldBeFalse("at once is no step either");
    }

    // 3 s before this walker's steps are known; 1.5 s and two and a half times the usual from then on.
    [Theory, InlineData(0, 2.9, true), InlineData(0, 3.0, false), InlineData(0.5, 1.4, true), InlineData(0.5, 1.6, false), InlineData(1, 2.4, true), InlineData(1, 2.6, false)]
    public void LandingsFarApart_AreAPauseAndNoStep(double usualS, double stepS, bool isStep)
    {
        StepAssembler steps = new(0);
        Push(steps, Foot.Left, GaitEventKind.InitialContact, 1);
        double time = 1;
        Foot foot = Foot.Left;
        if (usualS > 0)
        {
            Push(steps, foot = Foot.Right, GaitEventKind.InitialContact, time += usualS);
            Push(steps, Foot.Left, GaitEventKind.TerminalContact, time + 0.01);
        }

        Push(steps, foot == Foot.Left ? Foot.Right : Foot.Left, GaitEventKind.InitialContact, time + stepS);
        steps.TryFlush(At(9), out _).ShouldBe(isStep);
    }

    [Theory, InlineData(1.4, true), InlineData(1.6, false)]
    public void BothFeetOnTheGroundForLong_IsStanding(double seconds, bool isSupport)
    {
        StepAssembler steps = new(0);
        Push(steps, Foot.Left, GaitEventKind.InitialContact, 1);
        Push(steps, Foot.Right, GaitEventKind.InitialContact, 1.5);
        Push(steps, Foot.Left, GaitEventKind.TerminalContact, 1.5 + seconds)!.Value.DoubleSupportS.HasValue.ShouldBe(isSupport);
        // A walker whose own is 0.2 s stands from 0.75 s on.
        StepAssembler brisk = new(0);
        Push(brisk, Foot.Left, GaitEventKind.InitialContact, 1);
        Push(brisk, Foot.Right, GaitEventKind.InitialContact, 1.5);
        Push(brisk, Foot.Left, GaitEventKind.TerminalContact, 1.7);
        Push(brisk, Foot.Left, GaitEventKind.InitialContact, 2.1);
        Push(brisk, Foot.Right, GaitEventKind.TerminalContact, 2.1 + (0.5 * seconds))!.Value.DoubleSupportS.HasValue.ShouldBe(isSupport);
    }

    [Fact]
    public void ClocksOfTheSteps_HaveAMeanUncertainty()
    {
        StepAssembler steps = new(0.003);
        steps.MeanClockUncertaintyS.ShouldBe(0.003);
        Push(steps, Foot.Left, GaitEventKind.InitialContact, 1);
        Push(steps, Foot.Right, GaitEventKind.InitialContact, 1.5);
        steps.SetClockUncertainty(0.004);
        Push(steps, Foot.Left, GaitEventKind.InitialContact, 2);
        steps.MeanClockUncertaintyS.ShouldBe(Math.Sqrt((9 + 16) / 2.0) / 1000, 1e-12);
        steps.ClockUncertaintyS.ShouldBe(0.004);
        steps.Reset();
        steps.ClockUncertaintyS.ShouldBe(0.003);
    }

    // Two minutes' steps: 120 over the mean of both feet's stride times.
    [Fact]
    public void LiveMetrics_AreMeansOfSteadyStrides()
    {
        LiveMeter meter = new();
        meter.Read(At(1), isWalking: false).CadenceStepsPerMin.ShouldBeNull();
        meter.Push(Steady(Foot.Left, 1.0, 1.2));
        meter.Read(At(1), isWalking: true).CadenceStepsPerMin!.Value.ShouldBe(100, 1e-9);
        meter.Push(Steady(Foot.Right, 1.1, 1.0));
        meter.Push(Steady(Foot.Left, 1.2, 1.2) with { RejectReason = RejectReason.Gap });
        meter.Push(Steady(Foot.Left, 1.2, 1.2) with { TurnRad = 0.36 });
        meter.Push(Steady(Foot.Left, 1.2, 1.2) with { Confidence = 0.49 });
        meter.Push(Steady(Foot.Left, 1.2, 1.2) with { Direction = WalkingDirection.Left });
        LiveMetrics live = meter.Read(At(2), isWalking: true);
        live.CadenceStepsPerMin!.Value.ShouldBe(120 / 1.1, 1e-9);
        live.SpeedMps!.Value.ShouldBe(0.5 * ((1.0 / 1.2) + 1.1), 1e-9);
        (live.LeftLengthM, live.RightLengthM, live.StridesPerFoot, live.Direction).ShouldBe((1.0, 1.1, 1, WalkingDirection.Forward));
        meter.Pause();
        live = meter.Read(At(3), isWalking: false);
        (live.CadenceStepsPerMin, live.SpeedMps, live.StridesPerFoot, live.Direction).ShouldBe((null, null, 0, WalkingDirection.Unknown));
        meter.Push(Steady(Foot.Left, 1, 1));
        meter.Read(At(4), isWalking: true).Direction.ShouldBe(WalkingDirection.Forward);
    }

    [Fact]
    public void StepAndSwingSymmetry_NeedTenOfEachFoot_AndForgetOlderOnes()
    {
        LiveMeter meter = new();
        for (int i = 0; i < 25; i++)
        {
            double early = i < 12 ? 1 : 0;
            meter.Push(Steady(Foot.Left, 1, 1) with { TerminalContact = At(0.6), End = At(1) });
            meter.Push(Steady(Foot.Right, 1, 1) with { TerminalContact = At(0.5), End = At(1) });
            meter.Push(new Step(Foot.Left, default, 0.5 + early, 0, null, default, WalkingDirection.Forward));
            meter.Push(new Step(Foot.Right, default, 0.6, 0, null, default, WalkingDirection.Forward));
            meter.Read(default, true).StepTimeSymmetryPercent.HasValue.ShouldBe(i >= 9);
        }

        LiveMetrics live = meter.Read(default, true);
        live.StepTimeSymmetryPercent!.Value.ShouldBe(100 * 0.1 / 0.55, 1e-9);
        live.SwingTimeSymmetryPercent!.Value.ShouldBe(100 * 0.1 / 0.45, 1e-6);
    }

    // A walk with one foot: nothing waits for the other.
    [Theory, InlineData(true, false), InlineData(false, true)]
    public void WalkOfOneFoot_WaitsForNoOther(bool hasLeft, bool hasRight)
    {
        Told told = new();
        BilateralStage stage = new(new WalkPipelineOptions { HasLeft = hasLeft, HasRight = hasRight }, told);
        Foot foot = hasLeft ? Foot.Left : Foot.Right;
        stage.Add(Event(foot, GaitEventKind.TerminalContact, 1));
        stage.Add(new Stride { Foot = foot, KnownAt = At(2) });
        stage.Advance(foot, At(1.5));
        told.Metrics.ShouldBe(0);
        stage.Advance(foot, At(2));
        told.Metrics.ShouldBe(1);
        stage.Advance(foot, At(4.1));
        told.Bouts.ShouldBe([new Bout(At(1), At(1), 1)]);
        told.Metrics.ShouldBe(2, "that walking has ended is news");
    }

    [Fact]
    public void BothFeet_AreTakenInTheOrderOfTime_AsFarAsBothHaveCome()
    {
        Told told = new();
        BilateralStage stage = new(new WalkPipelineOptions(), told);
        stage.Add(Event(Foot.Left, GaitEventKind.InitialContact, 1));
        stage.Add(Event(Foot.Left, GaitEventKind.TerminalContact, 1.6));
        stage.Advance(Foot.Left, At(2));
        stage.Advance(Foot.Right, At(1.4));
        stage.Add(Event(Foot.Right, GaitEventKind.InitialContact, 1.5));
        stage.Advance(Foot.Right, At(1.55));
        told.Steps.ShouldBeEmpty();
        stage.Advance(Foot.Right, At(1.6));
        told.Steps.ShouldHaveSingleItem().DoubleSupportS!.Value.ShouldBe(0.1, 1e-9);
        stage.Complete();
        told.IsComplete.ShouldBeTrue();
    }

    [Fact]
    public void End_TellsWhatIsOpen()
    {
        Told told = new();
        BilateralStage stage = new(new WalkPipelineOptions(), told);
        stage.SetClockUncertainty(0.002);
        told.ClockUncertaintyS.ShouldBe(0.002);
        stage.Add(Event(Foot.Left, GaitEventKind.TerminalContact, 0.5));
        stage.Add(Event(Foot.Left, GaitEventKind.InitialContact, 1));
        stage.Add(Event(Foot.Right, GaitEventKind.InitialContact, 1.5));
        foreach (Foot foot in BothFeet.InOrder) stage.Add(Turning(1, foot == Foot.Left ? 50 : -60) with { Foot = foot, KnownAt = At(2) });
        stage.Advance(Foot.Left, At(2.5));
        told.Turns.ShouldBeEmpty();
        stage.Complete();
        told.Turns.Select(t => (t.Foot, Math.Round(t.AngleRad * 180 / Math.PI))).ShouldBe([(Foot.Left, 50.0), (Foot.Right, -60.0)]);
        told.Steps.ShouldHaveSingleItem().KnownAt.ShouldBe(At(2.5), "the latest time of either foot");
        told.Bouts.ShouldBe([new Bout(At(0.5), At(1.5), 2)]);
    }

    [Fact]
    public void WithoutASharedClock_ThereAreNoSteps()
    {
        Told told = new();
        BilateralStage stage = new(new WalkPipelineOptions { SharedClock = false }, told);
        stage.Add(Event(Foot.Left, GaitEventKind.InitialContact, 1));
        stage.Add(Event(Foot.Right, GaitEventKind.InitialContact, 1.5));
        stage.Complete();
        told.Steps.ShouldBeEmpty();
    }

    // More than 32 events of a foot whose other one says nothing: nothing is lost.
    [Fact]
    public void MoreThanTheQueueHolds_IsTakenBeforeItsTime()
    {
        Told told = new();
        BilateralStage stage = new(new WalkPipelineOptions(), told);
        for (int i = 0; i < 40; i++) stage.Add(new Stride { Foot = Foot.Left, KnownAt = At(i * 0.01) });
        told.Metrics.ShouldBe(8);
        stage.Complete();
        told.Metrics.ShouldBe(40);
    }

    private static Step? Push(StepAssembler steps, Foot foot, GaitEventKind kind, double time, WalkingDirection direction = WalkingDirection.Forward) =>
        steps.TryPush(Event(foot, kind, time) with { Direction = direction }, out Step step) ? step : null;

    private static GaitEvent Event(Foot foot, GaitEventKind kind, double time) => new(foot, kind, At(time), At(time), WalkingDirection.Forward, 0.9, null);

    private static Stride Turning(int n, double deg) => new()
    {
        ZeroVelocityStart = At(n),
        TerminalContact = At(n + 0.2),
        End = At(n + 0.7),
        ZeroVelocityEnd = At(n + 0.9),
        LengthM = 1,
        TurnRad = deg * Math.PI / 180,
    };

    private static Stride Steady(Foot foot, double lengthM, double strideS) => new()
    {
        Foot = foot,
        Start = At(0),
        TerminalContact = At(0.6 * strideS),
        End = At(strideS),
        LengthM = lengthM,
        TurnRad = 0.1,
        Confidence = 0.9,
        Direction = WalkingDirection.Forward,
    };

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);

    private sealed class Told : IWalkObserver
    {
        public int Metrics { get; private set; }

        public bool IsComplete { get; private set; }

        public double ClockUncertaintyS { get; private set; }

        public List<Bout> Bouts { get; } = [];

        public List<Turn> Turns { get; } = [];

        public List<Step> Steps { get; } = [];

        public void OnMetrics(in LiveMetrics metrics) => Metrics++;

        public void OnBout(in Bout bout) => Bouts.Add(bout);

        public void OnTurn(in Turn turn) => Turns.Add(turn);

        public void OnStep(in Step step) => Steps.Add(step);

        public void OnClockUncertainty(double seconds) => ClockUncertaintyS = seconds;

        public void OnCompleted() => IsComplete = true;
    }
}

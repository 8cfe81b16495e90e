namespace GaitSense.Core.Tests;

/// <summary>One foot from samples to strides: a step drawn by hand, and what is told of it when.</summary>
public sealed class FootPipelineTests
{
    private static readonly FootPipelineOptions Declared = new() { Mounting = MountingAxes.Identity };
    private static readonly ImuSample[] Forward = [.. PlainFoot.Walk(3)], Backward = [.. PlainFoot.Walk(3, -0.8)];

    [Fact]
    public void EachStep_HasItsFiveEventsInOrder_AndItsStride()
    {
        Told told = Walked(Forward, Declared);
        GaitEventKind[] step = [GaitEventKind.HeelOff, GaitEventKind.TerminalContact, GaitEventKind.MidSwing, GaitEventKind.InitialContact, GaitEventKind.FootFlat];
        told.Settled.Where(e => e.Time.Seconds > 1).Select(e => e.Kind).ShouldBe([.. step, .. step, .. step]);
        told.Settled.Where(e => e.Time.Seconds > 1).ShouldAllBe(e => e.Direction == WalkingDirection.Forward && e.DirectionKnownAt >= e.DetectedAt && e.Foot == Foot.Left);
        told.Events.Count.ShouldBe(told.Settled.Count);
        told.Strides.Select(s => s.Index).ShouldBe([0, 1, 2]);
        told.Strides.ShouldAllBe(s => s.IsValid && s.Direction == WalkingDirection.Forward && s.EarlyDirection == WalkingDirection.Forward && s.Revision == DirectionRevision.None);
        foreach (Stride s in told.Strides)
        {
            s.LengthM!.Value.ShouldBe(1.2, 0.06);
            s.ClearanceM!.Value.ShouldBe(0.15, 0.03);
            s.TurnRad!.Value.ShouldBe(0, 0.02);
            s.ToeOutRad!.Value.ShouldBe(0, 0.02);
            s.AngleAtTerminalContactRad!.Value.ShouldBeInRange(-1.1, -0.7);
            s.AngleAtInitialContactRad!.Value.ShouldBeInRange(0.1, 0.35);
            s.Confidence.ShouldBeGreaterThan(0.8);
        }

        told.Strides.Select(s => s.Start.HasValue).ShouldBe([false, true, true]);
        told.Strides.Skip(1).ShouldAllBe(s => Math.Abs(s.StrideTimeS!.Value - 1.5) < 0.02 && s.FootFlat.HasValue && s.HeelOff.HasValue);
    }

    [Fact]
    public void WalkBackward_IsSaid_AndTheToeLandsFirst()
    {
        Told told = Walked(Backward, Declared);
        told.Strides.Count.ShouldBe(3);
        told.Strides.ShouldAllBe(s => s.Direction == WalkingDirection.Backward && Math.Abs(s.LengthM!.Value - 0.8) < 0.06 && s.AngleAtInitialContactRad < 0);
    }

    // One pose for each sample; the foot is flat while it stands, pushes off while its heel rises, swings, and loads when it has landed.
    [Fact]
    public void Poses_FollowTheFoot()
    {
        Told told = Walked(Forward, Declared);
        told.Poses.Count.ShouldBe(Forward.Length);
        told.Poses.Zip(Forward).ShouldAllBe(p => p.First.Time == p.Second.Time && p.First.Foot == Foot.Left);
        Pose(1.5).Phase.ShouldBe(FootPhase.FootFlat);
        Pose(1.87).Phase.ShouldBe(FootPhase.PushOff);
        Pose(2.2).Phase.ShouldBe(FootPhase.Swing);
        told.Poses.Any(p => p.Phase == FootPhase.Stance && p.Time.Seconds is > 2.3 and < 2.6).ShouldBeTrue();
        Pose(3).Phase.ShouldBe(FootPhase.FootFlat);
        Pose(3).PositionM.X.ShouldBe(1.2, 0.06);
        Pose(2.12).VelocityMps.X.ShouldBeGreaterThan(3);
        // Toe up is positive: down as the heel rises, up before the landing.
        Pose(2.0).PitchRad.ShouldBe(-1, 0.1);
        Pose(2.34).PitchRad.ShouldBe(0.3, 0.1);
        Pose(3).HeadingRad.ShouldBe(0, 0.02);

        FootPose Pose(double time) => told.Poses[(int)Math.Round(time / PlainFoot.PeriodS)];
    }

    // Mid-swing is told while the foot is in the air, at its greatest speed, with what the swing is called by then.
    [Fact]
    public void MidSwing_IsWhereTheFootIsFastest()
    {
        Told told = Walked(Forward, Declared);
        GaitEvent[] middles = [.. told.Events.Where(e => e.Kind == GaitEventKind.MidSwing)];
        middles.Length.ShouldBe(3);
        for (int i = 0; i < 3; i++)
        {
            middles[i].Time.Seconds.ShouldBe(1 + (1.5 * i) + 1.125, 0.03);
            middles[i].DetectedAt.SecondsSince(middles[i].Time).ShouldBeInRange(0.01, 0.1);
            (middles[i].Direction, middles[i].DirectionKnownAt, middles[i].Confidence).ShouldBe((WalkingDirection.Forward, middles[i].DetectedAt, 0.8));
        }
    }

    [Fact]
    public void Path_HasAPointForEachStride()
    {
        Told told = Walked(Forward, Declared);
        told.Path.Select(p => Math.Round(p.PositionM.X, 1)).ShouldBe([1.2, 2.4, 3.6]);
        told.Path.Select(p => p.Time).ShouldBe(told.Strides.Select(s => s.ZeroVelocityEnd!.Value));
    }

    [Fact]
    public void DeclaredMounting_IsToldAtOnce()
    {
        Told told = Walked(Forward, Declared);
        MountingEstimate mounting = told.Mountings.ShouldHaveSingleItem();
        (mounting.Time, mounting.IsDeclared, mounting.ForwardConfidence).ShouldBe((At(0), true, 1.0));
    }

    // Not declared, it is learned: what was held back is told then, with the sign that was learned.
    [Fact]
    public void UndeclaredMounting_IsToldWhenForwardIsKnown()
    {
        Told told = Walked([.. PlainFoot.Walk(6)], new FootPipelineOptions());
        MountingEstimate mounting = told.Mountings.ShouldHaveSingleItem();
        mounting.IsDeclared.ShouldBeFalse();
        mounting.ForwardConfidence.ShouldBeGreaterThanOrEqualTo(0.9);
        (mounting.Axes.Forward - new Vector3D(1, 0, 0)).Length.ShouldBeLessThan(0.05);
        told.Strides.Count.ShouldBe(6);
        told.Strides.ShouldAllBe(s => s.Direction == WalkingDirection.Forward && s.ToeOutRad == null && s.AngleAtInitialContactRad > 0);
        told.Strides[0].KnownAt.ShouldBeGreaterThanOrEqualTo(mounting.Time);
        told.Strides[0].Revision.ShouldBe(DirectionRevision.ForwardLearned);
    }

    [Fact]
    public void CalibrationWalk_TellsForwardAfterItsStrides()
    {
        Told told = Walked([.. PlainFoot.Walk(3, -0.8)], new FootPipelineOptions { CalibrationWalkS = 4.2 });
        // Declared to go forward for two of its strides: what is drawn backward is forward here, the toe at the other end.
        told.Strides.ShouldAllBe(s => s.Direction == WalkingDirection.Forward);
        (told.Mountings.Single().Axes.Forward - new Vector3D(-1, 0, 0)).Length.ShouldBeLessThan(0.05);
    }

    // 30 ms without samples are bridged; 0.2 s are a gap, which costs the stride it lies in, its stance before included, though the foot stands on after it.
    [Theory, InlineData(2.15, 0.03, true, RejectReason.None), InlineData(2.10, 0.20, false, RejectReason.Gap), InlineData(1.3, 0.20, false, RejectReason.Gap)]
    public void MissingSamples_AreTold_AndCostTheStrideTheyLieIn(double from, double seconds, bool isBridged, RejectReason reason)
    {
        Told told = Walked([.. Forward.Where(s => s.Time.Seconds < from || s.Time.Seconds >= from + seconds - 0.001)], Declared);
        Gap gap = told.Gaps.ShouldHaveSingleItem();
        (gap.Foot, gap.Bridged).ShouldBe((Foot.Left, isBridged));
        gap.Start.Seconds.ShouldBe(from - 0.01, 0.0101);
        gap.End.SecondsSince(gap.Start).ShouldBe(seconds + 0.01, 0.0101);
        told.Strides[0].RejectReason.ShouldBe(reason);
        told.Strides[^1].IsValid.ShouldBeTrue();
        if (isBridged) told.Strides[0].LengthM!.Value.ShouldBe(1.2, 0.15);
    }

    [Fact]
    public void UnsureTimes_CostTheStridesTheyTouch()
    {
        Told told = new();
        FootPipeline pipeline = new(Foot.Left, Declared, told);
        pipeline.MarkUnsure(new UnsureTime(Foot.Left, At(3.5), At(3.6)));
        foreach (ImuSample sample in Forward) pipeline.Push(in sample);
        pipeline.Complete();
        told.Strides.Select(s => s.RejectReason).ShouldBe([RejectReason.None, RejectReason.UnsureTime, RejectReason.None]);
    }

    // The recording ends before the last stride has come to rest: it is measured with the best instant there was.
    [Fact]
    public void End_CompletesTheStrideThatWaits()
    {
        ImuSample[] cut = [.. Forward.Where(s => s.Time.Seconds < 5.49)];
        Told told = Walked(cut, Declared, complete: false);
        told.Strides.Count.ShouldBe(2);
        Walked(cut, Declared).Strides.Count.ShouldBe(3);
    }

    // Early guesses: each is confirmed by its event.
    [Fact]
    public void Guesses_OfAPlainStep_AreConfirmed()
    {
        Told told = Walked(Forward, Declared);
        told.Guesses.Count(g => g.Kept == true).ShouldBeGreaterThanOrEqualTo(3);
        told.Guesses.Count(g => g.Kept is null).ShouldBe(told.Guesses.Count(g => g.Kept is not null));
    }

    [Fact]
    public void Quality_CountsTheSamples_AndResetForgetsThem()
    {
        Told told = new(), again = new();
        FootPipeline pipeline = new(Foot.Right, Declared, told);
        foreach (ImuSample sample in Forward) pipeline.Push(in sample);
        (pipeline.Foot, pipeline.Quality.Samples, pipeline.Quality.Gaps).ShouldBe((Foot.Right, Forward.Length, 0));
        pipeline.Quality.RateHz.ShouldBe(100, 0.01);
        pipeline.Quality.RestAccelMps2.ShouldBe(ErrorStateFilter.GravityMps2, 0.3, "so soon after a swing a rest still has some of it");
        pipeline.Quality.Health.Swings.ShouldBeGreaterThan(0);
        FootSnapshot snapshot = pipeline.TakeSnapshot();
        pipeline.Reset();
        (pipeline.Quality.Samples, pipeline.Quality.Health.Swings).ShouldBe((0, 0));
        pipeline.Restore(snapshot);
        pipeline.Quality.Samples.ShouldBe(Forward.Length);
        pipeline.Complete();
        FootPipeline fresh = new(Foot.Right, Declared, again);
        pipeline.Reset();
        int before = told.Strides.Count;
        foreach (ImuSample sample in Forward)
        {
            pipeline.Push(in sample);
            fresh.Push(in sample);
        }

        told.Strides.Skip(before).ShouldBe(again.Strides);
        Should.Throw<ArgumentNullException>(() => pipeline.Restore(null!));
        Should.Throw<ArgumentNullException>(() => new FootPipeline(Foot.Left, null!, told));
        Should.Throw<ArgumentNullException>(() => new FootPipeline(Foot.Left, Declared, null!));
        Should.Throw<ArgumentException>(() => new FootPipeline(Foot.Left, new FootPipelineOptions { SensorHeightM = 1 }, told));
    }

    [Fact]
    public void SensorThatSlips_IsToldOfAndCostsTheStride()
    {
        // Turned on the shoe by 20 degrees about the left axis from 4.2 s on.
        (double sin, double cos) = Math.SinCos(20 * Math.PI / 180);
        ImuSample[] slipped = [.. PlainFoot.Walk(7).Select(s => s.Time.Seconds < 4.2 ? s : s with { AccelMps2 = new((s.AccelMps2.X * cos) - (s.AccelMps2.Z * sin), 0, (s.AccelMps2.X * sin) + (s.AccelMps2.Z * cos)) })];
        Told told = Walked(slipped, Declared);
        told.Mountings.Count.ShouldBe(2);
        told.Strides.Count(s => s.RejectReason == RejectReason.MountingSlip).ShouldBeInRange(1, 2);
    }

    private static Told Walked(ImuSample[] samples, FootPipelineOptions options, bool complete = true)
    {
        Told told = new();
        FootPipeline pipeline = new(Foot.Left, options, told);
        foreach (ImuSample sample in samples) pipeline.Push(in sample);
        if (complete) pipeline.Complete();
        return told;
    }

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);

    private sealed class Told : IWalkObserver
    {
        public List<GaitEvent> Events { get; } = [];

        public List<GaitEvent> Settled { get; } = [];

        public List<Stride> Strides { get; } = [];

        public List<FootPose> Poses { get; } = [];

        public List<PathPoint> Path { get; } = [];

        public List<Gap> Gaps { get; } = [];

        public List<MountingEstimate> Mountings { get; } = [];

        public List<ProvisionalEvent> Guesses { get; } = [];

        public void OnEvent(in GaitEvent e) => Events.Add(e);

        public void OnEventSettled(in GaitEvent e) => Settled.Add(e);

        public void OnStride(in Stride stride) => Strides.Add(stride);

        public void OnPose(in FootPose pose) => Poses.Add(pose);

        public void OnPathPoint(in PathPoint point) => Path.Add(point);

        public void OnGap(in Gap gap) => Gaps.Add(gap);

        public void OnMounting(in MountingEstimate mounting) => Mountings.Add(mounting);

        public void OnProvisional(in ProvisionalEvent e) => Guesses.Add(e);
    }
}

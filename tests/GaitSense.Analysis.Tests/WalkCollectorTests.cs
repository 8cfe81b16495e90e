using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Tests;

public sealed class WalkCollectorTests
{
    private const WalkingDirection Forward = WalkingDirection.Forward;

    [Fact]
    public void OnPose_KnownSwing_GivesItsHeightAndAngleCurves()
    {
        WalkRecord walk = new FakeWalk { NoiseM = 0 }.Play((Forward, 12), (WalkingDirection.Backward, 5));
        MeanCurve height = walk.Curves.Single(c => c is { Foot: Foot.Left, Kind: CurveKind.Height, Direction: Forward });
        MeanCurve angle = walk.Curves.Single(c => c is { Foot: Foot.Left, Kind: CurveKind.FootAngle, Direction: Forward });
        MeanCurve back = walk.Curves.Single(c => c is { Foot: Foot.Right, Kind: CurveKind.FootAngle, Direction: WalkingDirection.Backward });

        // The window is 1.1 s long and the swing lies at 0.36 to 0.80 s of it: its top at 52.7 %.
        height.N.ShouldBe(12);
        height.Mean.Max().ShouldBe(0.12, 0.002);
        height.Mean.ToList().IndexOf(height.Mean.Max()).ShouldBeInRange(51, 54);
        height.TerminalContactPercent.ShouldBe(100 * 0.36 / 1.1, 0.1);
        height.InitialContactPercent.ShouldBe(100 * 0.80 / 1.1, 0.1);
        angle.N.ShouldBe(11, "the first stride has no opening contact");
        angle.TerminalContactPercent.ShouldBe(60, 0.1);
        angle.Mean[60].ShouldBe(-0.9, 0.01);
        angle.Mean[100].ShouldBe(0.35, 0.02);
        back.N.ShouldBe(4);
        back.Mean[60].ShouldBe(0.9, 0.01);
    }

    [Fact]
    public void OnPose_DriftOnAStair_IsTakenOutOfTheHeightCurve()
    {
        // Still to 0.2 s, a swing of 1 m up a stair of 0.16 m to 0.7 s with 0.04 m of drift, then still while the filter takes the drift back.
        WalkCollector collector = new();
        for (int ms = 0; ms <= 1100; ms += 10)
        {
            double swing = Math.Clamp((ms - 200) / 500.0, 0, 1), takenBack = Math.Clamp((ms - 700) / 200.0, 0, 1);
            Vector3D position = new(swing, 0, (0.16 * swing) + (0.1 * Math.Sin(Math.PI * swing)) - (0.04 * swing * (1 - takenBack)));
            collector.OnPose(new FootPose(Foot.Left, new(ms * 1000), position, default, 0, 0, ms is > 200 and <= 700 ? FootPhase.Swing : FootPhase.FootFlat));
        }

        collector.OnStride(new Stride
        {
            Foot = Foot.Left,
            TerminalContact = new(200_000),
            End = new(690_000),
            ZeroVelocityStart = new(100_000),
            ZeroVelocityEnd = new(1_100_000),
            LengthM = 1,
            Direction = Forward,
            Confidence = 1,
        });
        MeanCurve height = collector.ToRecord(new WalkContext { Recording = "x" }).Curves.Single();

        height.Mean.Max().ShouldBe(0.1, 0.003);
        height.Mean.Min().ShouldBeGreaterThan(-0.005);
        height.Mean.Skip(61).ShouldAllBe(h => h == 0);
    }

    [Fact]
    public void OnStride_BeforeItsLastPose_WaitsForIt()
    {
        // The core may complete a stride before the pose of the same sample reaches the observer.
        WalkCollector collector = new();
        for (int i = 0; i < 100; i++) collector.OnPose(Pose(i * 10_000));
        collector.OnStride(new Stride
        {
            Foot = Foot.Left,
            Start = new(100_000),
            TerminalContact = new(500_000),
            End = new(900_000),
            ZeroVelocityStart = new(200_000),
            ZeroVelocityEnd = new(1_000_000),
            LengthM = 1,
            Direction = Forward,
            Confidence = 1,
        });
        collector.ToRecord(new WalkContext { Recording = "x" }).Curves.ShouldBeEmpty();
        collector.OnPose(Pose(1_000_000));

        collector.ToRecord(new WalkContext { Recording = "x" }).Curves.Count.ShouldBe(2);

        static FootPose Pose(long us) => new(Foot.Left, new(us), default, default, 0, 0, FootPhase.Swing);
    }

    [Fact]
    public void OnPose_ManySamples_AllocatesNothing()
    {
        WalkCollector collector = new();
        Push(collector, 0, 20_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Push(collector, 20_000, 40_000);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        static void Push(WalkCollector collector, int from, int to)
        {
            for (int i = from; i < to; i++)
                collector.OnPose(new FootPose((Foot)(i & 1), new(i * 2_500L), default, default, 0.1, 0, FootPhase.Swing));
        }
    }
}

using GaitSense.Simulation;
using GaitSense.Simulation.Presets;

namespace GaitSense.Core.Tests;

/// <summary>How a sensor sits on its foot: learned, declared, slipped.</summary>
public sealed class MountingTests
{
    private static readonly ImuSample[] Left = SimulatedSamples.Left;

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6)]
    public void Learned_WithAnyRotation_IsTheTrueOne(int seed)
    {
        (Vector3D X, Vector3D Y, Vector3D Z) turn = RandomAxes((ulong)seed);
        Walked walked = LeftOnly(Turned(Left, turn, 0), new FootPipelineOptions());
        MountingEstimate learned = walked.Mountings[^1];
        learned.IsDeclared.ShouldBeFalse();
        learned.Axes.IsRotation().ShouldBeTrue();
        AngleDeg(learned.Axes.Up, turn.Z).ShouldBeLessThan(6);
        AngleDeg(learned.Axes.Forward, turn.X).ShouldBeLessThan(9);
        WalkingDirection[] directions = [.. walked.ValidOf(Foot.Left).Select(s => s.Direction)];
        directions.ShouldBe(LeftOnly(Left, new FootPipelineOptions { Mounting = MountingAxes.Identity }).ValidOf(Foot.Left).Select(s => s.Direction));
    }

    [Theory, InlineData(0), InlineData(1), InlineData(2)]
    public void Slip_OfFortyDegrees_RecoversWithinAFewStrides(int axis)
    {
        (double s, double c) = Math.SinCos(40 * Math.PI / 180);
        (Vector3D X, Vector3D Y, Vector3D Z) slip = axis switch
        {
            0 => (new(1, 0, 0), new(0, c, s), new(0, -s, c)),
            1 => (new(c, 0, -s), new(0, 1, 0), new(s, 0, c)),
            _ => (new(c, s, 0), new(-s, c, 0), new(0, 0, 1)),
        };
        Walked clean = LeftOnly(Left, new FootPipelineOptions { Mounting = MountingAxes.Identity });
        Walked walked = LeftOnly(Turned(Left, slip, 800), new FootPipelineOptions { Mounting = MountingAxes.Identity });
        Stride[] after = [.. walked.ValidOf(Foot.Left).Where(x => x.TerminalContact.Seconds > 14)];
        Stride[] expected = [.. clean.ValidOf(Foot.Left).Where(x => x.TerminalContact.Seconds > 14)];
        after.Length.ShouldBeGreaterThanOrEqualTo(expected.Length);
        foreach (Stride found in after)
        {
            Stride same = clean.ValidOf(Foot.Left).MinBy(x => Math.Abs(x.End.SecondsSince(found.End)));
            found.Direction.ShouldBe(same.Direction, $"at {found.End.Seconds} s");
            found.LengthM!.Value.ShouldBe(same.LengthM!.Value, 0.1, $"at {found.End.Seconds} s");
        }
    }

    [Fact]
    public void CalibrationWalk_OfAnUnknownMounting_SettlesForwardEarlier()
    {
        // A shuffling foot tells little of its forward by itself.
        ImuSample[] shuffle = WalkedPresets.RecordingOf("ms-shuffle").SamplesOf(Foot.Left).ToArray();
        Stride[] without = LeftOnly(shuffle, new FootPipelineOptions()).ValidOf(Foot.Left);
        Stride[] with = LeftOnly(shuffle, new FootPipelineOptions { CalibrationWalkS = 10 }).ValidOf(Foot.Left);
        with.Select(s => s.Direction).ShouldBe(without.Select(s => s.Direction));
        with[0].KnownAt.Seconds.ShouldBeLessThan(without[0].KnownAt.Seconds);
        with.Count(s => s.EarlyDirection == WalkingDirection.Unknown).ShouldBeLessThan(without.Count(s => s.EarlyDirection == WalkingDirection.Unknown));
    }

    // Said to go forward while it goes backward, everything comes out the other way round: a declaration is believed.
    [Fact]
    public void CalibrationWalk_OverABackwardWalk_IsBelieved()
    {
        SimulatedRecording recording = WalkedPresets.RecordingOf("backward-practice");
        double start = recording.Reference.Strides!.First(s => s.Direction == WalkingDirection.Backward).Start.Seconds - 1;
        ImuSample[] backward = [.. recording.SamplesOf(Foot.Left).ToArray().Where(s => s.Time.Seconds > start && s.Time.Seconds < start + 9)];
        Stride[] said = LeftOnly(backward, new FootPipelineOptions { CalibrationWalkS = 15 }).ValidOf(Foot.Left);
        said.Length.ShouldBeGreaterThan(5);
        said.ShouldAllBe(s => s.Direction == WalkingDirection.Forward);
        LeftOnly(backward, new FootPipelineOptions()).ValidOf(Foot.Left).ShouldAllBe(s => s.Direction == WalkingDirection.Backward);
    }

    [Fact]
    public void EarlyDirection_WhenRevised_SaysWhy()
    {
        Stride[] declared = WalkedPresets.Of("healthy").ValidOf(Foot.Left);
        declared.ShouldAllBe(s => s.EarlyDirection == s.Direction && s.Revision == DirectionRevision.None);
        Stride[] learned = LeftOnly(Left, new FootPipelineOptions()).ValidOf(Foot.Left);
        learned[0].EarlyDirection.ShouldBe(WalkingDirection.Unknown);
        learned[0].Revision.ShouldBe(DirectionRevision.ForwardLearned);
        foreach (Stride s in learned) (s.Revision == DirectionRevision.None).ShouldBe(s.EarlyDirection == s.Direction, $"at {s.End.Seconds} s");
    }

    private static Walked LeftOnly(ImuSample[] samples, FootPipelineOptions options) =>
        Walked.Through(samples, [], new WalkPipelineOptions { Left = options, HasRight = false });

    // From one sample on, the foot's axes in the sensor frame are the given ones.
    private static ImuSample[] Turned(ImuSample[] samples, (Vector3D X, Vector3D Y, Vector3D Z) axes, int from) =>
        [.. samples.Select((s, i) => i < from ? s : new ImuSample(s.Time, InSensor(s.AccelMps2, axes), InSensor(s.GyroRadPerS, axes)))];

    private static Vector3D InSensor(Vector3D foot, (Vector3D X, Vector3D Y, Vector3D Z) axes) => (axes.X * foot.X) + (axes.Y * foot.Y) + (axes.Z * foot.Z);

    private static (Vector3D X, Vector3D Y, Vector3D Z) RandomAxes(ulong seed)
    {
        DeterministicRandom random = new(seed, 17);
        Vector3D z = new Vector3D(random.NextNormal(), random.NextNormal(), random.NextNormal()).Normalized();
        Vector3D x = Vector3D.Cross(new(random.NextNormal(), random.NextNormal(), random.NextNormal()), z).Normalized();
        return (x, Vector3D.Cross(z, x), z);
    }

    private static double AngleDeg(Vector3D a, Vector3D b) => Math.Acos(Math.Clamp(Vector3D.Dot(a, b), -1, 1)) * 180 / Math.PI;
}

using GaitSense.Core;
using GaitSense.Feedback.Rhythm;

namespace GaitSense.Feedback.Tests;

/// <summary>Means and scatter of strides, foot by foot and of both.</summary>
public sealed class WalkSumsTests
{
    [Fact]
    public void Means_AreOfOneFootOrBoth_AndOfWhatIsKnown()
    {
        WalkSums sums = new();
        sums.LengthM().ShouldBeNull();
        sums.LengthSymmetryPercent.ShouldBeNull();
        Add(sums, Foot.Left, 1.0, 0.10, 0.2);
        Add(sums, Foot.Left, 1.2, 0.14, 0.4);
        sums.LengthSymmetryPercent.ShouldBeNull("of one foot");
        Add(sums, Foot.Right, 1.5, 0.20, null);
        Be(sums.LengthM(Foot.Left), 2, 1.1, 0.02);
        Be(sums.LengthM(Foot.Right), 1, 1.5, 0);
        Be(sums.LengthM(), 3, 3.7 / 3, (1.0 + 1.44 + 2.25 - (3.7 * 3.7 / 3)) / 2);
        Be(sums.SpeedMps(), 3, 3.7 / 6, (1.0 + 1.44 + 2.25 - (3.7 * 3.7 / 3)) / 8);
        Be(sums.ClearanceM(Foot.Left), 2, 0.12, 0.0008);
        Be(sums.AngleRad(Foot.Left), 2, 0.3, 0.02);
        sums.AngleRad(Foot.Right).ShouldBeNull();
        sums.LengthSymmetryPercent!.Value.ShouldBe(200 * 0.4 / 2.6, 1e-9);
    }

    [Fact]
    public void Clear_ForgetsAll()
    {
        WalkSums sums = new();
        Add(sums, Foot.Left, 9, 9, 9);
        Add(sums, Foot.Left, 3, 3, 3);
        sums.Clear();
        (sums.LengthM(), sums.SpeedMps(), sums.ClearanceM(Foot.Left), sums.AngleRad(Foot.Left)).ShouldBe((null, null, null, null));
        Add(sums, Foot.Left, 1, 1, 1);
        Add(sums, Foot.Left, 2, 2, 2);
        Be(sums.LengthM(Foot.Left), 2, 1.5, 0.5);
    }

    private static void Add(WalkSums sums, Foot foot, double lengthM, double clearanceM, double? angleRad) => sums.Add(new Stride
    {
        Foot = foot,
        LengthM = lengthM,
        ClearanceM = clearanceM,
        AngleAtInitialContactRad = angleRad,
        Start = DeviceTime.FromSeconds(1),
        End = DeviceTime.FromSeconds(3),
    });

    private static void Be(SampleMean? sample, int count, double mean, double variance)
    {
        sample.ShouldNotBeNull();
        sample.Value.Count.ShouldBe(count);
        sample.Value.Mean.ShouldBe(mean, 1e-9);
        sample.Value.Sd.ShouldBe(Math.Sqrt(variance), 1e-9);
    }
}

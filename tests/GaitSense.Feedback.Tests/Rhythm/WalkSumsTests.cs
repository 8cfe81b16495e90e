using GaitSense.Core;
using GaitSense.Feedback.Rhythm;

namespace GaitSense.Feedback.Tests;

/// <summary>Means and scatter of strides, foot by foot and of both, and of blocks of them.</summary>
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

    // 32 values in blocks of 4 are eight blocks; then they are four of 8, and the next one has 8 as well.
    [Fact]
    public void BlocksOfALongPart_GrowTwiceAsLong()
    {
        GrowingBlocks blocks = new();
        (blocks.Count, blocks.Mean, blocks.Variance).ShouldBe((0, 0, 0));
        for (int i = 0; i < 7; i++) blocks.Add(i);
        (blocks.Count, blocks.Mean, blocks.Variance).ShouldBe((1, 1.5, 0));
        blocks.Add(7);
        (blocks.Count, blocks.Mean, blocks.Variance).ShouldBe((2, 3.5, 8));
        for (int i = 8; i < 31; i++) blocks.Add(i);
        (blocks.Count, blocks.Mean).ShouldBe((7, 13.5));
        blocks.Add(31);
        (blocks.Count, blocks.Mean, blocks.Variance).ShouldBe((4, 15.5, 64 * 5 / 3.0));
        for (int i = 32; i < 39; i++) blocks.Add(i);
        blocks.Count.ShouldBe(4);
        blocks.Add(39);
        (blocks.Count, blocks.Mean, blocks.Variance).ShouldBe((5, 19.5, 64 * 10 / 4.0));
    }

    [Fact]
    public void BlocksOfOneLength_HaveAMeanAndAVariance()
    {
        BlockMeans blocks = new();
        foreach (double value in (double[])[1, 3]) blocks.Add(value, 2);
        (blocks.Count, blocks.Mean, blocks.Variance).ShouldBe((1, 2, 0));
        foreach (double value in (double[])[5, 7, 9, 11, 100]) blocks.Add(value, 2);
        (blocks.Count, blocks.Mean, blocks.Variance).ShouldBe((3, 6, 16));
    }

    [Fact]
    public void Recent_KeepsTheLastValues()
    {
        Recent recent = new(3);
        recent.Add(5);
        (recent.IsFull, recent.Count, recent.MeanOfLast(2), recent.Median(), recent.Before(0)).ShouldBe((false, 1, 5, 5, 5));
        foreach (double value in (double[])[1, 9, 2]) recent.Add(value);
        (recent.IsFull, recent.Count, recent.MeanOfLast(2), recent.MeanOfLast(9), recent.Median()).ShouldBe((true, 3, 5.5, 4, 2));
        (recent.Before(0), recent.Before(1), recent.Before(2)).ShouldBe((2, 9, 1));
        recent.Clear();
        recent.Add(7);
        recent.Add(8);
        (recent.Count, recent.Before(0), recent.Before(1), recent.Median()).ShouldBe((2, 8, 7, 7.5));
    }

    [Fact]
    public void Concentration_IsOneForAnglesThatAreAlike_AndNoneForOppositeOnes()
    {
        Recent angles = new(4);
        angles.Add(1);
        angles.Add(1);
        angles.Concentration().ShouldBe(1, 1e-12);
        angles.Add(1 + Math.PI);
        angles.Add(1 + Math.PI);
        angles.Concentration().ShouldBe(0, 1e-12);
        angles.Clear();
        angles.Add(0);
        angles.Add(Math.PI / 2);
        angles.Concentration().ShouldBe(Math.Sqrt(0.5), 1e-12);
    }

    // One stride of each foot before and after a turn does not count.
    [Fact]
    public void StraightStrides_CountTwoStridesLater_AndNotAroundATurn()
    {
        StraightStrides strides = new();
        List<int> counted = [];
        for (int i = 0; i < 8; i++) Push(i, 0);
        counted.ShouldBe([2, 3, 4, 5]);
        Push(8, 25);
        for (int i = 9; i < 15; i++) Push(i, 19);
        counted.ShouldBe([2, 3, 4, 5, 11, 12]);
        strides.Break();
        for (int i = 15; i < 20; i++) Push(i, 0);
        counted.ShouldBe([2, 3, 4, 5, 11, 12, 17]);

        void Push(int index, double turnDeg)
        {
            Stride stride = new() { Index = index, TurnRad = turnDeg * Math.PI / 180, Direction = WalkingDirection.Forward, Confidence = 0.9 };
            if (!strides.TryPush(in stride, isCued: index % 2 == 0, out Stride straight, out bool wasCued)) return;
            counted.Add(straight.Index);
            wasCued.ShouldBe(straight.Index % 2 == 0);
        }
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

namespace GaitSense.Protocol;

internal static class VendorUnits
{
    public const double StandardGravityMps2 = 9.80665;
    public const double RadPerDeg = Math.PI / 180;

    /// <summary>What a sensor without own clock says of its stream.</summary>
    public static StreamDescription Counts(double accelG, double gyroDegPerS, double accelCountsPerG, double gyroCountsPerDegPerS, double rateHz) => new()
    {
        AccelScaleMps2 = StandardGravityMps2 / accelCountsPerG,
        GyroScaleRadPerS = RadPerDeg / gyroCountsPerDegPerS,
        AccelRangeMps2 = accelG * StandardGravityMps2,
        GyroRangeRadPerS = gyroDegPerS * RadPerDeg,
        PeriodS = 1 / rateHz,
    };

    /// <summary>What was at its end.</summary>
    public static SampleMarks Marks(bool accelAtEnd, bool gyroAtEnd) =>
        (accelAtEnd ? SampleMarks.AccelClipped : SampleMarks.None) | (gyroAtEnd ? SampleMarks.GyroClipped : SampleMarks.None);

    /// <summary>The rate of a list that is nearest to the asked one.</summary>
    public static int Nearest(IEnumerable<int> rates, int asked) => rates.MinBy(r => Math.Abs(r - asked));

    /// <summary>The smallest range of a rising list that holds the asked one, else the largest; as its place in the list.</summary>
    public static int RangeFor(ReadOnlySpan<int> ranges, double asked)
    {
        for (int i = 0; i < ranges.Length; i++)
            if (ranges[i] >= asked * 0.95) return i;
        return ranges.Length - 1;
    }
}

namespace GaitSense.Core;

/// <summary>
/// Whether a movement is a tremor or clonus. They beat 3 to 8 times a second (tremor: Deuschl et al. 1998), legs, arms and trunks walk at 1 to 2.5: a quarter of a second
/// averages the former away. In a walker who trembles it says nothing about where the sensor is.
/// </summary>
internal static class Tremble
{
    private const double OverS = 0.25;

    // The squared rate that is left of 3 Hz is 0.09, of more at most 0.05; swings of feet keep 0.25 and more, arms and trunks 0.5.
    private const double MaxLeft = 0.15;

    /// <summary>Whether the bins from <paramref name="from"/> to before <paramref name="to"/> turn so.</summary>
    public static bool Is(in MotionBins bins, long from, long to, in Vector3D bias)
    {
        Vector3D turned = default;
        double s = 0, slow = 0, whole = 0;
        long low = from;
        for (long i = from; i < to; i++)
        {
            ref readonly MotionBin bin = ref MotionBins.At(in bins, i);
            Vector3D rate = bin.Gyro - bias;
            turned += rate * bin.Dt;
            s += bin.Dt;
            whole += bin.Dt * rate.LengthSquared;
            for (; s > OverS; low++)
            {
                ref readonly MotionBin old = ref MotionBins.At(in bins, low);
                turned -= (old.Gyro - bias) * old.Dt;
                s -= old.Dt;
            }

            slow += bin.Dt * turned.LengthSquared / (OverS * OverS);
        }

        return slow < MaxLeft * whole;
    }
}

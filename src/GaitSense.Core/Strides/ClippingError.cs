namespace GaitSense.Core;

/// <summary>
/// How wrong clipping may have made a stride, and whether that is too much. It matters where it lies: force lost as the foot brakes to its
/// landing is found again by the zero velocity that follows at once; the same force lost at push-off has gone a whole swing's way by then, and
/// the filter cannot tell it from a tilt. <see cref="LostMotion"/> takes what each flat top may have lost through just that.
/// </summary>
/// <remarks>
/// A flat top's triangle is the most that a concave peak loses; what a parabola loses, two thirds of it, is called likely here. In simulated
/// walks the error that clipping made was 0.9 to 1.2 (RMS) of the likely one for accelerometers of 2 to 4 g, and half of it for gyroscopes of
/// 300 to 500 °/s.
/// Confidence needs no share of this: it falls with the filter's own position variance, which knows of each clipped sample.
/// </remarks>
internal static class ClippingError
{
    private const double Likely = 2.0 / 3;

    // A twentieth of the length: some 6 cm of a stride of 1.25 m, as far as strides of sensors on shoes are from an instrumented walkway
    // without any clipping (6.3 cm; Rampp et al. 2015). A short step is as unsure as this anyway.
    private const double ShareOfLength = 0.05;
    private const double MinM = 0.02;

    // Half of what a stride that goes straight on may turn by, rad.
    private const double TurnRad = 10 * Math.PI / 180;

    /// <summary>Whether clipping between two mid-stances leaves the length or the turn of a stride unknown.</summary>
    /// <param name="start">The mid-stance before the swing.</param>
    /// <param name="end">The mid-stance after it.</param>
    /// <param name="lengthM">The stride's length as measured, m.</param>
    public static bool IsTooMuch(in MidStanceReference start, in MidStanceReference end, double lengthM) =>
        Likely * MaxLengthErrorM(in start, in end, lengthM) > Math.Max(MinM, ShareOfLength * lengthM) || Likely * MaxTurnErrorRad(in start, in end) > TurnRad;

    /// <summary>The most that the length can be off by, m.</summary>
    public static double MaxLengthErrorM(in MidStanceReference start, in MidStanceReference end, double lengthM)
    {
        Vector3D way = (end.PositionM - start.PositionM) * (1 / Math.Max(lengthM, 1e-3));
        double longer = 0, shorter = 0, tilt = 0;
        for (int i = 0; i < LostMotions.Count; i++)
        {
            LostPlace a = start.Lost[i], b = end.Lost[i];
            double along = ((b.XM - a.XM) * way.X) + ((b.YM - a.YM) * way.Y);
            longer += Math.Max(0, along);
            shorter += Math.Max(0, -along);
            tilt = Math.Max(tilt, b.RotationRad - a.RotationRad);
        }

        // To second order, a way measured along an axis that is tilted by so much is off by 1 - cos of it.
        return Math.Max(longer, shorter) + (lengthM * 0.5 * tilt * tilt);
    }

    /// <summary>The most that the turn can be off by, rad.</summary>
    public static double MaxTurnErrorRad(in MidStanceReference start, in MidStanceReference end)
    {
        double left = 0, right = 0;
        for (int i = 0; i < LostMotions.Count; i++)
        {
            double turn = end.Lost[i].TurnRad - start.Lost[i].TurnRad;
            left += Math.Max(0, turn);
            right += Math.Max(0, -turn);
        }

        return Math.Max(left, right);
    }
}

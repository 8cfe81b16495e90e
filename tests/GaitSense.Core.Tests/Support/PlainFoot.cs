namespace GaitSense.Core.Tests;

/// <summary>
/// A foot that takes the same step again and again, drawn by hand: it stands for 0.7 s, its heel rises for 0.3 s, it swings forward while it turns back, and comes down on its heel. One step takes 1.5 s.
/// </summary>
internal static class PlainFoot
{
    public const double StepS = 1.5, StandS = 1, PeriodS = 0.01;

    private const double HeelOffS = 0.7, LeavesS = 0.9, ToeOffS = 1.0, HeelDownS = 1.35;

    /// <summary>Readings of a sensor whose axes are the foot's (x ahead, z up): a second of standing, so many steps, a second of standing.</summary>
    /// <param name="steps">How many.</param>
    /// <param name="lengthM">How far each goes, m; negative is backward.</param>
    public static IEnumerable<ImuSample> Walk(int steps, double lengthM = 1.2)
    {
        int samples = (int)Math.Round(((2 * StandS) + (steps * StepS)) / PeriodS);
        int sense = Math.Sign(lengthM);
        for (int i = 0; i < samples; i++)
        {
            double t = i * PeriodS, h = 1e-3;
            (double x, double z, double pitch) before = Pose(t - h, steps, lengthM), now = Pose(t, steps, lengthM), after = Pose(t + h, steps, lengthM);
            double ax = (before.x - (2 * now.x) + after.x) / (h * h), az = ((before.z - (2 * now.z) + after.z) / (h * h)) + ErrorStateFilter.GravityMps2;
            double pitchRad = sense * now.pitch, rate = sense * (after.pitch - before.pitch) / (2 * h);
            Vector3D force = new((ax * Math.Cos(pitchRad)) - (az * Math.Sin(pitchRad)), 0, (ax * Math.Sin(pitchRad)) + (az * Math.Cos(pitchRad)));
            // A sensor at rest has noise in its last digits.
            yield return new ImuSample(DeviceTime.FromSeconds(t), force + new Vector3D(1e-4 * (i % 7), 0, 0), new Vector3D(0, rate, 1e-5 * (i % 5)));
        }
    }

    // Place ahead and up, and pitch (toe down positive where it walks forward).
    private static (double X, double Z, double Pitch) Pose(double t, int steps, double lengthM)
    {
        double walked = t - StandS;
        int n = Math.Clamp((int)Math.Floor(walked / StepS), 0, steps);
        double u = n == steps ? 0 : walked - (n * StepS), swing = Smooth((u - LeavesS) / (HeelDownS - LeavesS));
        double lift = 0.15 * 16 * swing * swing * (1 - swing) * (1 - swing);
        double pitch = u < ToeOffS ? Math.Sin(0.5 * Math.PI * Squared((u - HeelOffS) / (ToeOffS - HeelOffS)))
            : u < HeelDownS ? 1.0 - (0.65 * (1 - Math.Cos(Math.PI * (u - ToeOffS) / (HeelDownS - ToeOffS))))
            : -0.3 + (0.3 * Smooth((u - HeelDownS) / (StepS - HeelDownS)));
        return ((n + swing) * lengthM, lift, pitch);
    }

    private static double Squared(double u) => u <= 0 ? 0 : u * u;

    // From 0 to 1 with neither speed nor acceleration at its ends.
    private static double Smooth(double u)
    {
        double v = Math.Clamp(u, 0, 1);
        return v * v * v * (10 - (15 * v) + (6 * v * v));
    }
}

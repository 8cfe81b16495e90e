using GaitSense.Simulation.Plan;

namespace GaitSense.Simulation.Motion;

/// <summary>Heel or toe are lifted, fall, and stop on the floor within some milliseconds.</summary>
/// <param name="AtS">When it comes down, s.</param>
/// <param name="LiftS">How long before it begins to be lifted, s.</param>
/// <param name="FallRadPerS">How fast the foot turns until then, rad/s: positive lowers the heel, negative the toe.</param>
internal readonly record struct TapLift(double AtS, double LiftS, double FallRadPerS)
{
    // The sole's rubber and the sensor's strap take the impact within this time, s. The sensor lies so far from where the foot turns, m.
    private const double StopS = 0.012, LeverM = 0.11, TopS = 0.04, MaxLiftS = 0.3;

    /// <summary>A tap whose highest acceleration at the sensor is about that given.</summary>
    /// <param name="tap">The tap.</param>
    /// <param name="fromS">When the rest began, s.</param>
    /// <param name="beforeS">Time since the tap before, s: it is lifted the faster.</param>
    public static TapLift Of(in FootTap tap, double fromS, double beforeS)
    {
        const double MaxStepSlope = 2.19; // of Shape.Step, per length
        double rate = tap.PeakMps2 * StopS / (MaxStepSlope * LeverM);
        return new(fromS + tap.AtS, Math.Min(MaxLiftS, 0.9 * beforeS), tap.IsToe ? -rate : rate);
    }

    /// <summary>What it adds to the foot's pitch, plantarflexion positive, rad.</summary>
    public Jet At(double t)
    {
        double start = AtS - (StopS / 2), end = AtS + (StopS / 2);
        if (t <= AtS - LiftS || t >= end) return 0;
        Jet left = t < start ? new Jet(AtS - t, -1) : -Shape.BrakeToRest(t, start, end);
        return FallRadPerS * left * Shape.Step(t, AtS - LiftS, AtS - TopS);
    }
}

namespace GaitSense.Feedback;

/// <summary>
/// How long the way of sound to the ear may be. A foot that has not left the ground by <see cref="LiftWatch.BeforeBeat"/> of a step before its beat has that beat taken back; what is
/// already on its way is heard all the same. Then silence comes one beat later: still within one step of the last landing, but with a beat for a foot that stands.
/// </summary>
public static class OutputLatency
{
    /// <summary>A sample is usually so old when it is judged, s: its packet, the radio, and the other foot's.</summary>
    public const double SampleS = 0.06;

    /// <summary>Longest way at which backward practice is cued, s: "stop" is spoken so early that it is over in time by it.</summary>
    public const double MaxBackwardS = 0.3;

    /// <summary>"Please stop" is said within this, s, in each language; <see cref="SpokenWords"/> that take longer are refused for backward practice.</summary>
    public const double MaxStopS = 1;

    /// <summary>Longest way from being handed over to being heard at which a beat is taken back before it is heard, s; 0 or less: there is none.</summary>
    /// <param name="cadenceStepsPerMin">The cadence, steps/min; above 0.</param>
    public static double MaxLatencyS(double cadenceStepsPerMin) => (LiftWatch.BeforeBeat * 60 / cadenceStepsPerMin) - SampleS;

    /// <summary>Fastest cadence at which a beat is taken back before it is heard, steps/min.</summary>
    /// <param name="wayS">The way from being handed over to being heard, s; 0 or more.</param>
    public static double MaxCadenceStepsPerMin(double wayS) => LiftWatch.BeforeBeat * 60 / (wayS + SampleS);
}

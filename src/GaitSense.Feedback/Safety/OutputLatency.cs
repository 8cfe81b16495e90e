using GaitSense.Feedback.Sound;

namespace GaitSense.Feedback.Safety;

/// <summary>
/// How long the output latency may be: from a frame given to the device until it is heard. A foot that has not left the ground by <see cref="LiftWatch.BeforeBeat"/> of a step before its beat has that beat taken back; what is
/// already with the device is heard all the same. Then silence comes one beat later: still within one step of the last landing, but with a beat for a foot that stands.
/// </summary>
public static class OutputLatency
{
    /// <summary>A sample is usually so old when it is judged, s: its packet, the radio, and the other foot's.</summary>
    public const double SampleS = 0.06;

    /// <summary>Greatest output latency at which backward practice is cued, s: "stop" is spoken early enough to be over in time even then.</summary>
    public const double MaxBackwardS = 0.3;

    /// <summary>"Please stop" is said within this, s, in each language; <see cref="SpokenWords"/> that take longer are refused for backward practice.</summary>
    public const double MaxStopS = 1;

    /// <summary>Greatest output latency at which a beat is taken back before it is heard, s; 0 or less: there is none.</summary>
    /// <param name="cadenceStepsPerMin">The cadence, steps/min; above 0.</param>
    public static double MaxLatencyS(double cadenceStepsPerMin) => (LiftWatch.BeforeBeat * 60 / cadenceStepsPerMin) - SampleS;

    /// <summary>Fastest cadence at which a beat is taken back before it is heard, steps/min.</summary>
    /// <param name="wayS">The output latency, s; 0 or more.</param>
    public static double MaxCadenceStepsPerMin(double wayS) => LiftWatch.BeforeBeat * 60 / (wayS + SampleS);
}

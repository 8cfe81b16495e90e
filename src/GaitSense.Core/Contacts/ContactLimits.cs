namespace GaitSense.Core;

/// <summary>
/// The thresholds of <see cref="ContactDetector"/>: magnitudes that a foot reaches in any walking, from a 0.2 m shuffle to a jog, and none is a fit to one walker. "Chosen" is
/// a value whose derivation nobody wrote down; what each does to the figures: benchmarks/results/sensitivity.md.
/// </summary>
internal sealed record ContactLimits
{
    // Release and landing rotation.
    [Threshold("smallest peak rate of a release", "rad/s", "chosen (17 °/s)")]
    public double MinPeakRadPerS { get; init; } = 0.3;

    [Threshold("smallest angle of a release", "rad", "chosen (2.3°)")]
    public double MinPeakAngleRad { get; init; } = 0.04;

    [Threshold("rate of a release that is surely one, where there is no speed to go by or it is announced early", "rad/s", "chosen (143 °/s)")]
    public double SureReleaseRadPerS { get; init; } = 2.5;

    [Threshold("angle of a release that is announced early", "rad", "chosen (20°): early events alone, provisional_events.csv")]
    public double SureReleaseRad { get; init; } = 0.35;

    [Threshold("longest time from a release to the flight that proves it", "s", "chosen: longer than a push-off lasts")]
    public double MaxReleaseS { get; init; } = 0.4;

    [Threshold("longest time between two pushes that are two ways to see one release", "s", "chosen: pushes farther apart are two")]
    public double MaxAmbiguityS { get; init; } = 0.12;

    [Threshold("terminal contact before the release has fallen to half its peak", "s", "chosen: the toe leaves as the fall begins")]
    public double ReleaseLeadS { get; init; } = 0.008;

    [Threshold("rate of the landing rotation that marks initial contact", "rad/s", "chosen (115 °/s)")]
    public double LandingRateRadPerS { get; init; } = 2.0;

    [Threshold("that rate as a share of the swing's own peak rate, where less", "-", "chosen: weak steps turn weakly")]
    public double LandingShareOfSwing { get; init; } = 0.4;

    [Threshold("initial contact before the landing rotation is at its rate", "s", "chosen: the rotation builds up for so long")]
    public double LandingLeadS { get; init; } = 0.002;

    [Threshold("longest time until a foot that turns as it lands is slow", "s", "physics: the ground stops a foot at once; the value is chosen")]
    public double MaxStopS { get; init; } = 0.1;

    [Threshold("rotation of a swing that has begun to turn", "rad", "chosen (6°)")]
    public double MinSwingRad { get; init; } = 0.1;

    // Speed and distance.
    [Threshold("farthest that a sensor on a foot is from where the foot touches the ground", "m", "physics: a large shoe from heel counter to ball (FILTER.md section 6)")]
    public double RollingRadiusM { get; init; } = FootPipelineOptions.MaxDistanceFromGroundM;

    [Threshold("speed that only a foot in the air keeps", "m/s", "chosen: the slowest swing, a 0.2 m shuffle, is faster at its peak")]
    public double SwingSpeedMps { get; init; } = 0.3;

    [Threshold("speed below which a foot has not left", "m/s", "chosen")]
    public double OnGroundMps { get; init; } = 0.1;

    [Threshold("distance in one go that rolling over a standing foot cannot cover", "m", "physics: a sole is shorter")]
    public double FlightDisplacementM { get; init; } = 0.3;

    [Threshold("growth of the limit of slowness with time in the air", "m/s²", "physics: gravity seen through a tilt that is 3° off")]
    public double SpeedErrorMps2 { get; init; } = 0.5;

    [Threshold("speed below which a swing may be landing, as a share of its top speed", "-", "chosen: as slow as no foot is in mid-swing")]
    public double SlowShareOfTop { get; init; } = 0.4;

    [Threshold("that speed is at least", "m/s", "chosen")]
    public double MinLimitMps { get; init; } = 0.15;

    [Threshold("that speed is at most", "m/s", "chosen")]
    public double MaxLimitMps { get; init; } = 0.25;

    [Threshold("and never below such a share of the top speed", "-", "chosen")]
    public double MinShareOfTop { get; init; } = 0.2;

    [Threshold("share of the top speed to which a foot that turns has to slow down to have landed", "-", "chosen")]
    public double SlowedShareOfTop { get; init; } = 0.8;

    // Durations.
    [Threshold("shortest swing", "s", "chosen: a brisk walker's lasts 0.35 s")]
    public double MinSwingS { get; init; } = 0.12;

    [Threshold("time in the air below which a landing must be slow", "s", "data: pyshoe with backward and sideways steps; hardly a swing is shorter")]
    public double SurestSwingS { get; init; } = 0.25;

    [Threshold("longest swing", "s", "chosen: a foot in the air for longer has lost its landing")]
    public double MaxSwingS { get; init; } = 3;

    [Threshold("shortest stance; twice that without a rest, five times for a lift without rotation", "s", "chosen: a jog's stance is longer")]
    public double MinStanceS { get; init; } = 0.12;

    // Landing flat.
    [Threshold("specific force, from its mean over 25 ms, that is the impact of a landing", "m/s²", "data: more than a brisk swing brakes by")]
    public double ImpactMps2 { get; init; } = 12;

    [Threshold("and at least so many times the top speed of the swing", "1/s", "data: a swing of 4.5 m/s brakes by as much as 15 m/s² within 25 ms, its sole lands with 30 and more")]
    public double ImpactPerSpeedHz { get; init; } = 5;

    [Threshold("an impact so long before the foot is slow is the one that slowed it", "s", "chosen")]
    public double ImpactBeforeSlowS { get; init; } = 0.02;

    [Threshold("time for which shoe and sensor ring after an impact", "s", "the window of the mean that an impact is measured against (MotionMeter)")]
    public double RingingS { get; init; } = 0.025;

    [Threshold("time of slowness after which a foot that gave an impact has landed", "s", "chosen: as a rest that is sure")]
    public double SettledS { get; init; } = 0.06;

    [Threshold("time of slowness after which a foot without an impact has landed", "s", "data: a slow swing creeps along before the foot touches the ground")]
    public double MaxSlowEndS { get; init; } = 0.15;

    [Threshold("reach of extrapolating the braking of a foot that lands flat", "s", "data: landings on stairs, sideways and on the spot")]
    public double MaxBrakingS { get; init; } = 0.03;
}

using System.ComponentModel.DataAnnotations;

namespace GaitSense.Core;

/// <summary>
/// Thresholds of the contact detector. They are magnitudes a foot reaches in any walking, from a 0.2 m shuffle to a jog; none is a fit to
/// one walker.
/// </summary>
public sealed record ContactDetectorOptions
{
    /// <summary>Smallest peak rate of a release or landing rotation, rad/s. <value>The default is 0.3 (17 °/s).</value></summary>
    [Range(0.05, 3)]
    public double SmallestLobeRadPerS { get; init; } = 0.3;

    /// <summary>Smallest angle of a release or landing rotation, rad. <value>The default is 0.04 (2.3°).</value></summary>
    [Range(0.005, 0.5)]
    public double SmallestLobeRad { get; init; } = 0.04;

    /// <summary>
    /// Farthest a sensor sits from where the sole rolls over the ground, m; speed beyond rate x this is flight.
    /// <value>The default is 0.25.</value>
    /// </summary>
    [Range(0.05, 0.5)]
    public double RollingRadiusM { get; init; } = FootPipelineOptions.FarthestFromGroundM;

    /// <summary>Speed that only a foot in the air keeps after its release rotation ended, m/s. <value>The default is 0.3.</value></summary>
    [Range(0.05, 2)]
    public double SwingSpeedMps { get; init; } = 0.3;

    /// <summary>Rate of the landing rotation that marks initial contact, rad/s. <value>The default is 2 (115 °/s).</value></summary>
    [Range(0.2, 5)]
    public double LandingRateRadPerS { get; init; } = 2.0;

    /// <summary>The landing rate is at most this share of the swing's own peak rate, for weak steps. <value>The default is 0.4.</value></summary>
    [Range(0.05, 1)]
    public double LandingShareOfSwing { get; init; } = 0.4;

    /// <summary>
    /// Terminal contact lies this long before the release rotation has fallen to half its peak, s: the toe leaves as the fall begins.
    /// <value>The default is 0.008.</value>
    /// </summary>
    [Range(0, 0.05)]
    public double ReleaseLeadS { get; init; } = 0.008;

    /// <summary>
    /// Initial contact lies this long before the landing rotation has built up to its threshold, s.
    /// <value>The default is 0.002.</value>
    /// </summary>
    [Range(0, 0.05)]
    public double LandingLeadS { get; init; } = 0.002;

    /// <summary>Shortest swing, s. <value>The default is 0.12.</value></summary>
    [Range(0.02, 0.5)]
    public double ShortestSwingS { get; init; } = 0.12;

    /// <summary>Shortest stance, s. <value>The default is 0.12.</value></summary>
    [Range(0.02, 0.5)]
    public double ShortestStanceS { get; init; } = 0.12;

    /// <summary>Longest swing, s; a foot in the air for longer has lost its landing. <value>The default is 3.</value></summary>
    [Range(0.5, 10)]
    public double LongestSwingS { get; init; } = 3;

    /// <summary>
    /// A specific force this far from its mean over the last 25 ms is the blow of a landing, m/s²: more than a brisk swing brakes by.
    /// <value>The default is 12.</value>
    /// </summary>
    [Range(1, 50)]
    public double ImpactMps2 { get; init; } = 12;

    /// <summary>
    /// And at least so many times the top speed of the swing, 1/s, because the faster a swing the harder it brakes: from 4.5 m/s by as much as 15 m/s² within
    /// those 25 ms, while the sole of such a step lands with 30 and more. <value>The default is 5.</value>
    /// </summary>
    [Range(0, 20)]
    public double ImpactPerSpeedHz { get; init; } = 5;

    /// <summary>
    /// Longest that a slow swing creeps along before the foot touches the ground, s: without a blow and without rest, the foot counts as landed only then.
    /// <value>The default is 0.15.</value>
    /// </summary>
    [Range(0.02, 0.5)]
    public double LongestSlowEndS { get; init; } = 0.15;

    /// <summary>
    /// A foot that lands without turning comes to rest at most this long after it has become slow, s: the reach of extrapolating its
    /// braking. <value>The default is 0.03.</value>
    /// </summary>
    [Range(0, 0.2)]
    public double LongestBrakingS { get; init; } = 0.03;

    /// <summary>A way, in one go, that rolling over a standing foot cannot make, m. <value>The default is 0.3.</value></summary>
    [Range(0.1, 1)]
    public double FlightDisplacementM { get; init; } = 0.3;
}

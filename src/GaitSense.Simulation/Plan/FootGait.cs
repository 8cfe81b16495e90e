namespace GaitSense.Simulation.Plan;

/// <summary>How one foot walks. The defaults are those of the healthy adult in the recordings the simulation was shaped after.</summary>
public sealed record FootGait
{
    /// <summary>Stance as a share of the stride. <value>The default is 0.65; 0.52 to 0.85.</value></summary>
    public double StanceShare { get; init; } = 0.65;

    /// <summary>Foot angle at initial contact, rad, toe up positive; negative lands on the toes. <value>The default is 0.42 (24 degrees).</value></summary>
    public double AngleAtContactRad { get; init; } = 0.42;

    /// <summary>Foot angle at terminal contact, rad, toe up positive, so negative for a push-off. <value>The default is -1.10 (-63 degrees).</value></summary>
    public double AngleAtReleaseRad { get; init; } = -1.10;

    /// <summary>Least height of the sole above the ground in mid-swing, m. <value>The default is 0.018.</value></summary>
    public double ToeClearanceM { get; init; } = 0.018;

    /// <summary>How far the foot swings out to its side, m. <value>The default is 0.01.</value></summary>
    public double CircumductionM { get; init; } = 0.01;

    /// <summary>Toe-out angle on the ground, rad. <value>The default is 0.12 (7 degrees).</value></summary>
    public double ToeOutRad { get; init; } = 0.12;

    /// <summary>Tilt of the foot in swing, rad: outward after release, inward before landing. <value>The default is 0.20.</value></summary>
    public double RollRad { get; init; } = 0.20;

    /// <summary>Turning inward of the heel around release, rad. <value>The default is 0.20.</value></summary>
    public double YawRad { get; init; } = 0.20;

    /// <summary>Speed along the way that the landing contact loses around touching the ground, half of it after, at 1.3 m/s of walking and in proportion at others, m/s. <value>The default is 1.0.</value></summary>
    public double LandingSpeedMps { get; init; } = 1.0;

    /// <summary>Speed downward with which the contact lands at 1.3 m/s of walking and in proportion at others, m/s. <value>The default is 0.22.</value></summary>
    public double LandingDropMps { get; init; } = 0.22;

    /// <summary>Speed along the way that the toe gains around leaving the ground, half of it before, at 1.3 m/s of walking and in proportion at others, m/s. <value>The default is 2.0.</value></summary>
    public double ReleaseSpeedMps { get; init; } = 2.0;

    /// <summary>Ringing of the shoe after landing at 1.3 m/s of walking, m/s². <value>The default is 12.</value></summary>
    public double RingingMps2 { get; init; } = 12;
}

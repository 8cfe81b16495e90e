namespace GaitSense.Core;

/// <summary>
/// The thresholds of <see cref="FootTracker"/>: when a foot stands still, how sure a zero velocity is, what a sensor at its limit or a gap makes unsure. "Chosen" is a
/// value whose derivation nobody wrote down; what each does to the figures: benchmarks/results/sensitivity.md.
/// </summary>
internal sealed record StillnessLimits
{
    // Stillness.
    [Threshold("root mean square rate of a foot that is still", "rad/s", "chosen (34 °/s): how sure the zero is follows from the rate itself, (15) of FILTER.md")]
    public double StillRateRadPerS { get; init; } = 0.6;

    [Threshold("spread of the specific force of a foot that is still", "m/s²", "chosen")]
    public double StillForceSpreadMps2 { get; init; } = 1.0;

    [Threshold("slow part of the force's spread counts so many times against what rings", "-", "physics: a hum of the floor at 45 Hz and 2 m/s² moves a foot by 7 mm/s")]
    public double SlowForRinging { get; init; } = 2;

    [Threshold("mean specific force of a foot that is still, from gravity", "m/s²", "chosen; 1.5 before the scale is known, what cheap accelerometers are off by")]
    public double StillForceErrorMps2 { get; init; } = 1.0;

    // How sure a zero is, (15) of FILTER.md.
    [Threshold("standard deviation of the sharpest zero", "m/s", "chosen")]
    public double SharpSdMps { get; init; } = 0.015;

    [Threshold("standard deviation of a zero for each rad/s: distance of the sensor from where the foot turns", "m", "physics: a foot's length, FILTER.md (15)")]
    public double RollingRadiusM { get; init; } = 0.2;

    [Threshold("standard deviation of a zero for each m/s² of force that is not gravity's: for how long it has acted", "s", "chosen, FILTER.md (15)")]
    public double ForceTimeS { get; init; } = 0.04;

    [Threshold("time between two zeros", "s", "chosen: hardly less than what they are measured over (0.025 s)")]
    public double UpdateIntervalS { get; init; } = 0.02;

    [Threshold("rest after which a zero says nothing new so soon", "s", "cost: hardly a figure changes")]
    public double LongRestS { get; init; } = 0.3;

    [Threshold("time between two zeros from then on", "s", "cost: hardly a figure changes")]
    public double RestingUpdateIntervalS { get; init; } = 0.05;

    [Threshold("standard deviation of a zero from which on a foot in stance rolls", "m/s", "physics: (15) at 0.2 rad/s")]
    public double RollingFromSdMps { get; init; } = 0.035;

    [Threshold("time of rolling after which the error of the rolling model outweighs that of one instant", "s", "data: strides of 0.2 m/s were 6 cm short")]
    public double RollingMemoryS { get; init; } = 0.3;

    // Which zeros are believed.
    [Threshold("gate of a zero in the air, standard deviations", "-", "chosen: a guard against gross mistakes, FILTER.md (17)")]
    public double SwingGateSd { get; init; } = 4;

    [Threshold("standard deviation of a zero beyond which the ground says nothing about the velocity of a foot in stance", "m/s", "chosen: a jog's stance")]
    public double WorstSoftSdMps { get; init; } = 0.8;

    [Threshold("the same for a foot that has rested in this stance, or was lost", "m/s", "chosen: a swing is never so quiet")]
    public double FoundSdMps { get; init; } = 0.25;

    [Threshold("standard deviation of a zero below which gravity can be read off for the first time", "m/s", "chosen")]
    public double AlignSdMps { get; init; } = 0.35;

    [Threshold("and for so long", "s", "chosen")]
    public double AlignForS { get; init; } = 0.05;

    [Threshold("farthest that a sensor on a foot is from where the foot touches the ground", "m", "physics: a large shoe from heel counter to ball, FILTER.md (18)")]
    public double MaxDistanceFromGroundM { get; init; } = FootPipelineOptions.MaxDistanceFromGroundM;

    [Threshold("fastest swing that may look flat and quiet; beyond, the filter is astray", "m/s", "chosen: a stiff or very slow swing is never so fast")]
    public double MaxFlatSwingMps { get; init; } = 2.5;

    // What makes a reading unsure.
    [Threshold("tilt of a filter that is astray", "rad", "chosen (9°)")]
    public double AstrayTiltSdRad { get; init; } = 0.15;

    [Threshold("rate of a sensor at its limit may be off by", "rad/s", "chosen")]
    public double ClippedGyroSdRadPerS { get; init; } = 2;

    [Threshold("force of a sensor at its limit may be off by", "m/s²", "chosen")]
    public double ClippedAccelSdMps2 { get; init; } = 30;

    [Threshold("rate drawn as a straight line over lost samples may be off by", "rad/s", "physics: a swing changes by that much within 50 ms")]
    public double BridgedGyroSdRadPerS { get; init; } = 1;

    [Threshold("force drawn as a straight line over lost samples may be off by", "m/s²", "physics: a swing changes by that much within 50 ms")]
    public double BridgedAccelSdMps2 { get; init; } = 8;

    [Threshold("variance of a steep force for each squared difference of two readings", "-", "physics: a uniform distribution between them, FILTER.md (12)")]
    public double SteepVariance { get; init; } = 1.0 / 3;
}

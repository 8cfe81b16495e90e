namespace GaitSense.Core;

/// <summary>
/// Noise of the sensors as <see cref="ErrorStateFilter"/> sees it: consumer MEMS parts on a shoe, where scale errors and ringing at landing weigh more than the noise on a
/// data sheet. "Chosen" is a value whose derivation nobody wrote down; what each does to the figures: benchmarks/results/sensitivity.md.
/// </summary>
internal sealed record FilterNoise
{
    [Threshold("gyroscope noise density", "rad/s/√Hz", "chosen: more than data sheets say, because a shoe rings")]
    public double GyroNoiseRadPerSPerSqrtHz { get; init; } = 0.002;

    [Threshold("further attitude noise for each rad/s about the same axis", "√s", "chosen: scale errors and rotation between samples, 2° over a brisk swing, FILTER.md (9)")]
    public double GyroScaleNoise { get; init; } = 0.015;

    [Threshold("accelerometer noise density", "m/s²/√Hz", "chosen: more than data sheets say, because a shoe rings")]
    public double AccelNoiseMps2PerSqrtHz { get; init; } = 0.1;

    [Threshold("further velocity noise for each m/s² beyond gravity along the same axis", "√s", "chosen: scale errors and impacts between samples, FILTER.md (10)")]
    public double AccelScaleNoise { get; init; } = 0.05;

    [Threshold("gyroscope bias before anything is known, standard deviation", "rad/s", "chosen (1.1 °/s): zero-rate offset of consumer MEMS parts")]
    public double InitialGyroBiasRadPerS { get; init; } = 0.02;

    [Threshold("random walk of the gyroscope bias", "rad/s/√s", "chosen, FILTER.md (11)")]
    public double GyroBiasWalk { get; init; } = 0.0002;

    [Threshold("accelerometer bias before anything is known, standard deviation", "m/s²", "chosen: what is left beside scale and tilt, which rest tells")]
    public double InitialAccelBiasMps2 { get; init; } = 0.02;

    [Threshold("random walk of the accelerometer bias", "m/s²/√s", "chosen, FILTER.md (11)")]
    public double AccelBiasWalk { get; init; } = 0.001;
}

using System.ComponentModel.DataAnnotations;

namespace GaitSense.Core;

/// <summary>
/// Noise of the sensors as the error-state filter sees it. The values are those of consumer MEMS parts on a shoe, where scale errors and
/// ringing at landing weigh more than the noise on a data sheet.
/// </summary>
public sealed record ErrorStateFilterOptions
{
    /// <summary>Gyroscope noise density, rad/s/sqrt(Hz). <value>The default is 0.002.</value></summary>
    [Range(1e-5, 0.1)]
    public double GyroNoiseRadPerSPerSqrtHz { get; init; } = 0.002;

    /// <summary>
    /// Further attitude noise per unit of angular rate about the same axis, as a density (rad per rad/s per sqrt(s)): scale errors, and
    /// rotation between samples. <value>The default is 0.015: 2 degrees over a brisk swing.</value>
    /// </summary>
    [Range(0, 0.1)]
    public double GyroScaleNoise { get; init; } = 0.015;

    /// <summary>Accelerometer noise density, m/s²/sqrt(Hz). <value>The default is 0.1.</value></summary>
    [Range(1e-4, 2)]
    public double AccelNoiseMps2PerSqrtHz { get; init; } = 0.1;

    /// <summary>Further velocity noise per unit of acceleration beyond gravity along the same axis: scale errors, and impacts between samples.
    /// <value>The default is 0.05.</value></summary>
    [Range(0, 0.1)]
    public double AccelScaleNoise { get; init; } = 0.05;

    /// <summary>Standard deviation of the gyroscope bias before anything is known, rad/s. <value>The default is 0.02.</value></summary>
    [Range(1e-4, 0.2)]
    public double InitialGyroBiasRadPerS { get; init; } = 0.02;

    /// <summary>Random walk of the gyroscope bias, rad/s/sqrt(s). <value>The default is 0.0002.</value></summary>
    [Range(0, 0.01)]
    public double GyroBiasWalk { get; init; } = 0.0002;

    /// <summary>Standard deviation of the accelerometer bias before anything is known, m/s². <value>The default is 0.02.</value></summary>
    [Range(1e-3, 2)]
    public double InitialAccelBiasMps2 { get; init; } = 0.02;

    /// <summary>Random walk of the accelerometer bias, m/s²/sqrt(s). <value>The default is 0.001.</value></summary>
    [Range(0, 0.1)]
    public double AccelBiasWalk { get; init; } = 0.001;
}

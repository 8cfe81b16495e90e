using GaitSense.Core;
using GaitSense.Simulation.Motion;
using GaitSense.Simulation.Radio;

namespace GaitSense.Simulation.Sensor;

/// <summary>
/// What a real inertial sensor does to the truth. The defaults are a good consumer sensor (16 g, 2000 degrees/s, 16 bits) at 100 Hz on a
/// shared clock without loss; noise and bias are of the order of the Bosch BMI160's and BMI270's data sheets.
/// </summary>
public sealed record ImuErrorModel
{
    /// <summary>A sensor without any error, with the foot's axes, sampling instants exactly; not rounded.</summary>
    public static ImuErrorModel Ideal { get; } = new()
    {
        Bits = 0,
        SubSamples = 1,
        AccelRangeMps2 = double.PositiveInfinity,
        GyroRangeRadPerS = double.PositiveInfinity,
        AccelNoiseMps2PerRootHz = 0,
        GyroNoiseRadPerSPerRootHz = 0,
        AccelBiasSdMps2 = 0,
        GyroBiasSdRadPerS = 0,
        AccelBiasWalkMps2PerRootS = 0,
        GyroBiasWalkRadPerSPerRootS = 0,
        ScaleErrorSd = 0,
        CrossAxisSd = 0,
    };

    /// <summary>Nominal sampling rate, Hz; 50 to 400 in use, 10 to 2000 allowed. <value>The default is 100.</value></summary>
    public double RateHz { get; init; } = 100;

    /// <summary>Accelerometer range, ±m/s²; beyond it the reading stays at the limit. <value>The default is 156.9 (16 g).</value></summary>
    public double AccelRangeMps2 { get; init; } = 16 * FootState.GravityMps2;

    /// <summary>Gyroscope range, ±rad/s; beyond it the reading stays at the limit. <value>The default is 34.9 (2000 degrees/s).</value></summary>
    public double GyroRangeRadPerS { get; init; } = 2000 * Math.PI / 180;

    /// <summary>Bits of a reading over the whole range; 0 does not round. <value>The default is 16.</value></summary>
    public int Bits { get; init; } = 16;

    /// <summary>Whether the sensor says which of its readings are at the end of a range. <value>The default is that it does not, as files do not.</value></summary>
    public bool DeclaresClipping { get; init; }

    /// <summary>
    /// How many instants one reading averages, spread evenly over one sampling period around its time: the sensor's own low-pass
    /// filter, with its delay already taken off. <value>The default is 4.</value>
    /// </summary>
    public int SubSamples { get; init; } = 4;

    /// <summary>Accelerometer white noise, m/s² per root Hz. <value>The default is 0.0018 (180 µg).</value></summary>
    public double AccelNoiseMps2PerRootHz { get; init; } = 0.0018;

    /// <summary>Gyroscope white noise, rad/s per root Hz. <value>The default is 0.00012 (0.007 degrees/s).</value></summary>
    public double GyroNoiseRadPerSPerRootHz { get; init; } = 0.00012;

    /// <summary>SD of each accelerometer axis's constant bias, m/s². <value>The default is 0.15.</value></summary>
    public double AccelBiasSdMps2 { get; init; } = 0.15;

    /// <summary>SD of each gyroscope axis's constant bias, rad/s. <value>The default is 0.005 (0.3 degrees/s).</value></summary>
    public double GyroBiasSdRadPerS { get; init; } = 0.005;

    /// <summary>Random walk of each accelerometer axis's bias, m/s² per root s. <value>The default is 0.0005.</value></summary>
    public double AccelBiasWalkMps2PerRootS { get; init; } = 0.0005;

    /// <summary>Random walk of each gyroscope axis's bias, rad/s per root s. <value>The default is 0.00003.</value></summary>
    public double GyroBiasWalkRadPerSPerRootS { get; init; } = 0.00003;

    /// <summary>SD of each axis's relative scale error. <value>The default is 0.005.</value></summary>
    public double ScaleErrorSd { get; init; } = 0.005;

    /// <summary>SD of each cross-axis coupling. <value>The default is 0.005.</value></summary>
    public double CrossAxisSd { get; init; } = 0.005;

    /// <summary>How the sensor is said to sit on the foot. <value>The default is with the foot's axes.</value></summary>
    public MountingAxes Mounting { get; init; } = MountingAxes.Identity;

    /// <summary>Whether the recording says so; otherwise its mounting is unknown. <value>The default is true.</value></summary>
    public bool MountingDeclared { get; init; } = true;

    /// <summary>
    /// How far the shoe tilts the sensor forward out of its declared axes (top toward the toe), rad. <value>The default is 0.</value>
    /// The recordings at hand show tilts of 17 to 51 degrees in all.
    /// </summary>
    public double TiltForwardRad { get; init; }

    /// <summary>How far the shoe tilts the sensor outward (top away from the other foot), rad. <value>The default is 0.</value></summary>
    public double TiltOutwardRad { get; init; }

    /// <summary>How much faster than nominal the sensor samples, ppm; its timestamps say when it really did. <value>The default is 0.</value></summary>
    public double RateErrorPpm { get; init; }

    /// <summary>How much faster than true the sensor's clock runs, ppm: its timestamps drift off the truth. <value>The default is 0.</value></summary>
    public double ClockErrorPpm { get; init; }

    /// <summary>SD of the timestamps' jitter, s; they never run backward. <value>The default is 0.</value></summary>
    public double TimestampJitterS { get; init; }

    /// <summary>Share of samples lost. <value>The default is 0.</value></summary>
    public double LossShare { get; init; }

    /// <summary>Mean number of samples lost at once. <value>The default is 3.</value></summary>
    public double LossBurstSamples { get; init; } = 3;

    /// <summary>Long holes a minute, as after a lost connection. <value>The default is 0.</value></summary>
    public double HolesPerMin { get; init; }

    /// <summary>Length of such a hole, s. <value>The default is 0.4.</value></summary>
    public double HoleS { get; init; } = 0.4;

    /// <summary>How much warmer the sensor gets in the end than at the start, K: worn, it warms up and its biases drift. <value>The default is 0.</value></summary>
    public double WarmUpK { get; init; }

    /// <summary>Time constant of warming up, s. <value>The default is 300.</value></summary>
    public double WarmUpTimeS { get; init; } = 300;

    /// <summary>SD of each accelerometer axis's bias change with temperature, m/s² per K. <value>The default is 0.01 (1 mg, of the order of the data sheets).</value></summary>
    public double AccelBiasPerKSdMps2 { get; init; } = 0.01;

    /// <summary>SD of each gyroscope axis's bias change with temperature, rad/s per K. <value>The default is 0.0009 (0.05 degrees/s, of the order of the data sheets).</value></summary>
    public double GyroBiasPerKSdRadPerS { get; init; } = 0.0009;

    /// <summary>Frequency at which a softly mounted sensor rings, Hz, 5 to 100; 0 mounts it rigidly. <value>The default is 0.</value> Skin, straps and loose shoes are at 15 to 30 Hz.</summary>
    public double SoftMountHz { get; init; }

    /// <summary>Damping of the soft mounting relative to critical. <value>The default is 0.2.</value></summary>
    public double SoftMountDamping { get; init; } = 0.2;

    /// <summary>How much a softly mounted sensor rocks as it gives way, rad per m. <value>The default is 5.</value></summary>
    public double SoftMountRockRadPerM { get; init; } = 5;

    /// <summary>How far the mounting slips during the walk: a rotation about foot axes, rad, for the left foot; the right one mirrors it. <value>The default is none.</value></summary>
    public Vector3D SlipRad { get; init; }

    /// <summary>When it begins to slip, s on the walk's clock. <value>The default is 25.</value></summary>
    public double SlipAtS { get; init; } = 25;

    /// <summary>How long it takes to slip, s, above 0: 0.1 is a jerk, minutes are a creep. <value>The default is 0.1.</value></summary>
    public double SlipOverS { get; init; } = 0.1;

    /// <summary>Which foot's sensor slips; null for both. <value>The default is null.</value></summary>
    public Foot? SlipFoot { get; init; }

    /// <summary>The radio link whose losses the recording shows; null loses nothing more. <value>The default is null.</value></summary>
    public RadioModel? Radio { get; init; }
}

namespace GaitSense.Core;

/// <summary>What the contact detector looks at, once per sample.</summary>
/// <param name="Time">Time of the sample.</param>
/// <param name="RateRadPerS">Angular rate about the sagittal axis, rad/s; the axis' sign is arbitrary but must not change in a stride.</param>
/// <param name="AngleRad">Sagittal foot angle since foot flat, rad, same sign as the rate.</param>
/// <param name="SpeedMps">Horizontal speed of the sensor, m/s.</param>
/// <param name="TotalSpeedMps">Speed in all directions, m/s: a foot lifted straight up moves too.</param>
/// <param name="ForceJumpMps2">How far the specific force is from its mean over the last 25 ms, m/s².</param>
/// <param name="IsStill">Whether the foot stands still.</param>
/// <param name="IsSpeedTrusted">Whether the speeds mean anything: not before the first rest, nor after a long gap.</param>
/// <param name="TurnRateRadPerS">Angular rate about the vertical, rad/s.</param>
internal readonly record struct ContactSample(
    DeviceTime Time,
    double RateRadPerS,
    double AngleRad,
    double SpeedMps,
    double TotalSpeedMps,
    double ForceJumpMps2,
    bool IsStill,
    bool IsSpeedTrusted,
    double TurnRateRadPerS = 0);

namespace GaitSense.Devices;

/// <summary>One pulse of a motor.</summary>
/// <param name="Strength">Share of the motor's full strength, 0 to 1; 0 stops the motor.</param>
/// <param name="DurationMs">How long, ms, 1 to 1000.</param>
public readonly record struct VibrationPulse(double Strength, int DurationMs)
{
    /// <summary>Stops the motor, and takes back what has not begun.</summary>
    public static VibrationPulse Stop => new(0, 1);
}

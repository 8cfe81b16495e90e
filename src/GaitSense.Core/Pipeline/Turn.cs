namespace GaitSense.Core;

/// <summary>A change of walking direction spread over consecutive strides of one foot.</summary>
/// <param name="Foot">The foot whose heading shows it.</param>
/// <param name="Start">Mid-stance before its first turning stride.</param>
/// <param name="End">Mid-stance after its last turning stride.</param>
/// <param name="AngleRad">Change of heading, rad, left positive.</param>
public readonly record struct Turn(Foot Foot, DeviceTime Start, DeviceTime End, double AngleRad)
{
    /// <summary>The turn in a line: "turn of 178° to the left from 9.120000 s to 11.040000 s".</summary>
    public override string ToString() => Print.Line($"turn of {Math.Abs(AngleRad) * 180 / Math.PI:0}° to the {(AngleRad >= 0 ? "left" : "right")} from {Start} to {End}");
}

namespace GaitSense.Core;

/// <summary>A mid-stance instant: where a stride's length is measured from or to.</summary>
/// <param name="Time">The instant.</param>
/// <param name="PositionM">Position, walk frame.</param>
/// <param name="AxisForward">Horizontal direction of the toe for a positive forward sign, walk frame, unit length.</param>
/// <param name="AngleRad">Sagittal angle that counts as zero.</param>
/// <param name="ZeroSdMps">How sure zero velocity was.</param>
internal readonly record struct Anchor(DeviceTime Time, Vector3D PositionM, Vector3D AxisForward, double AngleRad, double ZeroSdMps)
{
    public double HeadingRad(int forwardSign) => Math.Atan2(AxisForward.Y * forwardSign, AxisForward.X * forwardSign);
}

namespace GaitSense.Core;

/// <summary>A mid-stance instant: where a stride's length is measured from or to.</summary>
/// <param name="Time">The instant.</param>
/// <param name="PositionM">Position, walk frame.</param>
/// <param name="Rotation">Sensor frame to walk frame. The foot's axis is asked for later, because it may be learned in the swing to come.</param>
/// <param name="AngleRad">Sagittal angle that counts as zero.</param>
/// <param name="ZeroSdMps">How sure zero velocity was.</param>
/// <param name="Lost">Errors that clipping may have caused up to then.</param>
internal readonly record struct MidStanceReference(DeviceTime Time, Vector3D PositionM, Matrix3 Rotation, double AngleRad, double ZeroSdMps, LostPlaces Lost)
{
    /// <summary>Horizontal direction, walk frame, unit length, of an axis of the sensor frame.</summary>
    public Vector3D Horizontal(in Vector3D axis)
    {
        Vector3D walk = Rotation.Multiply(axis);
        return new Vector3D(walk.X, walk.Y, 0).Normalized();
    }

    /// <summary>Where the foot points, rad, left positive, from the X axis of the walk frame.</summary>
    public double HeadingRad(in FootAxis axis)
    {
        Vector3D forward = Horizontal(axis.Forward);
        return Math.Atan2(forward.Y * axis.Sign, forward.X * axis.Sign);
    }
}

namespace GaitSense.Core.Tests;

/// <summary>A tracker that says of the foot what it is told: where it is, where it points, how fast and how still it is.</summary>
internal sealed class PosedTracker
{
    public FootTracker Tracker { get; } = new(new FootPipelineOptions(), Thresholds.Default);

    /// <summary>Poses the foot.</summary>
    /// <param name="positionM">Place, walk frame, m.</param>
    /// <param name="headingRad">Where its sensor's x axis points, rad, left positive.</param>
    /// <param name="stillForS">For how long it has been still, s; 0: it is not.</param>
    /// <param name="zeroSdMps">How sure a zero would be, m/s.</param>
    /// <param name="velocityMps">Velocity, m/s.</param>
    /// <param name="shiftM">What the last zero moved the place by, m.</param>
    /// <param name="isTrusted">Whether speed and place mean anything.</param>
    public PosedTracker At(Vector3D positionM, double headingRad = 0, double stillForS = 0, double zeroSdMps = 0.1, Vector3D velocityMps = default, Vector3D shiftM = default, bool isTrusted = true)
    {
        (ErrorStateFilter.State Filter, MotionMeter.State Motion, FootTracker.State Own) s = Tracker.Snapshot;
        s.Filter.PositionM = positionM;
        s.Filter.VelocityMps = velocityMps;
        s.Filter.Rotation = new Matrix3(new(Math.Cos(headingRad), -Math.Sin(headingRad), 0), new(Math.Sin(headingRad), Math.Cos(headingRad), 0), new(0, 0, 1));
        (s.Own.IsAligned, s.Own.IsLost, s.Own.IsStill, s.Own.StillForS, s.Own.ZeroSd, s.Own.Shift) = (true, !isTrusted, stillForS > 0, stillForS, zeroSdMps, shiftM);
        Tracker.Snapshot = s;
        return this;
    }
}

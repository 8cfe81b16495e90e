namespace GaitSense.Analysis.Walks;

/// <summary>What a mean curve shows.</summary>
public enum CurveKind
{
    /// <summary>Sagittal foot angle, rad, toe up positive, over the stride from initial contact to initial contact.</summary>
    FootAngle,

    /// <summary>Sensor height above the line between the two mid-stances, m, from mid-stance to mid-stance.</summary>
    Height,
}

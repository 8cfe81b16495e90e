namespace GaitSense.Feedback.Plan;

/// <summary>What a target is about.</summary>
public enum TargetQuantity
{
    /// <summary>Greatest height of the sensor in swing, m.</summary>
    Clearance,

    /// <summary>Sagittal foot angle at the landing, degrees, toe up positive.</summary>
    FootAngleAtContact,

    /// <summary>Stride length, m.</summary>
    StrideLength,

    /// <summary>Symmetry index of step time, left against right, without its sign, percent.</summary>
    StepSymmetry,
}

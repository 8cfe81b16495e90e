namespace GaitSense.Core;

/// <summary>What mid-swing said of a stride's direction.</summary>
/// <param name="Axis">Along the foot's axis.</param>
/// <param name="Name">With the sign of forward as known then.</param>
internal readonly record struct EarlyDirection(AxisDirection Axis, WalkingDirection Name)
{
    /// <summary>Why the final direction is another one, if it is.</summary>
    public DirectionRevision RevisedBy(AxisDirection axis, WalkingDirection name, bool isCorner) =>
        name == Name ? DirectionRevision.None
        : Axis == AxisDirection.Unknown ? DirectionRevision.NoEarlyEstimate
        : Axis == axis ? DirectionRevision.ForwardLearned
        : isCorner ? DirectionRevision.Corner
        : DirectionRevision.Displacement;
}

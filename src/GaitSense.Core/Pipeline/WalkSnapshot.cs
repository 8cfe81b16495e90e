namespace GaitSense.Core;

/// <summary>The state of a <see cref="WalkPipeline"/> between two samples. Opaque; immutable.</summary>
public sealed class WalkSnapshot
{
    internal WalkSnapshot(
        FootSnapshot left,
        FootSnapshot right,
        (BilateralStage.State Own, StepAssembler.State Steps, BoutTracker.State Bouts, TurnTracker.State Left, TurnTracker.State Right, LiveMeter.State Meter) both,
        bool isComplete)
    {
        Left = left;
        Right = right;
        Both = both;
        IsComplete = isComplete;
    }

    internal FootSnapshot Left { get; }

    internal FootSnapshot Right { get; }

    internal (BilateralStage.State Own, StepAssembler.State Steps, BoutTracker.State Bouts, TurnTracker.State Left, TurnTracker.State Right, LiveMeter.State Meter) Both { get; }

    internal bool IsComplete { get; }
}

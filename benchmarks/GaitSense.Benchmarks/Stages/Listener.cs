using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>An observer that takes note of each pose and of nothing else.</summary>
internal sealed class Listener : IWalkObserver
{
    public double Height { get; private set; }

    public void OnPose(in FootPose pose) => Height = pose.PositionM.Z;
}

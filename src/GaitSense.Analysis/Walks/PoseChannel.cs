namespace GaitSense.Analysis.Walks;

/// <summary>The quantities that the ring of poses keeps.</summary>
internal enum PoseChannel
{
    PitchRad,
    XM,
    YM,
    ZM,
}

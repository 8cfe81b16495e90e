namespace GaitSense.Core;

/// <summary>Why a stride's direction is not the one that was said in mid-swing.</summary>
public enum DirectionRevision
{
    /// <summary>It is the same.</summary>
    None,

    /// <summary>The whole swing went another way than its first half.</summary>
    Displacement,

    /// <summary>A step around a corner goes the way of the walk.</summary>
    Corner,

    /// <summary>Which end of the foot is the toe was learned, or learned better, after mid-swing.</summary>
    ForwardLearned,

    /// <summary>In mid-swing nothing was said: the swing was not seen well enough.</summary>
    NoEarlyEstimate,
}

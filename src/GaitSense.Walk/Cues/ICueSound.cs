using GaitSense.Analysis.Cues;
using GaitSense.Feedback.Cues;

namespace GaitSense.Walk;

/// <summary>A sink that makes cues heard, and knows what became of them.</summary>
public interface ICueSound : ICueSink
{
    /// <summary>Whether it is played; if not, it is written to a file.</summary>
    bool IsLive { get; }

    /// <summary>What became of the cues, so far as the walk has heard of it.</summary>
    CueDelivered Delivered { get; }
}

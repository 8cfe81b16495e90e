using GaitSense.Core;
using GaitSense.Feedback.Rhythm;
using GaitSense.Feedback.Safety;

namespace GaitSense.Feedback.Engine;

/// <summary>Gives steady straight strides to what compares walking with walking: the baseline, cues against it, tiring.</summary>
internal sealed class StraightWalk(Baseline baseline, CueTally tally, RestAdvisor rest, TaskBlocks tasks)
{
    private readonly StraightStrides _strides = new();

    /// <summary>A valid stride.</summary>
    /// <param name="stride">The stride.</param>
    /// <param name="isStepping">Whether the walker steps cleanly in the practised direction.</param>
    /// <param name="isCued">Whether there are cues.</param>
    /// <param name="walkS">Now, s after the first sample.</param>
    public void Stride(in Stride stride, bool isStepping, bool isCued, double walkS)
    {
        if (!isStepping) _strides.Break();
        else if (_strides.TryPush(in stride, isCued, out Stride straight, out bool wasCued))
        {
            rest.Stride(in straight);
            tasks.Straight(in straight, walkS, wasCued);
            if (!baseline.IsDone) baseline.Straight.Add(in straight);
            else if (wasCued) tally.AddStraight(in straight, baseline.Straight);
        }
    }
}

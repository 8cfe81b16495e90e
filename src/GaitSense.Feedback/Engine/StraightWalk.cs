using GaitSense.Core;

namespace GaitSense.Feedback;

/// <summary>Gives steady straight strides to what compares walking with walking: the silent start, cues against it, tiring.</summary>
internal sealed class StraightWalk(Baseline baseline, CueTally tally, RestAdvisor rest)
{
    private readonly StraightStrides _strides = new();

    /// <summary>A valid stride.</summary>
    /// <param name="stride">The stride.</param>
    /// <param name="isStepping">Whether somebody steps cleanly the right way.</param>
    /// <param name="isCued">Whether there are cues.</param>
    public void Stride(in Stride stride, bool isStepping, bool isCued)
    {
        if (!isStepping) _strides.Break();
        else if (_strides.TryPush(in stride, isCued, out Stride straight, out bool wasCued))
        {
            rest.Stride(in straight);
            if (!baseline.IsDone) baseline.Straight.Add(in straight);
            else if (wasCued) tally.AddStraight(in straight, baseline.Straight);
        }
    }
}

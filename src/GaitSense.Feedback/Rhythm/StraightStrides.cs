using GaitSense.Core;

namespace GaitSense.Feedback.Rhythm;

/// <summary>
/// Steady straight walking, stride by stride, so that what is compared is walking of one kind. A turn or an interruption is felt in the strides around it: one of each foot before and after it does
/// not count, so a stride is known to count two strides later.
/// </summary>
internal sealed class StraightStrides
{
    private const int Around = 2;

    private readonly (Stride Stride, bool IsCued)[] _waiting = new (Stride, bool)[Around];
    private int _count, _left = Around;

    /// <summary>Takes a stride while the walker steps. True where an earlier one has become a counted stride.</summary>
    /// <param name="stride">The stride.</param>
    /// <param name="isCued">Whether there are cues now.</param>
    /// <param name="straight">The one that counts.</param>
    /// <param name="wasCued">Whether there were cues then.</param>
    public bool TryPush(in Stride stride, bool isCued, out Stride straight, out bool wasCued)
    {
        (straight, wasCued) = _waiting[0];
        if (!SteadyStride.IsWalking(in stride) || SteadyStride.IsTurning(in stride)) Break();
        else if (_left > 0) _left--;
        else if (_count < Around) _waiting[_count++] = (stride, isCued);
        else
        {
            (_waiting[0], _waiting[1]) = (_waiting[1], (stride, isCued));
            return true;
        }

        return false;
    }

    /// <summary>Steady walking ended.</summary>
    public void Break() => (_count, _left) = (0, Around);
}

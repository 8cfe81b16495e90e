using GaitSense.Core;

namespace GaitSense.Recording.Reversal;

/// <summary>Finds where a walk may be joined with its reversal: where all feet are still.</summary>
public static class RestJoin
{
    /// <summary>How long every foot must be still up to the join, s.</summary>
    public const double StillS = 0.5;

    /// <summary>Below this angular rate a foot is still, rad/s; far above any sensor's bias, far below any step.</summary>
    public const double StillRadPerS = 0.25;

    /// <summary>
    /// The first sample time at which every foot has been still for <see cref="StillS"/>, that half second wholly after
    /// <paramref name="after"/>; null where the walk never comes to rest again.
    /// </summary>
    /// <param name="feet">The samples of one or two feet on one clock, each in time order.</param>
    /// <param name="after">Where to start looking: the last contact that matters.</param>
    public static DeviceTime? Find(IReadOnlyList<ImuSample[]> feet, DeviceTime after)
    {
        ArgumentNullException.ThrowIfNull(feet);
        if (feet.Count == 0) return null;
        foreach (ImuSample candidate in feet[0])
        {
            DeviceTime from = candidate.Time.AddSeconds(-StillS);
            if (from >= after && feet.All(foot => IsStill(foot, from, candidate.Time))) return candidate.Time;
        }

        return null;
    }

    private static bool IsStill(ImuSample[] foot, DeviceTime from, DeviceTime to)
    {
        int first = FirstFrom(foot, from), seen = 0;
        for (int i = first; i < foot.Length && foot[i].Time <= to; i++, seen++)
            if (!(foot[i].GyroRadPerS.Length < StillRadPerS)) return false; // no number is no rest
        return seen > 1;
    }

    private static int FirstFrom(ImuSample[] foot, DeviceTime from)
    {
        int low = 0, high = foot.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (foot[middle].Time < from) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}

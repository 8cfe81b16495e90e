using GaitSense.Core;

namespace GaitSense.Analysis.Walks;

/// <summary>The last poses of one foot, thinned to at most 200 a second, in a ring of fixed size: some 20 s.</summary>
internal sealed class PoseRing
{
    private const int Capacity = 4096;
    private const long SpacingUs = 4500;
    private readonly Entry[] _entries = new Entry[Capacity];
    private long _written;

    public long NewestUs { get; private set; } = long.MinValue;

    private long Oldest => Math.Max(0, _written - Capacity);

    public void Add(in FootPose pose)
    {
        long timeUs = pose.Time.Microseconds;
        if (_written > 0 && timeUs <= NewestUs) return;
        NewestUs = timeUs;

        // The newest pose is always kept, so that a window which ends at it is whole; the spacing is that of settled entries.
        if (_written > 1 && timeUs - this[_written - 2].TimeUs < SpacingUs) _written--;
        this[_written] = new Entry(timeUs, pose.PitchRad, pose.PositionM, pose.Phase == FootPhase.FootFlat);
        _written++;
    }

    /// <summary>Fills <paramref name="curve"/> from <paramref name="startUs"/> to <paramref name="endUs"/>; false where the ring does not hold all of it.</summary>
    public bool TryResample(long startUs, long endUs, PoseChannel channel, Span<double> curve)
    {
        long oldest = Oldest;
        if (endUs <= startUs || _written - oldest < 2 || this[oldest].TimeUs > startUs || this[_written - 1].TimeUs < endUs) return false;
        long at = FirstNotBefore(startUs);
        for (int i = 0; i < curve.Length; i++)
        {
            double time = startUs + ((endUs - startUs) * ((double)i / (curve.Length - 1)));
            while (at < _written - 1 && this[at].TimeUs < time) at++;
            Entry right = this[at], left = at > oldest ? this[at - 1] : right;
            double share = right.TimeUs > left.TimeUs ? Math.Clamp((time - left.TimeUs) / (right.TimeUs - left.TimeUs), 0, 1) : 1;
            double from = left.Value(channel), to = right.Value(channel);
            curve[i] = from + (share * (to - from));
        }

        return true;
    }

    /// <summary>Time of the last pose before the foot came to the rest in which <paramref name="atUs"/> lies; null where it does not lie in a rest.</summary>
    public long? LastMovingBefore(long atUs)
    {
        long at = FirstNotBefore(atUs);
        if (_written == 0 || !this[at].IsStill) return null;
        while (at >= Oldest && this[at].IsStill) at--;
        return at >= Oldest ? this[at].TimeUs : null;
    }

    /// <summary>Time of the last pose of the rest in which <paramref name="atUs"/> lies; <paramref name="atUs"/> itself where it does not lie in a rest.</summary>
    public long LastStillFrom(long atUs)
    {
        long at = FirstNotBefore(atUs);
        while (at + 1 < _written && this[at].IsStill && this[at + 1].IsStill) at++;
        return Math.Max(atUs, this[at].IsStill ? this[at].TimeUs : atUs);
    }

    private long FirstNotBefore(long timeUs)
    {
        long low = Oldest, high = _written - 1;
        while (low < high)
        {
            long middle = (low + high) / 2;
            if (this[middle].TimeUs < timeUs) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private ref Entry this[long index] => ref _entries[index & (Capacity - 1)];

    private readonly record struct Entry(long TimeUs, double PitchRad, Vector3D PositionM, bool IsStill)
    {
        public double Value(PoseChannel channel) => channel switch
        {
            PoseChannel.PitchRad => PitchRad,
            PoseChannel.XM => PositionM.X,
            PoseChannel.YM => PositionM.Y,
            _ => PositionM.Z,
        };
    }
}

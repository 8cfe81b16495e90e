namespace GaitSense.Analysis;

/// <summary>The last poses of one foot, thinned to at most 200 a second, in a ring of fixed size: some 20 s.</summary>
internal sealed class PoseRing
{
    private const int Capacity = 4096;
    private const long SpacingUs = 4500;
    private readonly Entry[] _entries = new Entry[Capacity];
    private long _written;

    public long NewestUs { get; private set; } = long.MinValue;

    public void Add(long timeUs, double pitchRad, double heightM)
    {
        if (_written > 0 && timeUs <= NewestUs) return;
        NewestUs = timeUs;
        if (_written > 0 && timeUs - this[_written - 1].TimeUs < SpacingUs)
        {
            // The newest pose is always kept, so that a window which ends at it is whole; the spacing is that of settled entries.
            if (_written > 1 && timeUs - this[_written - 2].TimeUs < SpacingUs) _written--;
        }

        this[_written] = new Entry(timeUs, pitchRad, heightM);
        _written++;
    }

    /// <summary>Fills <paramref name="curve"/> from <paramref name="startUs"/> to <paramref name="endUs"/>; false where the ring does not hold all of it.</summary>
    public bool TryResample(long startUs, long endUs, bool pitch, Span<double> curve)
    {
        long oldest = Math.Max(0, _written - Capacity);
        if (endUs <= startUs || _written - oldest < 2 || this[oldest].TimeUs > startUs || this[_written - 1].TimeUs < endUs) return false;
        long at = FirstNotBefore(startUs, oldest);
        for (int i = 0; i < curve.Length; i++)
        {
            double time = startUs + ((endUs - startUs) * ((double)i / (curve.Length - 1)));
            while (at < _written - 1 && this[at].TimeUs < time) at++;
            Entry right = this[at], left = at > oldest ? this[at - 1] : right;
            double share = right.TimeUs > left.TimeUs ? Math.Clamp((time - left.TimeUs) / (right.TimeUs - left.TimeUs), 0, 1) : 1;
            curve[i] = pitch ? left.PitchRad + (share * (right.PitchRad - left.PitchRad)) : left.HeightM + (share * (right.HeightM - left.HeightM));
        }

        return true;
    }

    private long FirstNotBefore(long timeUs, long oldest)
    {
        long low = oldest, high = _written - 1;
        while (low < high)
        {
            long middle = (low + high) / 2;
            if (this[middle].TimeUs < timeUs) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private ref Entry this[long index] => ref _entries[index & (Capacity - 1)];

    private readonly record struct Entry(long TimeUs, double PitchRad, double HeightM);
}

namespace GaitSense.Streams;

/// <summary>How delays are spread: half-millisecond bins up to two seconds. Nothing is allocated per delay; may be read while it is written.</summary>
public sealed class DelayHistogram
{
    private const double BinS = 0.0005;

    private readonly int[] _bins = new int[4001];
    private long _count;

    /// <summary>Delays counted.</summary>
    public long Count => Volatile.Read(ref _count);

    /// <summary>Counts a delay.</summary>
    /// <param name="seconds">The delay, s; below 0 counts as 0.</param>
    public void Add(double seconds)
    {
        _bins[(int)Math.Clamp(seconds / BinS, 0, _bins.Length - 1)]++;
        Volatile.Write(ref _count, _count + 1);
    }

    /// <summary>The delay that a share of all stay below, s, to half a millisecond; null before the first. Two seconds stand for all longer ones.</summary>
    /// <param name="share">0 to 1.</param>
    public double? At(double share)
    {
        long count = Count, seen = 0;
        if (count == 0) return null;
        for (int i = 0; i < _bins.Length; i++)
        {
            seen += _bins[i];
            if (seen >= share * count) return (i + 1) * BinS;
        }

        return _bins.Length * BinS;
    }
}

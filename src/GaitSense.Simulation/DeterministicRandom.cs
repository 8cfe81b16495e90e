namespace GaitSense.Simulation;

/// <summary>
/// A random sequence that is the same for a seed on every machine and in every version: xoshiro256** (Blackman and Vigna 2018), its state
/// filled by SplitMix64. System.Random promises no such thing.
/// </summary>
public sealed class DeterministicRandom
{
    private ulong _s0, _s1, _s2, _s3;
    private double _spare;
    private bool _hasSpare;

    /// <summary>Starts the sequence of <paramref name="seed"/>; any value is fine.</summary>
    public DeterministicRandom(ulong seed) => (_s0, _s1, _s2, _s3) = (Split(ref seed), Split(ref seed), Split(ref seed), Split(ref seed));

    /// <summary>Starts the sequence named <paramref name="stream"/> of a seed, so that one use of chance does not shift another.</summary>
    public DeterministicRandom(ulong seed, ulong stream)
        : this(seed ^ (0x9E3779B97F4A7C15UL * (stream + 1)))
    {
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        ulong result = ulong.RotateLeft(_s1 * 5, 7) * 9;
        ulong t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = ulong.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1), 53 bits.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Normal with mean 0 and SD 1, by Marsaglia's polar method.</summary>
    public double NextNormal()
    {
        if (_hasSpare)
        {
            _hasSpare = false;
            return _spare;
        }

        while (true)
        {
            double u = (2 * NextDouble()) - 1, v = (2 * NextDouble()) - 1;
            double s = (u * u) + (v * v);
            if (s is <= 0 or >= 1) continue;
            double k = Math.Sqrt(-2 * Math.Log(s) / s);
            (_spare, _hasSpare) = (v * k, true);
            return u * k;
        }
    }

    /// <summary>Normal, cut at 2.5 SD so that no stride becomes impossible.</summary>
    public double NextVariation() => Math.Clamp(NextNormal(), -2.5, 2.5);

    private static ulong Split(ref ulong state)
    {
        ulong z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}

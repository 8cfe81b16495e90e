using GaitSense.Core;

namespace GaitSense.Recording.Units;

/// <summary>
/// Finds stretches in which the specific force hardly changes, whatever its unit, and says how large it is there. Fixed memory.
/// </summary>
internal sealed class RestMeter
{
    private const double WindowS = 0.25;
    private const int FewestSamples = 10;
    private const double MaxSpread = 0.02; // standard deviation over mean; sensors at rest show less than 0.01

    // In order of time, and in order of size: the median is asked for much more often than a reading comes.
    private readonly double[] _readings = new double[256], _sorted = new double[256];
    private DeviceTime _start;
    private Vector3D _sum, _sumSquares;
    private int _n, _readingsSeen, _kept, _every = 1;

    /// <summary>Stretches found.</summary>
    public int Count => _readingsSeen;

    /// <summary>Median reading at rest, in the unit of the samples; 0 where no rest was found.</summary>
    public double Median => _kept == 0 ? 0 : _sorted[_kept / 2];

    /// <summary>Adds a finite sample.</summary>
    public void Push(in ImuSample sample)
    {
        if (_n > 0 && sample.Time.SecondsSince(_start) >= WindowS) Close();
        if (_n == 0) _start = sample.Time;
        Vector3D a = sample.AccelMps2;
        _sum += a;
        _sumSquares += new Vector3D(a.X * a.X, a.Y * a.Y, a.Z * a.Z);
        _n++;
    }

    /// <summary>Ends the stretch under way.</summary>
    public void Close()
    {
        if (_n >= FewestSamples)
        {
            Vector3D mean = _sum * (1.0 / _n);
            Vector3D square = _sumSquares * (1.0 / _n);
            double variance = square.X + square.Y + square.Z - mean.LengthSquared;
            double level = mean.Length;
            if (variance <= MaxSpread * MaxSpread * level * level)
                Keep(level);
        }

        _n = 0;
        _sum = default;
        _sumSquares = default;
    }

    // Every reading first; where there are many, every second, fourth and so on, of the whole file alike.
    private void Keep(double level)
    {
        if (_readingsSeen++ % _every != 0) return;
        if (_kept == _readings.Length)
        {
            for (int i = 0; i < _kept / 2; i++) _readings[i] = _readings[2 * i];
            _kept /= 2;
            _every *= 2;
            _readings.AsSpan(0, _kept).CopyTo(_sorted);
            Array.Sort(_sorted, 0, _kept);
            if ((_readingsSeen - 1) % _every != 0) return;
        }

        int at = Array.BinarySearch(_sorted, 0, _kept, level);
        if (at < 0) at = ~at;
        Array.Copy(_sorted, at, _sorted, at + 1, _kept - at);
        _sorted[at] = _readings[_kept++] = level;
    }
}

using System.Diagnostics;
using System.Globalization;

namespace GaitSense.Benchmarks;

/// <summary>How far a long run is, on standard error, a line every few seconds.</summary>
internal sealed class Progress(int all, string what)
{
    private const double EveryS = 5;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private double _saidS;
    private int _done;

    public void Step()
    {
        lock (_lock)
        {
            _done++;
            double nowS = _clock.Elapsed.TotalSeconds;
            if (_done < all && nowS - _saidS < EveryS) return;
            _saidS = nowS;
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_done} of {all} {what}, {nowS:F0} s"));
        }
    }
}

using GaitSense.Core;

namespace GaitSense.Recording.Import;

/// <summary>Names stretches of readings that no sensor on a foot makes: all six zero, or beyond what any such sensor measures. Fixed memory.</summary>
internal sealed class StretchMeter
{
    // Beyond the widest ranges of sensors worn on feet: ±200 g, ±4000 °/s. A saturated ±2000 °/s gyroscope stays within.
    private const double MaxAccelMps2 = 200 * ImportUnits.GravityMps2, MaxGyroRadPerS = 4000 * Math.PI / 180;
    private const int FewestZeros = 3;
    private const int FewestAllAxes = 2;

    // A foot turns at 2000 °/s about one axis at most; about all three at once no foot does.
    private const double AllAxesRadPerS = 1500 * Math.PI / 180;

    private readonly Stretch _zeros = new(FewestZeros), _beyond = new(1), _allAxes = new(FewestAllAxes);
    private DeviceTime? _first;

    /// <summary>Adds a sample.</summary>
    public void Push(in ImuSample sample)
    {
        _first ??= sample.Time;
        double atS = sample.Time.SecondsSince(_first.Value);
        Vector3D a = sample.AccelMps2, w = sample.GyroRadPerS;
        bool isZero = a == default && w == default;
        _zeros.Push(atS, isZero);
        _beyond.Push(atS, a.Length > MaxAccelMps2 || w.Length > Math.Sqrt(3) * MaxGyroRadPerS);
        _allAxes.Push(atS, Math.Abs(w.X) > AllAxesRadPerS && Math.Abs(w.Y) > AllAxesRadPerS && Math.Abs(w.Z) > AllAxesRadPerS);
    }

    /// <summary>What was found, a sentence each.</summary>
    public IEnumerable<string> Sentences()
    {
        if (_zeros.Sentence() is { } zeros) yield return $"All six numbers are 0 {zeros}: nothing was measured there.";
        if (_beyond.Sentence() is { } beyond) yield return $"Readings are beyond any foot sensor's range {beyond}: they are no movement.";
        if (_allAxes.Sentence() is { } all) yield return $"The gyroscope reads more than 1500 °/s about all three axes {all}: no foot turns like that.";
    }

    private sealed class Stretch(int fewest)
    {
        private double _fromS, _toS, _longestFromS, _longestToS;
        private int _run, _longest, _count, _samples;

        public void Push(double atS, bool isIt)
        {
            if (!isIt)
            {
                _run = 0;
                return;
            }

            if (_run++ == 0) _fromS = atS;
            _toS = atS;
            if (_run < fewest) return;
            if (_run == fewest) (_count, _samples) = (_count + 1, _samples + fewest);
            else _samples++;
            if (_run > _longest) (_longest, _longestFromS, _longestToS) = (_run, _fromS, _toS);
        }

        public string? Sentence() => _count switch
        {
            0 => null,
            1 => FormattableString.Invariant($"in {_samples} samples, {_longestFromS:0.00} to {_longestToS:0.00} s after the first"),
            _ => FormattableString.Invariant($"in {_samples} samples of {_count} stretches, the longest {_longestFromS:0.00} to {_longestToS:0.00} s after the first"),
        };
    }
}

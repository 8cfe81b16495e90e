using GaitSense.Core;
using GaitSense.Recording.Import.Tables;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Samples;
using GaitSense.Recording.Units;

namespace GaitSense.Recording.Checkup;

/// <summary>Gathers a <see cref="SensorCheckup"/> sample by sample, with fixed memory.</summary>
internal sealed class SensorMeter(string path, double periodS)
{
    private const double WindowS = 0.25;
    private const int FewestSamples = 6;

    // A sensor on a standing foot shows less than 0.01 of its level; a walking one only a few hundredths while the sole is flat.
    private const double MaxSpread = 0.02;
    private const double MaxRestRadPerS = 0.5;

    private readonly GapMeter _gaps = new(periodS);
    private readonly UnitCheck _units = new(path);
    private readonly RestMeter _rest = new();
    private readonly double[] _least = [.. Enumerable.Repeat(double.PositiveInfinity, 6)];
    private readonly double[] _most = [.. Enumerable.Repeat(double.NegativeInfinity, 6)];
    private DeviceTime _windowStart;
    private Vector3D _accel, _squares, _gyro;
    private int _n, _windows, _still;
    private double _restS, _longestRestS;
    private Vector3D _restGyro, _longestGyro;
    private int _restSamples;
    private ulong _print = 14_695_981_039_346_656_037; // FNV-1a (Fowler, Noll, Vo), 64 bits

    /// <summary>Adds a sample.</summary>
    public void Push(in ImuSample sample)
    {
        _gaps.Push(in sample);
        _units.Push(in sample);
        Vector3D a = sample.AccelMps2, w = sample.GyroRadPerS;
        if (!a.IsFinite || !w.IsFinite) return;
        _rest.Push(in sample);
        See(0, a.X);
        See(1, a.Y);
        See(2, a.Z);
        See(3, w.X);
        See(4, w.Y);
        See(5, w.Z);
        if (_n > 0 && sample.Time.SecondsSince(_windowStart) >= WindowS) Close(sample.Time);
        if (_n == 0) _windowStart = sample.Time;
        _accel += a;
        _squares += new Vector3D(a.X * a.X, a.Y * a.Y, a.Z * a.Z);
        _gyro += w;
        _n++;
    }

    /// <summary>What was found.</summary>
    public SensorCheckup Complete(PlainSensor sensor, string? failure)
    {
        _rest.Close();
        EndRest();
        UnitVerdict units = _units.Complete();
        bool any = _print != 14_695_981_039_346_656_037;
        return new SensorCheckup
        {
            Foot = sensor.Foot,
            Samples = _gaps.Samples,
            FirstS = _gaps.First?.Seconds,
            LastS = _gaps.Last?.Seconds,
            RateHz = _gaps.MeanRateHz > 0 ? _gaps.MeanRateHz : null,
            StatedRateHz = sensor.RateHz,
            Gaps = _gaps.Gaps,
            LongestGapS = _gaps.LongestS,
            LongestGapAtS = _gaps.LongestAtS,
            InGapsS = _gaps.InGapsS,
            RepeatedTimes = _gaps.Repeated,
            Incomplete = _gaps.Missing,
            RestShare = _windows > 0 ? (double)_still / _windows : null,
            LongestRestS = _longestRestS,
            RestAccelMps2 = _rest.Count > 0 ? _rest.Median : null,
            RestGyroRadPerS = _longestRestS > 0 ? _longestGyro.Length : null,
            LargestAccelMps2 = any ? Largest(0) : 0,
            LargestGyroRadPerS = any ? Largest(3) : 0,
            StuckColumns = _gaps.Samples < 100 ? [] : [.. Enumerable.Range(0, 6).Where(i => _least[i] == _most[i]).Select(i => SampleColumns.Names[i + 1])],
            Units = units.Message,
            Failure = failure,
            Fingerprint = _print,
        };
    }

    private double Largest(int first) => Enumerable.Range(first, 3).Max(i => Math.Max(Math.Abs(_least[i]), Math.Abs(_most[i])));

    private void See(int column, double value)
    {
        _least[column] = Math.Min(_least[column], value);
        _most[column] = Math.Max(_most[column], value);
        _print = (_print ^ (ulong)BitConverter.DoubleToInt64Bits(value)) * 1_099_511_628_211;
    }

    private void Close(DeviceTime now)
    {
        double windowS = now.SecondsSince(_windowStart);
        // A stretch with a hole in it says nothing.
        if (_n >= FewestSamples && windowS < 2 * WindowS)
        {
            _windows++;
            Vector3D mean = _accel * (1.0 / _n), square = _squares * (1.0 / _n), turn = _gyro * (1.0 / _n);
            double variance = square.X + square.Y + square.Z - mean.LengthSquared;
            if (variance <= MaxSpread * MaxSpread * mean.LengthSquared && turn.Length < MaxRestRadPerS)
            {
                _still++;
                _restS += windowS;
                _restGyro += _gyro;
                _restSamples += _n;
            }
            else
            {
                EndRest();
            }
        }
        else
        {
            EndRest();
        }

        _n = 0;
        _accel = _squares = _gyro = default;
    }

    private void EndRest()
    {
        if (_restS > _longestRestS) (_longestRestS, _longestGyro) = (_restS, _restGyro * (1.0 / _restSamples));
        _restS = 0;
        _restGyro = default;
        _restSamples = 0;
    }
}

using GaitSense.Core;

namespace GaitSense.Recording.Import.Tables;

/// <summary>
/// An accelerometer's and a gyroscope's tables as one: at each time of the gyroscope, the acceleration on the straight line between its neighbours. Where
/// those lie more than 2.5 periods apart there is a gap: nothing is invented in it.
/// </summary>
internal sealed class MergedRows : SensorRows
{
    private const int Sample = 400;

    private readonly TableRows _accel, _gyro;
    private readonly double _longestS;
    private ImuSample _before, _after;
    private int _accels;
    private long _alone, _moved, _used;
    private bool _ended;

    /// <summary>Opens both tables.</summary>
    /// <exception cref="RecordingFormatException">One cannot be read.</exception>
    public MergedRows(string accelPath, TableLayout accel, string gyroPath, TableLayout gyro)
    {
        double accelS = Period(accelPath, accel), gyroS = Period(gyroPath, gyro);
        _longestS = 2.5 * accelS;
        _accel = new TableRows(accelPath, accel);
        try
        {
            _gyro = new TableRows(gyroPath, gyro);
        }
        catch
        {
            _accel.Dispose();
            throw;
        }

        IsEpoch = accel.Time.IsEpoch && gyro.Time.IsEpoch;
        if (accelS > 1.5 * gyroS && gyroS > 0)
            Notes.Add(FormattableString.Invariant($"The accelerometer is slower ({1 / accelS:0.#} Hz) than the gyroscope ({1 / gyroS:0.#} Hz): landings are blurred."));
    }

    /// <inheritdoc/>
    public override double Fraction => _gyro.Fraction;

    /// <inheritdoc/>
    public override bool TryRead(out ImuSample sample)
    {
        while (!_ended && _gyro.TryRead(out ImuSample gyro))
        {
            while (_accels < 2 || _after.Time < gyro.Time)
            {
                if (!_accel.TryRead(out ImuSample next)) break;
                _before = _accels == 0 ? next : _after;
                _after = next;
                _accels++;
            }

            if (TryAccelAt(gyro.Time, out Vector3D accel))
            {
                _used++;
                sample = gyro with { AccelMps2 = accel };
                return true;
            }

            _alone++;
        }

        if (!_ended) End();
        sample = default;
        return false;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _accel.Dispose();
        _gyro.Dispose();
    }

    private static double Period(string path, TableLayout layout)
    {
        using var rows = new TableRows(path, layout);
        var first = new List<ImuSample>(Sample);
        while (first.Count < Sample && rows.TryRead(out ImuSample sample)) first.Add(sample);
        return GapMeter.PeriodOf(first);
    }

    private bool TryAccelAt(DeviceTime time, out Vector3D accel)
    {
        accel = default;
        if (_accels == 0) return false;
        if (time == _after.Time || time == _before.Time)
        {
            accel = time == _after.Time ? _after.AccelMps2 : _before.AccelMps2;
            return true;
        }

        double span = _after.Time.SecondsSince(_before.Time);
        if (time < _before.Time || time > _after.Time || span > _longestS) return false;
        accel = _before.AccelMps2 + ((_after.AccelMps2 - _before.AccelMps2) * (time.SecondsSince(_before.Time) / span));
        _moved++;
        return true;
    }

    private void End()
    {
        _ended = true;
        Notes.Add(FormattableString.Invariant($"Accelerometer and gyroscope were merged at the gyroscope's times: at {_moved} of {_used} the acceleration lies on the line between its neighbours, at most {_longestS * 1000:0.#} ms apart."));
        if (_alone > 0) Notes.Add(FormattableString.Invariant($"{_alone} readings of the gyroscope without an acceleration around them were left out."));
        Notes.AddRange(_accel.Notes);
        Notes.AddRange(_gyro.Notes);
    }
}

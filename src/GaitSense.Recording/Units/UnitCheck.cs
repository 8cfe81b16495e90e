using GaitSense.Core;
using GaitSense.Recording.Import;

namespace GaitSense.Recording.Units;

/// <summary>
/// Watches one sensor's samples for numbers that are in other units than the format says: a factor of 9.8 in the accelerometer, of 57.3
/// in the gyroscope, or a time that is not in seconds. One pass, fixed memory; the verdict is over all of the
/// samples: it comes at the end, or in a live walk after half a minute that agrees. Rows of zeros are no evidence.
/// </summary>
/// <remarks>
/// The evidence was chosen on 103 recorded feet of five sensor types (walking, jogging, stairs, multiple sclerosis). At rest all read 9.5 to 10.5 m/s²; where a foot
/// never rests, a tenth of its samples reads less than 7.7 to 10.4. While the specific force is off its rest level by more than 30 %, a foot
/// turns at 1.8 to 6.5 rad/s (median of a recording) and reaches at least 6.4 once. A factor of 57 leaves those ranges far behind on either
/// side, so the limits sit near the geometric middle: neither a shuffle nor a sprint comes close. Of 3784 pieces of one second none is
/// taken for another unit, even with the angular rate times 0.3 or 2.5; a real slip in the gyroscope shows after some steps.
/// </remarks>
public sealed class UnitCheck
{
    private const double DegreesPerRadian = 180 / Math.PI;
    private const int EveryN = 64;

    // A good file may begin with some odd seconds; half a minute in other units is a file in other units.
    private const double EarlyS = 30;

    // What no gyroscope that is worn measures: 4000 °/s.
    private const double MaxGyroRadPerS = 4000 / DegreesPerRadian;
    private const int FewestZeros = 10;

    private readonly string _path;
    private readonly bool _isStated;
    private readonly RestMeter _rest = new();
    private readonly LogHistogram _accel = new(), _gyroMoving = new(), _gyro = new(), _interval = new();
    private DeviceTime? _last;
    private double _spanS, _movingS, _accelLevel;
    private int _samples, _zeros;

    /// <summary>Creates the check of one sensor.</summary>
    /// <param name="path">What messages call the file.</param>
    /// <param name="isStated">Whether the file or its format states the units: then they are trusted up to a sensor's range, but for gravity at rest, and judged at the end.</param>
    public UnitCheck(string path, bool isStated = false)
    {
        _path = path;
        _isStated = isStated;
    }

    /// <summary>What is known so far. A slip, once found, stays.</summary>
    public UnitVerdict Verdict { get; private set; }

    /// <summary>Adds samples in time order. Those that are not finite are passed over.</summary>
    public void Push(ReadOnlySpan<ImuSample> samples)
    {
        foreach (ref readonly ImuSample sample in samples) Push(in sample);
    }

    /// <summary>Adds one sample. One that is not finite is passed over.</summary>
    public void Push(in ImuSample sample)
    {
        if (Verdict.Slip != UnitSlip.None || !sample.AccelMps2.IsFinite || !sample.GyroRadPerS.IsFinite) return;
        double intervalS = _last is { } last ? sample.Time.SecondsSince(last) : 0;
        _last = sample.Time;
        if (intervalS > 0) _interval.Add(intervalS);
        _spanS += intervalS;
        double accel = sample.AccelMps2.Length, gyro = sample.GyroRadPerS.Length;
        if (accel == 0 && gyro == 0)
        {
            _zeros++;
            return;
        }

        _rest.Push(in sample);
        _accel.Add(accel);
        _gyro.Add(gyro);
        if (_accelLevel > 0 && Math.Abs(accel - _accelLevel) > 0.3 * _accelLevel)
        {
            _gyroMoving.Add(gyro);
            _movingS += Math.Min(intervalS, 0.1);
        }

        if (++_samples % EveryN != 0) return;
        _accelLevel = _rest.Count >= 3 ? _rest.Median : _accel.Quantile(0.1);
        if (_spanS >= EarlyS && !_isStated) Judge(atEnd: false);
    }

    /// <summary>Ends the samples: judges on what there is.</summary>
    public UnitVerdict Complete()
    {
        _rest.Close();
        Judge(atEnd: true);
        return Verdict;
    }

    /// <summary>Throws where a slip was found.</summary>
    /// <exception cref="UnitSlipException">A slip was found.</exception>
    internal void ThrowIfSlipped()
    {
        if (Verdict.Slip != UnitSlip.None) throw new UnitSlipException(_path, Verdict);
    }

    private void Judge(bool atEnd)
    {
        if (Verdict.Slip != UnitSlip.None) return;
        if (_samples == 0)
        {
            if (_zeros >= FewestZeros) Verdict = WithoutGravity(0);
            return;
        }

        if (_interval.Count >= 50 && _interval.Quantile(0.5) is > 0.5 and var interval)
            Verdict = Time(interval);
        else if (_rest.Count >= (atEnd && !_isStated ? 1 : 4))
            Verdict = AccelAtRest(_rest.Median);
        else if (_spanS >= 1 && !_isStated)
            Verdict = AccelMoving(_accel.Quantile(0.1), _accel.Quantile(0.5));
        if (Verdict.Slip == UnitSlip.None) Verdict = Gyro();
    }

    private static UnitVerdict Time(double intervalS) => Found(UnitSlip.TimeNotInSeconds, intervalS,
        $"samples lie {intervalS:G3} s apart: is time_s in milliseconds or microseconds? gaitsense expects seconds");

    private static UnitVerdict AccelAtRest(double level) => level switch
    {
        > 6 and < 16 => default,
        > 0.6 and < 1.6 => Found(UnitSlip.AccelInG, level, Expects(level, "at rest", "is this in g?", ImportUnits.GravityMps2)),
        > 60 and < 160 => Found(UnitSlip.AccelMultipliedTwice, level,
            Expects(level, "at rest", "was it multiplied by 9.8 twice?", 1 / ImportUnits.GravityMps2)),
        > 600 and < 1600 => Found(UnitSlip.AccelInMilliG, level, Expects(level, "at rest", "is this in mg?", ImportUnits.GravityMps2 / 1000)),
        > 6000 and < 16000 => Found(UnitSlip.AccelInMillimetres, level, Expects(level, "at rest", "is this in mm/s2?", 0.001)),
        < 0.6 => WithoutGravity(level),
        _ => Found(UnitSlip.AccelUnexplained, level,
            $"at rest the accelerometer reads {level:G3}, which no usual unit explains: its scale is off by a factor of {level / ImportUnits.GravityMps2:0.00}; gaitsense expects m/s2 (9.8 at rest); check the sensor's range, or multiply the acc columns by {ImportUnits.GravityMps2 / level:0.000}"),
    };

    // Without a rest the level is only known roughly, so only what lies far off counts.
    private static UnitVerdict AccelMoving(double low, double median)
    {
        if (low < 0.3 && median < 1) return WithoutGravity(low);
        if (low < 2.2 && median < 4) return Found(UnitSlip.AccelInG, low, Expects(low, "at its quietest", "is this in g?", ImportUnits.GravityMps2));
        if (low > 44) return Found(UnitSlip.AccelMultipliedTwice, low, Expects(low, "at its quietest", "was it multiplied by 9.8 twice?", 1 / ImportUnits.GravityMps2));
        return default;
    }

    private static UnitVerdict WithoutGravity(double level) => Found(UnitSlip.AccelWithoutGravity, level,
        $"at rest the accelerometer reads {level:F2}: was gravity taken out? gaitsense expects m/s2 with gravity (9.8 at rest)");

    private UnitVerdict Gyro()
    {
        double typical = _gyroMoving.Quantile(0.5);
        bool moved = _gyroMoving.Count >= 50 && _movingS >= 1;
        bool beyondAFoot = moved && typical > 25;
        bool beyondASensor = _gyro.Count >= 200 && _gyro.ShareAbove(_isStated ? MaxGyroRadPerS : 50) > 0.01;
        if ((beyondAFoot && !_isStated) || beyondASensor)
        {
            return Found(UnitSlip.GyroInDegreesPerS, _gyro.Max,
                $"the gyroscope reads up to {_gyro.Max:F0}: is this in degrees per second? gaitsense expects rad/s; divide the gyr columns by {DegreesPerRadian:F3}");
        }

        if (!_isStated && moved && _movingS >= 1.5 && typical < 0.4 && _gyro.Max < 0.7)
        {
            return Found(UnitSlip.GyroTooSmall, _gyro.Max,
                $"the gyroscope never reads more than {_gyro.Max:F2} in a moving foot: was it divided by 57.3 twice, or is it off? gaitsense expects rad/s");
        }

        return default;
    }

    private static FormattableString Expects(double level, string when, string guess, double factor) =>
        $"{when} the accelerometer reads {level:F1}: {guess} gaitsense expects m/s2 (9.8 at rest); multiply the acc columns by {factor:G6}";

    private static UnitVerdict Found(UnitSlip slip, double reading, FormattableString message) =>
        new(slip, reading, FormattableString.Invariant(message));
}

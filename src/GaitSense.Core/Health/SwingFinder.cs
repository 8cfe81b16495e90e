namespace GaitSense.Core;

/// <summary>
/// Finds swings from the readings alone, whatever their scale, axes and signs: from the quietest moment before one to the quietest after it. It needs no attitude
/// and knows no filter, so it works where those are wrong.
/// </summary>
internal struct SwingFinder
{
    private const double MinBinS = 0.0095, MaxBinS = 0.06;
    private const double ShortMemoryS = 0.04, LongMemoryS = 0.1;

    // A quietest moment is so for this long before and after; a stride has one.
    private const double AloneS = 0.35;

    // Share of a swing's motion that a quietest moment may show; a stance of a fast walk has a hundredth, one of a jog a tenth.
    private const double MaxMotion = 0.2;
    private const double MinSwingS = 0.4, MaxSwingS = 1.95;
    private const double PeakMemoryS = 30;

    // A turn slower than this is no swing of anything.
    private const double MinPeakRadPerS = 0.25;

    public MotionBins Bins;
    private MotionBin _open;
    private Vector3D _meanAccel;
    private double _accelVariance;
    private double _rateSquare;
    private double _longRateSquare;
    private double _peak;
    private double _lagS;
    private long _lagged;
    private long _reference;
    private bool _hasReference;
    private long _broken;
    private bool _hasValue;

    /// <summary>The quietest moment that was found last, and the one before it.</summary>
    public long From { get; private set; }

    /// <summary>See <see cref="From"/>.</summary>
    public long To { get; private set; }

    /// <summary>Highest angular rate between them, rad/s.</summary>
    public double PeakRadPerS { get; private set; }

    /// <summary>How high the rate of swings is, rad/s.</summary>
    public readonly double UsualPeakRadPerS => _peak;

    /// <summary>Angular rate over the last 0.1 s (root mean square), rad/s.</summary>
    public readonly double RateRadPerS => Math.Sqrt(_longRateSquare);

    /// <summary>Mean specific force of the last 40 ms, and how far it strays (root mean square), m/s².</summary>
    public readonly (Vector3D Mean, double Spread) Force => (_meanAccel, Math.Sqrt(_accelVariance));

    /// <summary>Samples were missing: no swing goes across.</summary>
    public void Break()
    {
        _open = default;
        _broken = Bins.Count;
        _hasReference = false;
    }

    /// <summary>Takes the mean readings of an interval; true when a bin is full, and then <paramref name="isSwing"/> says whether a swing has ended.</summary>
    public bool TryPush(in Vector3D accel, in Vector3D gyro, double dt, out bool isSwing)
    {
        isSwing = false;
        float k = (float)dt;
        _open.Dt += k;
        (_open.Ax, _open.Ay, _open.Az) = (_open.Ax + (k * (float)accel.X), _open.Ay + (k * (float)accel.Y), _open.Az + (k * (float)accel.Z));
        (_open.Wx, _open.Wy, _open.Wz) = (_open.Wx + (k * (float)gyro.X), _open.Wy + (k * (float)gyro.Y), _open.Wz + (k * (float)gyro.Z));
        if (_open.Dt < MinBinS) return false;
        if (_open.Dt > MaxBinS)
        {
            Break();
            return false;
        }

        float whole = 1 / _open.Dt;
        (_open.Ax, _open.Ay, _open.Az, _open.Wx, _open.Wy, _open.Wz) =
            (_open.Ax * whole, _open.Ay * whole, _open.Az * whole, _open.Wx * whole, _open.Wy * whole, _open.Wz * whole);
        Measure(_open.Accel, _open.Gyro, _open.Dt);
        Bins.Add(in _open);
        _open = default;
        isSwing = SeeSwing();
        return true;
    }

    private void Measure(Vector3D accel, Vector3D gyro, double dt)
    {
        double rateSquare = gyro.LengthSquared;
        if (!_hasValue) (_hasValue, _meanAccel, _accelVariance, _rateSquare, _longRateSquare, _peak) = (true, accel, 1, rateSquare, rateSquare, MinPeakRadPerS);
        double k = 1 - Fading.Of(dt * (1 / ShortMemoryS)), slow = 1 - Fading.Of(dt * (1 / LongMemoryS));
        Vector3D away = accel - _meanAccel;
        _meanAccel += away * k;
        _accelVariance += k * (away.LengthSquared - _accelVariance);
        _rateSquare += k * (rateSquare - _rateSquare);
        _longRateSquare += slow * (rateSquare - _longRateSquare);
        double rate = Math.Sqrt(rateSquare);
        _peak = Math.Max(MinPeakRadPerS, rate > _peak ? _peak + (0.3 * (rate - _peak)) : _peak * (1 - (dt / PeakMemoryS)));
        _open.Motion = (float)((_rateSquare / (_peak * _peak)) + (_accelVariance / Math.Max(_meanAccel.LengthSquared, 1e-6)));
    }

    // The bin that is old enough for its future to be known: was it the quietest far and wide?
    private bool SeeSwing()
    {
        _lagS += MotionBins.At(in Bins, Bins.Count - 1).Dt;
        bool isSwing = false;
        while (_lagS - MotionBins.At(in Bins, _lagged).Dt > AloneS)
        {
            _lagS -= MotionBins.At(in Bins, _lagged).Dt;
            if (IsQuietest(_lagged)) isSwing |= Refer(_lagged);
            _lagged++;
        }

        return isSwing;
    }

    private readonly bool IsQuietest(long i)
    {
        float motion = MotionBins.At(in Bins, i).Motion;
        if (motion > MaxMotion || i < _broken + 4) return false;
        double s = 0;
        for (long j = i - 1; j >= Math.Max(Bins.First, _broken) && (s += MotionBins.At(in Bins, j).Dt) <= AloneS; j--)
            if (MotionBins.At(in Bins, j).Motion < motion) return false;
        for (long j = i + 1; j < Bins.Count; j++)
            if (MotionBins.At(in Bins, j).Motion <= motion) return false;
        return true;
    }

    private bool Refer(long at)
    {
        // The memory is as old as it is long.
        double back = 0;
        while (at > Bins.First && back < 0.8 * ShortMemoryS) back += MotionBins.At(in Bins, at--).Dt;
        bool isSwing = _hasReference && _reference >= Bins.First && IsSwing(_reference, at);
        (From, To) = (_reference, at);
        (_reference, _hasReference) = (at, true);
        return isSwing;
    }

    private bool IsSwing(long from, long to)
    {
        double s = 0, peak = 0;
        for (long i = from; i < to; i++)
        {
            ref readonly MotionBin bin = ref MotionBins.At(in Bins, i);
            s += bin.Dt;
            peak = Math.Max(peak, bin.Gyro.LengthSquared);
        }

        PeakRadPerS = Math.Sqrt(peak);
        return s is >= MinSwingS and <= MaxSwingS && PeakRadPerS >= 0.4 * _peak && PeakRadPerS > MinPeakRadPerS;
    }
}

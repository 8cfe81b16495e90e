namespace GaitSense.Core;

/// <summary>
/// What a person who really stands tells of the sensor: the gyroscope's bias, and the accelerometer's scale (with local gravity). What a first
/// rest told is not for ever: a later one that contradicts it overrules it, and is known as a rest without it.
/// </summary>
internal struct RestCalibration
{
    // A foot that turns by less than 12 °/s and feels one and the same force stands, whatever the size of that force: in a slow swing the
    // force changes by more. So long a rest tells the scale where the size is as expected, and one so long in any case.
    private const double MaxRateRadPerS = 0.2;
    private const double MaxDriftMps2 = 0.4;
    private const double RestS = 0.6;
    private const double LongRestS = 1;

    private const double GyroSdRadPerS = 0.01;

    private const double ReadIntervalS = 0.1;
    private const double MaxBiasRadPerS = 0.15;

    // Scales of parts on sale, with gravity anywhere on earth, lie well within 15 %.
    private const double MinScale = 0.85, MaxScale = 1.15;

    // Rests in other positions of the foot read up to 2 % apart; what is farther was no calibration.
    private const double Contradiction = 0.03;

    // The mean of so many readings; then each new one counts as much as one of them.
    private const int MaxReadings = 10;

    private double _scaleLessOne;
    private double _sinceReadS;
    private double _quietForS;
    private int _readings;

    /// <summary>What accelerations are to be multiplied by; 1 before a rest.</summary>
    public readonly double Scale => 1 + _scaleLessOne;

    /// <summary>Whether a rest has told the scale.</summary>
    public readonly bool HasScale => _readings > 0;

    /// <summary>Specific force at the last rest, m/s², as the sensor reads it; 0 before.</summary>
    public double RestAccelMps2 { readonly get; private set; }

    /// <summary>Takes what a sample showed. True when it overruled what an earlier rest had told of the scale.</summary>
    /// <param name="motion">The means.</param>
    /// <param name="stillForS">For how long the foot has been still, judged with the scale, s.</param>
    /// <param name="dt">Seconds since the sample before.</param>
    /// <param name="filter">The filter, which takes in the gyroscope's bias.</param>
    public bool Push(MotionMeter motion, double stillForS, double dt, ErrorStateFilter filter)
    {
        bool isQuiet = motion.RateRms <= MaxRateRadPerS && motion.ForceDriftMps2 < MaxDriftMps2;
        if (!isQuiet && !HasScale) motion.BeginRest();
        _quietForS = isQuiet ? _quietForS + dt : 0;
        _sinceReadS += dt;
        bool isRest = stillForS > RestS && (HasScale || _quietForS > RestS), isLong = _quietForS > LongRestS;
        if (_sinceReadS < ReadIntervalS || motion.RateRms > MaxRateRadPerS || !(isRest || isLong)) return false;
        if ((motion.RestGyroRadPerS - filter.Current.GyroBiasRadPerS).Length > MaxBiasRadPerS) return false;
        double force = motion.RestForceMps2.Length, scale = ErrorStateFilter.GravityMps2 / force;
        bool contradicts = HasScale && isLong && Math.Abs((scale / Scale) - 1) > Contradiction;
        if (!isRest && !contradicts) return false;
        _sinceReadS = 0;
        filter.ZeroRate(motion.RestGyroRadPerS, GyroSdRadPerS);
        if (scale is < MinScale or > MaxScale) return false;
        _readings = contradicts ? 1 : Math.Min(_readings + 1, MaxReadings);
        _scaleLessOne += (scale - Scale) / _readings;
        RestAccelMps2 = force;
        return contradicts;
    }
}

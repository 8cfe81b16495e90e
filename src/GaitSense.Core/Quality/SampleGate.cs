using System.Runtime.CompilerServices;

namespace GaitSense.Core;

/// <summary>Decides what becomes of each sample before anything else sees it: its interval, gaps, repeated times, clipping.</summary>
internal sealed class SampleGate(Foot foot)
{
    /// <summary>Longest gap that is bridged, s, unless the sample period itself is longer.</summary>
    public const double MaxBridgeS = 0.05;

    /// <summary>The same in sample periods.</summary>
    public const double MaxBridgePeriods = 2.5;

    // Two equal readings below these are chance; above, a converter at its end.
    private const double MinAccelPairMps2 = 35;
    private const double MinGyroPairRadPerS = 4;

    // What comes back to the same height again and again is an end at any height that rest cannot have: gravity is 9.8 m/s², and a foot that stands does not turn.
    private const double MinAccelLimitMps2 = 12;
    private const double MinGyroLimitRadPerS = 2;

    // Beyond these no sensor on a foot measures: 200 g, 4000 °/s and some. What reads more is a fault of a byte.
    private const double MaxAccelMps2 = 2000;
    private const double MaxGyroRadPerS = 100;

    private const double MaxJumpMps2 = 400;
    private const double MaxJumpRadPerS = 25;

    private readonly Foot _foot = foot;
    private State _s;

    public State Snapshot
    {
        get => _s;
        set => _s = value;
    }

    public DataQuality Quality(double restAccelMps2) => new(
        _foot, _s.Samples, _s.NotFinite, _s.Duplicates, _s.OutOfOrder, _s.BridgedGaps, _s.Gaps, _s.ClippedAccel, _s.ClippedGyro,
        _s.PeriodS > 0 ? 1 / _s.PeriodS : 0, restAccelMps2)
    {
        Impossible = _s.Impossible,
        AccelEndMps2 = _s.ClippedAccel > 0 ? _s.Accel.Greatest : null,
        GyroEndRadPerS = _s.ClippedGyro > 0 ? _s.Gyro.Greatest : null,
    };

    /// <summary>Time between samples, as most of them show it, s; 0 before the second.</summary>
    public double PeriodS => _s.PeriodS;

    public void Reset() => _s = default;

    /// <summary>False when the sample is to be skipped.</summary>
    public bool TryAdmit(in ImuSample sample, out Admission admission)
    {
        if (!TryJudge(in sample, out admission)) return false;
        // What the sensor declares it knows; what it does not know of, its signal shows.
        admission.Clipped |= sample.Clipped;
        if (_s.Accel.Now >= MinAccelLimitMps2 && IsAtAccelEnd(sample.AccelMps2)) admission.Clipped |= Clipping.Accel;
        if (_s.Gyro.Now >= MinGyroLimitRadPerS && IsAtGyroEnd(sample.GyroRadPerS)) admission.Clipped |= Clipping.Gyro;
        if (admission.Clipped != Clipping.None) Count(admission.Clipped);
        return true;
    }

    private void Count(Clipping clipped)
    {
        if ((clipped & Clipping.Accel) != Clipping.None) _s.ClippedAccel++;
        if ((clipped & Clipping.Gyro) != Clipping.None) _s.ClippedGyro++;
    }

    private bool TryJudge(in ImuSample sample, out Admission admission)
    {
        admission = default;
        if (!sample.AccelMps2.IsFinite || !sample.GyroRadPerS.IsFinite)
        {
            _s.NotFinite++;
            return false;
        }

        if (CannotBe(in sample))
        {
            _s.Impossible++;
            return false;
        }

        if (!_s.HasSample)
        {
            _s.HasSample = true;
            _s.Samples = 1;
            _s.Last = sample;
            admission = new Admission { IsFirst = true };
            return true;
        }

        double dt = sample.Time.SecondsSince(_s.Last.Time);
        if (dt <= 0)
        {
            if (dt == 0) _s.Duplicates++;
            else _s.OutOfOrder++;
            return false;
        }

        // One such reading is dropped; two in a row are how the foot moves.
        if (!_s.HasDropped && IsJump(in sample))
        {
            _s.HasDropped = true;
            _s.Impossible++;
            return false;
        }

        _s.HasDropped = false;
        _s.Samples++;
        bool missing = _s.PeriodS > 0 && dt > 1.6 * _s.PeriodS;
        bool gap = dt > Math.Max(MaxBridgeS, MaxBridgePeriods * _s.PeriodS) + 1e-9;
        if (!gap) LearnPeriod(dt);
        if (gap) _s.Gaps++;
        else if (missing && dt > 0.015) _s.BridgedGaps++;
        bool accel = IsFlatTop(sample.AccelMps2, _s.Last.AccelMps2, ref _s.Accel, MinAccelPairMps2) || IsAtFullScale(sample.AccelMps2, _s.Accel.Greatest);
        bool gyro = IsFlatTop(sample.GyroRadPerS, _s.Last.GyroRadPerS, ref _s.Gyro, MinGyroPairRadPerS);
        admission = new Admission
        {
            Before = _s.Last.Time,
            Dt = dt,
            IsGap = gap,
            IsBridged = !gap && missing && dt > 0.015,
            Clipped = (accel ? Clipping.Accel : Clipping.None) | (gyro ? Clipping.Gyro : Clipping.None),
        };
        _s.Last = sample;
        return true;
    }

    // Loggers write rows of zeros before the first reading and for one that was lost. Gravity, or an accelerometer's noise in free fall, is
    // never zero to the last digit on all three axes at once.
    private static bool CannotBe(in ImuSample sample) =>
        sample.AccelMps2 == default
        || sample.AccelMps2.LengthSquared > MaxAccelMps2 * MaxAccelMps2
        || sample.GyroRadPerS.LengthSquared > MaxGyroRadPerS * MaxGyroRadPerS;

    // From one reading to the next no foot changes so much: more than a 16 g accelerometer's whole range, or than 1400 °/s.
    private bool IsJump(in ImuSample sample) =>
        (sample.AccelMps2 - _s.Last.AccelMps2).LengthSquared > MaxJumpMps2 * MaxJumpMps2
        || (sample.GyroRadPerS - _s.Last.GyroRadPerS).LengthSquared > MaxJumpRadPerS * MaxJumpRadPerS;

    // Each axis has its own end. All three are pushed: none may miss a reading. Rare, so kept out of the path of ordinary samples.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsAtAccelEnd(in Vector3D a)
    {
        bool x = _s.AccelX.Push(a.X, MinAccelLimitMps2, _s.Samples), y = _s.AccelY.Push(a.Y, MinAccelLimitMps2, _s.Samples);
        return _s.AccelZ.Push(a.Z, MinAccelLimitMps2, _s.Samples) || x || y;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsAtGyroEnd(in Vector3D w)
    {
        bool x = _s.GyroX.Push(w.X, MinGyroLimitRadPerS, _s.Samples), y = _s.GyroY.Push(w.Y, MinGyroLimitRadPerS, _s.Samples);
        return _s.GyroZ.Push(w.Z, MinGyroLimitRadPerS, _s.Samples) || x || y;
    }

    // Follows the period of most samples; single long intervals (loss) and repeated times hardly move it.
    private void LearnPeriod(double dt)
    {
        if (_s.PeriodS <= 0) _s.PeriodS = dt;
        _s.PeriodS += (dt > _s.PeriodS ? 0.02 : 0.04) * Math.Clamp(dt - _s.PeriodS, -0.5 * _s.PeriodS, 0.5 * _s.PeriodS);
    }

    // A converter at its end gives the same large number twice. A larger number later shows that it was not the end after all.
    private static bool IsFlatTop(in Vector3D now, in Vector3D last, ref Limit limit, double lowest)
    {
        double top = Math.Max(Math.Abs(now.X), Math.Max(Math.Abs(now.Y), Math.Abs(now.Z)));
        limit.Now = top;
        limit.Greatest = Math.Max(limit.Greatest, top);
        if (top < lowest || top < 0.98 * limit.Greatest) return false;
        if (IsFlat(now.X, last.X, top) || IsFlat(now.Y, last.Y, top) || IsFlat(now.Z, last.Z, top)) limit.Flat = top;
        return limit.Flat >= 0.98 * limit.Greatest && top >= 0.995 * limit.Flat;

        static bool IsFlat(double a, double b, double top) => Math.Abs(a) >= 0.995 * top && Math.Abs(a - b) <= 2e-4 * top;
    }

    // An impact may touch the end for one sample only; the ends that accelerometers are sold with are known: 8 and 16 g, calibrated to 1 %.
    private static bool IsAtFullScale(in Vector3D now, double greatest)
    {
        double scale = (greatest > 90 ? 16 : 8) * ErrorStateFilter.GravityMps2;
        double top = Math.Max(Math.Abs(now.X), Math.Max(Math.Abs(now.Y), Math.Abs(now.Z)));
        return greatest < 1.015 * scale && top > 0.99 * scale;
    }

    /// <summary>What is to be done with a sample.</summary>
    public struct Admission
    {
        public bool IsFirst;
        public DeviceTime Before;
        public double Dt;
        public bool IsGap;
        public bool IsBridged;

        /// <summary>Which sensors were at their ends: what the source declares, and what is seen here.</summary>
        public Clipping Clipped;
    }

    /// <summary>All that changes per sample.</summary>
    public struct State
    {
        public bool HasSample;
        public bool HasDropped;
        public ImuSample Last;
        public double PeriodS;
        public Limit Accel;
        public Limit Gyro;
        public Plateau AccelX;
        public Plateau AccelY;
        public Plateau AccelZ;
        public Plateau GyroX;
        public Plateau GyroY;
        public Plateau GyroZ;
        public long Samples;
        public long NotFinite;
        public long Impossible;
        public long Duplicates;
        public long OutOfOrder;
        public int BridgedGaps;
        public int Gaps;
        public long ClippedAccel;
        public long ClippedGyro;
    }

    /// <summary>State of the search for the end of a sensor's range.</summary>
    public struct Limit
    {
        /// <summary>Greatest magnitude of the latest sample.</summary>
        public double Now;

        /// <summary>Greatest magnitude seen on any axis.</summary>
        public double Greatest;

        /// <summary>Magnitude that came twice in a row.</summary>
        public double Flat;
    }
}

using GaitSense.Core;

namespace GaitSense.Feedback.Safety;

/// <summary>The last seconds of one foot: how hard it was knocked, and how it turned, from its readings alone.</summary>
internal sealed class FootShake
{
    // Kept so often; what is faster is taken together.
    private const double EveryS = 0.008;

    private const int Kept = 512;

    // Above this frequency is a knock, below it are movement, tremor and clonus, Hz; two poles.
    private const double CornerHz = 12;

    // The lift before a knock, and its ringing and bounces after, are part of it, s.
    private const double LiftS = 0.18, RingS = 0.13;

    private const double MaxHoleS = 0.1;

    // The time between readings is a mean over about so many of them.
    private const int PeriodOf = 50;

    private readonly Moment[] _kept = new Moment[Kept];
    private int _count;
    private Vector3D _last, _first, _second, _turned;
    private DeviceTime? _at, _unbrokenFrom;

    /// <summary>Mean time between its readings lately, s; lost ones make it longer. Null: not known yet.</summary>
    public double? PeriodS { get; private set; }

    /// <summary>A reading.</summary>
    public void Add(in ImuSample sample)
    {
        double dt = _at is { } at ? sample.Time.SecondsSince(at) : double.PositiveInfinity;
        if (dt <= 0) return;
        _at = sample.Time;
        if (dt > MaxHoleS)
        {
            (_last, _first, _second, _unbrokenFrom) = (sample.AccelMps2, default, default, sample.Time);
            return;
        }

        PeriodS = PeriodS is { } period ? period + ((dt - period) / PeriodOf) : dt;
        double share = 1 / (1 + (2 * Math.PI * CornerHz * dt));
        Vector3D first = share * (_first + sample.AccelMps2 - _last);
        _second = share * (_second + first - _first);
        (_first, _last) = (first, sample.AccelMps2);
        _turned += dt * sample.GyroRadPerS;
        double shake = _second.Length;
        ref Moment latest = ref _kept[(_count + Kept - 1) % Kept];
        if (_count > 0 && sample.Time.SecondsSince(latest.Time) < EveryS)
        {
            if (shake > latest.ShakeMps2) latest.ShakeMps2 = shake;
            return;
        }

        _kept[_count++ % Kept] = new Moment { Time = sample.Time, ShakeMps2 = shake, TurnedRad = _turned };
    }

    /// <summary>Whether its readings have come since, without a hole.</summary>
    public bool IsHeardSince(DeviceTime from) => _unbrokenFrom <= from;

    /// <summary>The two hardest knocks since, and how hard the third is; null where there are not two.</summary>
    public ((DeviceTime At, double Mps2) Hardest, (DeviceTime At, double Mps2) Next, double ThirdMps2)? Peaks(DeviceTime from)
    {
        if (Highest(from, null, null) is not { } hardest || Highest(from, hardest.At, null) is not { } next) return null;
        return (hardest, next, Highest(from, hardest.At, next.At)?.Mps2 ?? 0);
    }

    /// <summary>The hardest knock since, m/s².</summary>
    public double Hardest(DeviceTime from) => Highest(from, null, null)?.Mps2 ?? 0;

    /// <summary>How far the foot turned at most from where it was, and how far from there it is now, rad.</summary>
    public (double Most, double Left) Turned(DeviceTime from)
    {
        double most = 0, left = 0;
        Vector3D? start = null;
        for (int i = Oldest; i < _count; i++)
        {
            ref readonly Moment moment = ref _kept[i % Kept];
            if (moment.Time < from) continue;
            start ??= moment.TurnedRad;
            left = (moment.TurnedRad - start.Value).Length;
            most = Math.Max(most, left);
        }

        return (most, left);
    }

    private int Oldest => Math.Max(0, _count - Kept);

    private (DeviceTime At, double Mps2)? Highest(DeviceTime from, DeviceTime? apartFrom, DeviceTime? andFrom)
    {
        (DeviceTime At, double Mps2)? highest = null;
        for (int i = Oldest; i < _count; i++)
        {
            ref readonly Moment moment = ref _kept[i % Kept];
            if (moment.Time < from || moment.ShakeMps2 <= (highest?.Mps2 ?? 0) || IsNear(moment.Time, apartFrom) || IsNear(moment.Time, andFrom)) continue;
            highest = (moment.Time, moment.ShakeMps2);
        }

        return highest;
    }

    private static bool IsNear(DeviceTime time, DeviceTime? knock) => knock is { } k && time.SecondsSince(k) is > -LiftS and < RingS;

    private struct Moment
    {
        public DeviceTime Time;
        public double ShakeMps2;
        public Vector3D TurnedRad;
    }
}

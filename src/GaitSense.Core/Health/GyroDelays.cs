using System.Runtime.CompilerServices;

namespace GaitSense.Core;

/// <summary>
/// How late a foot's gyroscope most likely is against its accelerometer. A delay belongs to the kind of sensor, and the feet of one walk mostly wear two of one kind: what their swings show counts together
/// where both have the same rate, nobody declared a delay, and the two do not contradict each other.
/// </summary>
internal sealed class GyroDelays(bool isDeclared)
{
    // The other foot's swings count this much later, so that the order in which the feet's samples arrive changes nothing (as in ForwardTracker).
    private const double OtherFootDelayS = 3;

    // Apart by more than so many standard uncertainties, the feet have different delays; in rate by more than that, different sensors.
    private const double Contradiction = 2, OtherRate = 0.05;

    private GyroDelays? _other;
    private State _s;

    public State Snapshot
    {
        get => _s;
        set => _s = value;
    }

    public void Reset() => _s = default;

    /// <summary>The other foot of the same walk, on the same clock.</summary>
    public void Pair(GyroDelays other) => _other = other;

    /// <summary>
    /// Takes what this foot's swings show at a stance, and gives the delay, s: what the swings show, drawn toward 0 by what is known without them. Two streams that are put together sample by sample lie
    /// apart by up to one sample period; half of it is taken for the standard deviation. Within one period; 0 where nothing is known.
    /// </summary>
    /// <param name="now">Time of the stance.</param>
    /// <param name="shown">Delay with its standard uncertainty, s; null where the swings do not tell.</param>
    /// <param name="periodS">Sample period, s.</param>
    public double Learn(DeviceTime now, (double DelayS, double SdS)? shown, double periodS)
    {
        Word own = new(now, periodS, shown?.DelayS ?? 0, shown is { } s ? 1 / (s.SdS * s.SdS) : 0);
        _s.Published[_s.Count++ % Words] = own;
        if (own.Weight <= 0) return 0;
        (double sum, double weight) = (own.DelayS * own.Weight, own.Weight);
        if (!isDeclared && _other?.ReportedBy(now) is { } other && IsOfOneKind(in own, in other))
        {
            sum += other.DelayS * other.Weight;
            weight += other.Weight;
        }

        double before = 4 / (own.PeriodS * own.PeriodS);
        return Math.Clamp(sum / (weight + before), -own.PeriodS, own.PeriodS);
    }

    private static bool IsOfOneKind(in Word a, in Word b) =>
        Math.Abs(a.PeriodS - b.PeriodS) < OtherRate * a.PeriodS
        && Math.Abs(a.DelayS - b.DelayS) < Contradiction * Math.Sqrt((1 / a.Weight) + (1 / b.Weight));

    // The last that was said long enough ago.
    private Word? ReportedBy(DeviceTime now)
    {
        if (isDeclared) return null;
        for (int i = _s.Count - 1; i >= Math.Max(0, _s.Count - Words); i--)
        {
            Word word = _s.Published[i % Words];
            if (now.SecondsSince(word.At) >= OtherFootDelayS) return word.Weight > 0 ? word : null;
        }

        return null;
    }

    /// <summary>What the swings showed at a stance; the weight is 1 over the squared uncertainty, 1/s², 0 where they showed nothing.</summary>
    internal readonly record struct Word(DeviceTime At, double PeriodS, double DelayS, double Weight);

    // As many stances as a foot makes in twice the time that the feet may be apart.
    private const int Words = 32;

    /// <summary>All that changes.</summary>
    public struct State
    {
        public int Count;
        public Slots Published;
    }

    /// <summary>The last words, by their running number.</summary>
    [InlineArray(Words)]
    internal struct Slots
    {
        private Word _element0;
    }
}

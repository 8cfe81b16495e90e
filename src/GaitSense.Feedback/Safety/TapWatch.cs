using GaitSense.Core;

namespace GaitSense.Feedback.Safety;

/// <summary>
/// Detects a foot that taps the floor twice: two short impacts within <see cref="MinGapS"/> to <see cref="MaxGapS"/>, of a foot that otherwise stays where it is,
/// while the other one rests. Standing or sitting. A rhythm is no answer: tremor and clonus beat 3 to 8 times a second and do not stop after two, and neither do steps.
/// </summary>
public sealed class TapWatch
{
    /// <summary>Shortest time between the two taps, s: less is one tap that bounces.</summary>
    public const double MinGapS = 0.17;

    /// <summary>Longest time between the two taps, s.</summary>
    public const double MaxGapS = 0.85;

    /// <summary>Quiet that must follow the second tap, s; the answer is known only after it.</summary>
    public const double QuietAfterS = 0.8;

    /// <summary>
    /// Fewest readings a second at which taps are heard, Hz. A sole stops within some 12 ms: with readings farther apart than that, a tap may leave less than the foot's other movement does
    /// (of simulated double taps with clonus 78 % are heard at 60 Hz, 91 % at 80, 95 at 90, 98 at 100; without clonus 92, 99, 100, 100 %).
    /// </summary>
    public const double MinRateHz = 95;

    // A sensor's true rate differs a little from its nominal one, and a few readings are lost.
    private const double RateTolerance = 0.03;

    private const double QuietBeforeS = 1, JudgeEveryS = 0.05, WindowS = QuietBeforeS + MaxGapS + QuietAfterS + (2 * JudgeEveryS);

    // Heel or toe that stop within some milliseconds: what a softest tap of 2 g leaves of itself at 60 samples a second, m/s².
    private const double SoftestMps2 = 1.5;

    // Whatever else the foot feels around the taps is at most this share of the softer one; the harder one is at most so many times the softer.
    private const double OtherShare = 0.6, HardestRatio = 4;

    // A foot that taps turns about its heel or its toe and comes back; one that steps turns more, or ends elsewhere, rad.
    private const double MaxTurnRad = 0.6, MaxLeftRad = 0.12, RestTurnRad = 0.2;

    private readonly FootShake[] _feet = [new(), new()];
    private DeviceTime? _judged, _told;

    /// <summary>The last double tap: the foot, and when it tapped first; null: there was none.</summary>
    public (Foot Foot, DeviceTime First)? Last { get; private set; }

    /// <summary>Whether readings of a foot come at less than <see cref="MinRateHz"/>, less some tolerance: no tap is heard then.</summary>
    public bool IsTooSlow => Array.Exists(_feet, static f => f.PeriodS > (1 + RateTolerance) / MinRateHz);

    /// <summary>Nothing was tapped before now.</summary>
    public void Forget() => Last = null;

    /// <summary>A reading of a foot, in the axes of its sensor. Feet are merged by time.</summary>
    /// <returns>True where it shows a double tap: <see cref="Last"/> says which.</returns>
    public bool Observe(Foot foot, in ImuSample sample)
    {
        _feet[(int)foot].Add(in sample);
        if (_judged is { } judged && sample.Time.SecondsSince(judged) < JudgeEveryS) return false;
        _judged = sample.Time;
        if (IsTooSlow) return false;
        if (IsTapped(Foot.Left, sample.Time) is { } left) Last = (Foot.Left, left);
        else if (IsTapped(Foot.Right, sample.Time) is { } right) Last = (Foot.Right, right);
        else return false;
        return true;
    }

    /// <summary>Whether both feet gave samples and stayed in place for this long: swaying, trembling or tapping, but not stepping.</summary>
    public bool AreAtRest(DeviceTime now, double seconds) =>
        Array.TrueForAll(_feet, f => f.IsHeardSince(now.AddSeconds(-seconds)) && f.Turned(now.AddSeconds(-seconds)) is { Most: <= RestTurnRad });

    private DeviceTime? IsTapped(Foot foot, DeviceTime now)
    {
        FootShake taps = _feet[(int)foot], rests = _feet[1 - (int)foot];
        DeviceTime from = now.AddSeconds(-WindowS);
        if (taps.Peaks(from) is not var (first, second, third)) return null;
        if (second.At < first.At) (first, second) = (second, first);
        double agoS = now.SecondsSince(second.At), gapS = second.At.SecondsSince(first.At), softer = Math.Min(first.Mps2, second.Mps2);
        if (agoS is < QuietAfterS or > QuietAfterS + (2 * JudgeEveryS) || second.At <= _told || gapS is < MinGapS or > MaxGapS) return null;
        if (softer < SoftestMps2 || Math.Max(first.Mps2, second.Mps2) > HardestRatio * softer || third > OtherShare * softer) return null;
        (double most, double left) = taps.Turned(from);
        if (most > MaxTurnRad || left > MaxLeftRad) return null;
        (double otherMost, double otherLeft) = rests.Turned(from);
        if (otherMost > RestTurnRad || otherLeft > MaxLeftRad || rests.Hardest(from) > OtherShare * softer) return null;
        _told = second.At;
        return first.At;
    }
}

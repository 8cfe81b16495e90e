using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;

namespace GaitSense.Feedback.Safety;

/// <summary>Why the baseline takes so long, said once: the reason that held for most of it, and what helps, if anything does.</summary>
internal sealed class NoBeatYet(RhythmPlan plan)
{
    // Beyond the baseline, s: from then on a walk without cues is told why.
    private const double EarlyS = 30;

    // Landings farther apart have a pause between them, s.
    private const double PauseS = 4;

    private readonly double[] _seconds = new double[Enum.GetValues<SilenceReason>().Length];
    private DeviceTime? _lastTime, _lastLanding;
    private int _steps, _slow, _fast;
    private bool _hasExplained;

    /// <summary>A foot landed in the baseline.</summary>
    public void Land(DeviceTime landing)
    {
        if (_lastLanding is { } last && landing.SecondsSince(last) is > 0 and < PauseS and var step)
        {
            _steps++;
            if (60 / step < plan.MinCadenceStepsPerMin) _slow++;
            else if (60 / step > plan.MaxCadenceStepsPerMin) _fast++;
        }

        _lastLanding = landing;
    }

    /// <summary>Time passes in the baseline. What is to be said now; null: nothing.</summary>
    /// <param name="now">The walk's time.</param>
    /// <param name="why">Why there are no cues.</param>
    /// <param name="walkS">Since the walk's first sample, s.</param>
    /// <param name="isUneven">Whether the steps were enough for a baseline, and too different from each other.</param>
    public string? Explain(DeviceTime now, SilenceReason why, double walkS, bool isUneven)
    {
        if (_lastTime is { } last) _seconds[(int)why] += now.SecondsSince(last);
        _lastTime = now;
        if (_hasExplained || walkS < plan.BaselineS + EarlyS) return null;
        _hasExplained = true;
        double sensors = Of(SilenceReason.SensorLost) + Of(SilenceReason.SensorFault) + Of(SilenceReason.ClockUnsure);
        double most = 0.5 * _seconds.Sum();
        return sensors > most ? Phrases.NotYetSensors
            : Of(SilenceReason.WrongDirection) > most ? Phrases.NotYetForward
            : Of(SilenceReason.Steep) > most ? Phrases.NotYetLevel
            : _slow > 0.5 * _steps ? Phrases.NoBeatSlow
            : _fast > 0.5 * _steps ? Phrases.NotYetSlower
            : Of(SilenceReason.StepUnsure) > most ? Phrases.NoBeatUnseen
            : isUneven ? Phrases.NotYetAlike
            : Phrases.NotYet;
    }

    private double Of(SilenceReason why) => _seconds[(int)why];
}

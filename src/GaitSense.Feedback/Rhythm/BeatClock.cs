using GaitSense.Core;
using GaitSense.Feedback.Plan;

namespace GaitSense.Feedback.Rhythm;

/// <summary>
/// When the next beat is: one step after the last beat, moved toward the walker's landings by a limited part of the difference (phase), at a tempo that
/// moves slowly (period). The linear model of keeping in time with two corrections (Vorberg and Wing 1996; Repp 2005), on the metronome's side. A limp, one
/// foot always late and the other early, is no difference that a beat could mend: it is known apart.
/// </summary>
internal sealed class BeatClock(RhythmPlan plan)
{
    // What tempo and limp take over of a difference with each step: the walker's own scatter is not followed.
    private const double TempoGain = 0.15, LimpGain = 0.1;

    private double _periodS, _limpS;
    private DeviceTime _even, _lastLanding;

    /// <summary>Whether there is a beat to be in time with.</summary>
    public bool IsLocked { get; private set; }

    /// <summary>The next beat.</summary>
    public DeviceTime Beat { get; private set; }

    /// <summary>The step at its tempo, s.</summary>
    public double PeriodS => _periodS;

    /// <summary>Its tempo, steps/min.</summary>
    public double TempoStepsPerMin => 60 / _periodS;

    /// <summary>The last landing minus its beat, s.</summary>
    public double AsynchronyS { get; private set; }

    /// <summary>The walker's preferred cadence, as far as the plan goes with it, steps/min.</summary>
    /// <param name="own">That of the baseline, steps/min.</param>
    /// <param name="now">That of the last steps, steps/min.</param>
    /// <param name="mayExceed">Whether it may be faster than at the start: never backward.</param>
    public double Follow(double own, double now, bool mayExceed)
    {
        double share = plan.FollowPercent / 100;
        return Math.Clamp(now, own * (1 - share), mayExceed ? own * (1 + share) : own);
    }

    /// <summary>Begins with the landings as they are.</summary>
    /// <param name="foot">The foot that landed last.</param>
    /// <param name="landing">When.</param>
    /// <param name="limpS">How much later than evenly the left foot lands, s; negative: earlier.</param>
    /// <param name="tempoStepsPerMin">The tempo, steps/min.</param>
    public void Lock(Foot foot, DeviceTime landing, double limpS, double tempoStepsPerMin)
    {
        (_periodS, _limpS, _lastLanding, AsynchronyS, IsLocked) = (60 / tempoStepsPerMin, limpS, landing, 0, true);
        _even = landing.AddSeconds(_periodS - Limp(foot));
        Place(foot);
    }

    /// <summary>There is no beat any more.</summary>
    public void Unlock() => IsLocked = false;

    /// <summary>The foot landed that <see cref="Beat"/> was for: the next beat.</summary>
    /// <param name="foot">The foot.</param>
    /// <param name="landing">When.</param>
    /// <param name="targetStepsPerMin">Where the tempo is to go, steps/min.</param>
    /// <param name="phaseGain">Share of the difference that is made up for.</param>
    /// <returns>False where the two have come apart: then there is no beat any more.</returns>
    public bool TryAdvance(Foot foot, DeviceTime landing, double targetStepsPerMin, double phaseGain)
    {
        AsynchronyS = landing.SecondsSince(Beat);
        double apartS = landing.SecondsSince(_even) - Limp(foot);
        if (Math.Abs(apartS) > plan.OutOfPhasePercent / 100 * _periodS)
        {
            IsLocked = false;
            return false;
        }

        double slew = plan.TempoSlewStepsPerMinPerS * landing.SecondsSince(_lastLanding);
        _lastLanding = landing;
        double tempo = TempoStepsPerMin;
        _periodS = 60 / (tempo + Math.Clamp(TempoGain * (targetStepsPerMin - tempo), -slew, slew));
        double most = plan.MaxCorrectionPercent / 100 * _periodS;
        _even = _even.AddSeconds(_periodS + Math.Clamp(phaseGain * apartS, -most, most));
        _limpS += LimpGain * (foot == Foot.Left ? apartS : -apartS);
        Place(foot);
        return true;
    }

    private double Limp(Foot foot) => foot == Foot.Left ? _limpS : -_limpS;

    // After this foot comes the other.
    private void Place(Foot landed) => Beat = _even.AddSeconds(-Limp(landed) * (1 - (plan.EvennessPercent / 100)));
}

using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Rhythm;

namespace GaitSense.Feedback.Safety;

/// <summary>
/// Whether the walker steps: left, right, left, right, at about even times, seen clearly. A step that is not clean, or does not come, starts the count
/// again.
/// </summary>
internal sealed class SteppingGate(SafetyPlan plan)
{
    // Outside this range two landings are not one step, for any walker.
    private const double MinStepS = 0.25, MaxStepS = 2.0;

    // A landing that is this much later than the steps before is not to be expected any more.
    private const double OverdueShare = 0.6;

    // A foot's own step time follows its steps: limping is regular too.
    private const double FollowShare = 0.5;

    /// <summary>How many clean steps are kept.</summary>
    public const int Kept = 8;

    private readonly double[] _usual = new double[2];
    private readonly Recent _steps = new(Kept);
    private DeviceTime? _last;
    private Foot _lastFoot;

    /// <summary>Clean steps in a row.</summary>
    public int Clean { get; private set; }

    /// <summary>How often clean steps in a row came to an end: two counts of <see cref="Clean"/> are of one row where this is the same.</summary>
    public int Ended { get; private set; }

    /// <summary>Whether enough of them were seen.</summary>
    public bool IsOpen => Clean >= plan.CleanSteps;

    /// <summary>The last step, s; of a clean step.</summary>
    public double StepS { get; private set; }

    /// <summary>The clean step so many before the last, s; fewer than <see cref="Kept"/> and <see cref="Clean"/>.</summary>
    public double StepBefore(int steps) => _steps.Before(steps);

    /// <summary>That step and the one before it, s; null where that was not clean, or is not kept.</summary>
    public double? StrideBefore(int steps) => steps + 1 < _steps.Count ? _steps.Before(steps) + _steps.Before(steps + 1) : null;

    /// <summary>How much later than evenly the left foot lands, s: a quarter of the difference between steps onto the left and onto the right.</summary>
    public double LimpS => _usual is [> 0, > 0] ? 0.25 * (_usual[(int)Foot.Left] - _usual[(int)Foot.Right]) : 0;

    /// <summary>Mean of the last clean steps, an even number of them so that limping averages out, s; where at least one was clean.</summary>
    public double PeriodS => _steps.MeanOfLast(_steps.Count >= 2 ? _steps.Count & ~1 : 1);

    /// <summary>Mean of the last four clean steps, s.</summary>
    public double LatestPeriodS => _steps.MeanOfLast(4);

    /// <summary>A foot landed.</summary>
    /// <returns>What is wrong with the step; <see cref="SilenceReason.None"/> for a clean one, <see cref="SilenceReason.NotStepping"/> for a first landing, which is no step yet.</returns>
    public SilenceReason Land(in GaitEvent landing)
    {
        SilenceReason why = Judge(in landing);
        (_last, _lastFoot) = (landing.Time, landing.Foot);
        if (why == SilenceReason.None)
        {
            ref double usual = ref _usual[(int)landing.Foot];
            usual = usual > 0 ? usual + (FollowShare * (StepS - usual)) : StepS;
            _steps.Add(StepS);
            Clean++;
        }
        else
        {
            Forget();
        }

        return why;
    }

    /// <summary>Time passes. True, once, where a landing is overdue.</summary>
    public bool IsOverdue(DeviceTime now)
    {
        if (_last is not { } last) return false;
        double longest = _steps.Count > 0 ? Math.Min((1 + OverdueShare) * PeriodS, MaxStepS) : MaxStepS;
        if (now.SecondsSince(last) <= longest) return false;
        _last = null;
        Forget();
        return true;
    }

    /// <summary>All steps before do not count.</summary>
    public void Restart()
    {
        _last = null;
        Forget();
    }

    private void Forget()
    {
        Clean = 0;
        Ended++;
        _steps.Clear();
        Array.Clear(_usual);
    }

    private SilenceReason Judge(in GaitEvent landing)
    {
        if (_last is not { } last) return SilenceReason.NotStepping;
        if (landing.Confidence < plan.MinConfidence) return SilenceReason.StepUnsure;
        if (landing.Foot == _lastFoot) return SilenceReason.StepIrregular;
        StepS = landing.Time.SecondsSince(last);
        if (StepS is < MinStepS or > MaxStepS) return SilenceReason.StepIrregular;
        double usual = _usual[(int)landing.Foot];
        double change = usual > 0 ? Math.Abs(Math.Log(StepS / usual)) : 0;
        return change > Math.Log(1 + (plan.MaxStepChangePercent / 100)) ? SilenceReason.StepIrregular : SilenceReason.None;
    }
}

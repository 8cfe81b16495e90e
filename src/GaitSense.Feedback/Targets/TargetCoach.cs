using GaitSense.Core;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Rhythm;

namespace GaitSense.Feedback.Targets;

/// <summary>All targets, one of which is worked on: the first that is not kept.</summary>
internal sealed class TargetCoach
{
    private readonly CorrectionPlan _plan;
    private readonly TargetWatch[] _targets;
    private readonly double?[] _stepS = new double?[2];
    private DeviceTime? _lastWord, _lastGood;

    public TargetCoach(CuePlan plan, WalkSums baseline)
    {
        _plan = plan.Correction;
        _targets = [.. plan.Targets.Select(t => new TargetWatch(t, plan.Practice, plan.Correction, baseline))];
    }

    /// <summary>The targets, as planned.</summary>
    public IReadOnlyList<TargetWatch> Targets => _targets;

    /// <summary>A valid stride in the practised direction.</summary>
    /// <param name="stride">The stride.</param>
    /// <param name="maySpeak">Whether cues are given now; steps are judged in silence too.</param>
    public CoachAdvice Stride(in Stride stride, bool maySpeak)
    {
        CoachAdvice advice = default;
        foreach (TargetWatch target in _targets)
        {
            double? value = target.Plan.Quantity switch
            {
                TargetQuantity.Clearance => stride.ClearanceM,
                TargetQuantity.FootAngleAtContact => stride.AngleAtInitialContactRad * (180 / Math.PI),
                TargetQuantity.StrideLength => stride.LengthM,
                _ => null,
            };
            if (value is { } v && (target.Plan.Foot is not { } foot || foot == stride.Foot)) Judge(target, v, stride.Foot, stride.KnownAt, maySpeak, ref advice);
        }

        return advice;
    }

    /// <summary>A step in the practised direction: for its symmetry.</summary>
    public CoachAdvice Step(in Step step, bool maySpeak)
    {
        CoachAdvice advice = default;
        _stepS[(int)step.Foot] = step.StepTimeS;
        if (_stepS is not [{ } left, { } right] || RobinsonIndex.Percent(left, right) is not { } index) return advice;
        foreach (TargetWatch target in _targets)
            if (target.Plan.Quantity == TargetQuantity.StepSymmetry) Judge(target, Math.Abs(index), null, step.KnownAt, maySpeak, ref advice);
        return advice;
    }

    private void Judge(TargetWatch target, double value, Foot? foot, DeviceTime now, bool maySpeak, ref CoachAdvice advice)
    {
        bool isActive = target == Active();
        if (target.Judge(value, foot, out bool isLeft) is not { } good || !isActive || !maySpeak) return;
        double sinceWordS = _lastWord is { } word ? now.SecondsSince(word) : double.PositiveInfinity;
        if (good && target.Plan.Reward && (_lastGood is not { } last || now.SecondsSince(last) >= _plan.RewardEveryS))
        {
            _lastGood = now;
            advice = new CoachAdvice(foot, true, null);
        }
        else if (isLeft && target.Plan.Correct && sinceWordS >= _plan.EveryS && target.MaySpeak(sinceWordS))
        {
            _lastWord = now;
            target.HasSpoken();
            advice = new CoachAdvice(foot, false, target.Phrase(foot));
        }
    }

    private TargetWatch Active()
    {
        foreach (TargetWatch target in _targets)
            if (!target.IsKept) return target;
        return _targets[^1];
    }
}

using GaitSense.Feedback.Cues;

namespace GaitSense.Feedback.Tests;

/// <summary>How somebody keeps in time with a beat: not perfectly.</summary>
/// <param name="PhaseShare">Share of the time between step and beat that the next step makes up for: 0 refuses, 0.2 to 0.6 is usual (Repp 2005).</param>
/// <param name="TempoShare">Share of the difference between the beat's tempo and the own one that is taken over with each step.</param>
/// <param name="LagSteps">Steps until what was heard is used.</param>
/// <param name="StepSdS">Scatter of single steps, s.</param>
/// <param name="DriftPerMin">Change of the own tempo by tiring, per minute: 0.02 is 2 %.</param>
internal sealed record Following(double PhaseShare, double TempoShare, int LagSteps = 0, double StepSdS = 0.012, double DriftPerMin = 0)
{
    public static Following Well { get; } = new(0.4, 0.2);

    public static Following NotAtAll { get; } = new(0, 0);
}

/// <summary>Somebody who walks by the beats they hear.</summary>
internal sealed class CuedWalker(Stepper steps, Following following, double ownStepS, Random chance)
{
    private readonly Queue<double> _apart = new();
    private double _stepS = ownStepS, _ownS = ownStepS;
    private int _seen;

    /// <summary>Walks for a while.</summary>
    public void Walk(double seconds)
    {
        double until = steps.NowS + seconds;
        while (steps.NowS < until) Step();
    }

    public void Step()
    {
        _ownS *= 1 + (following.DriftPerMin * _stepS / 60);
        CueOutcome? heard = null;
        for (; _seen < steps.Cues.Outcomes.Count; _seen++)
            if (steps.Cues.Outcomes[_seen] is { Cue.Kind: CueKind.Beat, Cancelled: null } beat) heard = beat;
        _apart.Enqueue(heard?.AsynchronyS ?? 0);
        double apart = _apart.Count > following.LagSteps ? _apart.Dequeue() : 0;
        _stepS += heard?.TempoStepsPerMin is { } tempo ? following.TempoShare * ((60 / tempo) - _stepS) : 0.1 * (_ownS - _stepS);
        if (following.TempoShare == 0) _stepS = _ownS;
        steps.Step(_stepS - (following.PhaseShare * apart) + (following.StepSdS * Normal()));
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}

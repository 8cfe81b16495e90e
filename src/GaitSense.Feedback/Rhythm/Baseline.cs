using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Safety;

namespace GaitSense.Feedback.Rhythm;

/// <summary>The walker's own walk, without cues, at the start: its cadence, and what targets and the benefit check compare with.</summary>
internal sealed class Baseline(RhythmPlan plan)
{
    // An hour at the highest cadence would be more than a baseline ever is: what does not fit is not needed.
    private const int MaxSteps = 1024;

    private readonly double[] _steps = new double[MaxSteps], _strides = new double[MaxSteps];
    private int _count, _strideCount, _learned, _learnedOf;
    private double _walkedS;

    /// <summary>Cadence, steps/min; null until it is known, from the start or from earlier walks.</summary>
    public double? CadenceStepsPerMin { get; private set; } = plan.OwnCadenceStepsPerMin;

    /// <summary>Whether the walk's baseline is over.</summary>
    public bool IsDone => CadenceStepsPerMin is not null;

    /// <summary>Whether a baseline was long enough, and its steps too different from each other.</summary>
    public bool IsUneven { get; private set; }

    /// <summary>What was walked.</summary>
    public WalkSums Walk { get; } = new();

    /// <summary>Of it, what was steady and straight.</summary>
    public WalkSums Straight { get; } = new();

    /// <summary>A clean step. True where the baseline is complete with it.</summary>
    /// <param name="gate">It, and those before it.</param>
    /// <param name="allClean">Whether the clean steps that the gate and the direction waited for count as well: stretches backward are short.</param>
    /// <param name="why">Where it was long enough and yet is no baseline: why; it then begins again.</param>
    public bool Learn(SteppingGate gate, bool allClean, out SilenceReason why)
    {
        why = SilenceReason.Baseline;
        int steps = allClean ? Math.Min(gate.Ended == _learnedOf ? gate.Clean - _learned : gate.Clean, SteppingGate.Kept) : 1;
        (_learned, _learnedOf) = (gate.Clean, gate.Ended);
        for (int i = steps - 1; i >= 0 && !IsDone; i--) Step(gate.StepBefore(i), gate.StrideBefore(i), out why);
        return IsDone;
    }

    private void Step(double stepS, double? strideS, out SilenceReason why)
    {
        why = SilenceReason.Baseline;
        _walkedS += stepS;
        if (_count < MaxSteps) _steps[_count++] = stepS;
        if (strideS is { } stride && _strideCount < MaxSteps) _strides[_strideCount++] = stride;
        if (_walkedS < plan.BaselineS && _count < 2 * plan.BaselineStrides) return;
        double cadence = 60 / Median(_steps.AsSpan(0, _count));
        IsUneven = !(Variation(_strides.AsSpan(0, _strideCount)) <= plan.MaxVariationPercent / 100);
        if (plan.Allows(cadence) && !IsUneven)
        {
            CadenceStepsPerMin = cadence;
            return;
        }

        why = SilenceReason.CadenceOutOfRange;
        (_count, _strideCount, _walkedS) = (0, 0, 0);
        Walk.Clear();
        Straight.Clear();
    }

    private static double Median(Span<double> values)
    {
        values.Sort();
        return 0.5 * (values[(values.Length - 1) / 2] + values[values.Length / 2]);
    }

    // SD over mean of stride times, which a limp does not raise.
    private static double Variation(ReadOnlySpan<double> values)
    {
        if (values.Length < 2) return double.PositiveInfinity;
        double sum = 0, squares = 0;
        foreach (double value in values) sum += value;
        double mean = sum / values.Length;
        foreach (double value in values) squares += (value - mean) * (value - mean);
        return Math.Sqrt(squares / (values.Length - 1)) / mean;
    }
}

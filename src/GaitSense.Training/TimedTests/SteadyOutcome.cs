using GaitSense.Core;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests.Feet;

namespace GaitSense.Training.TimedTests;

/// <summary>One of the two walks of a dual task: steady strides, and errors counted.</summary>
internal static class SteadyOutcome
{
    // Fewer strides say nothing of a pace, as in the core's own metrics.
    private const int LeastStrides = 10;

    public static TrialOutcome Of(TrialOutcome outcome, TrialDraft draft, FeetRecord feet)
    {
        double go = draft.GoS!.Value, stop = draft.StopS ?? double.PositiveInfinity;
        Stride[] steady = [.. feet.Strides.Where(s => s.TerminalContact.Seconds > go && s.End.Seconds < stop && s.StrideTimeS is not null && SteadyStride.IsWalking(in s) && !SteadyStride.IsTurning(in s))];
        List<TrialPart> parts = [new("strides", steady.Length, "1"), new("errors", draft.Errors, "1")];
        if (steady.Length < LeastStrides) return (outcome with { Parts = parts }).With("too few steady strides for a pace");
        // Way over time, so that a long stride that takes long counts as it should.
        double time = steady.Sum(s => s.StrideTimeS!.Value);
        parts.Add(new("speed", steady.Sum(s => s.LengthM!.Value) / time, "m/s"));
        parts.Add(new("cadence", 120 * steady.Length / time, "1/min"));
        parts.Add(new("stride_time", time / steady.Length, "s"));
        return outcome with { Parts = parts };
    }
}

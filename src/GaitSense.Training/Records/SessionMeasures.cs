using GaitSense.Analysis.Parameters;
using GaitSense.Analysis.Statistics;
using GaitSense.Analysis.Summary;
using GaitSense.Core;
using GaitSense.Training.Volume;

namespace GaitSense.Training.Records;

/// <summary>What a session keeps of a walk's summary: the walk's totals, and of steady strides, forward and backward apart, each quantity that tables of many walks show.</summary>
public static class SessionMeasures
{
    // In which direction a walk's totals went is not one answer.
    private const WalkingDirection Whole = WalkingDirection.Unknown;

    /// <summary>The measures of a walk. A quantity that too few strides allow is there with its reason; a direction in which nobody walked is not there.</summary>
    /// <param name="summary">The walk's summary.</param>
    public static IReadOnlyList<Measure> Of(WalkSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return
        [
            .. Totals(summary),
            .. Strides(summary.Statistics.SteadyForward, summary.Statistics.AllValidForward, WalkingDirection.Forward),
            .. Strides(summary.Statistics.SteadyBackward, summary.Statistics.AllValidBackward, WalkingDirection.Backward),
        ];
    }

    /// <summary>
    /// What a session of a timed test keeps beside its trials: how much was walked. Its paces, of fast lengths and of walking back to the line, are no comfortable walk, and would stand among
    /// those of walks.
    /// </summary>
    /// <param name="summary">The summary of the whole session.</param>
    public static IReadOnlyList<Measure> OfTest(WalkSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return [.. Totals(summary).Where(m => m.Unit is not "%")];
    }

    private static IEnumerable<Measure> Totals(WalkSummary summary)
    {
        WalkTotals totals = summary.Totals;
        int steps = totals.Steps, strides = summary.Counts.Values.Sum(c => c.Valid);
        yield return Total(DoseNames.WalkedS, totals.WalkingTimeS, "s", totals.Bouts);
        yield return totals.DistanceM is { } distance ? Total("distance_m", distance, "m", strides) : Missing("distance_m", "m", "no valid stride");
        yield return Total("steps", steps, "1", steps);
        yield return Total(DoseNames.Strides, strides, "1", strides);
        yield return Total(DoseNames.Bouts, totals.Bouts, "1", totals.Bouts);
        // As far as the feet went back, by the mean of both, as the walk's distance is.
        if (summary.Counts.Values.Where(c => c.BackwardDistanceM > 0).Select(c => c.BackwardDistanceM).ToArray() is { Length: > 0 } back)
            yield return Total(DoseNames.BackwardM, back.Average(), "m", strides) with { Direction = WalkingDirection.Backward };
        FatigueDrift drift = summary.Fatigue;
        if (drift.DistanceWalkedIndexPercent is { } index) yield return Total("distance_walked_index_percent", index, "%", drift.FullMinutes);
        else yield return Missing("distance_walked_index_percent", "%", drift.DistanceWithheld ?? "not known");
    }

    private static IEnumerable<Measure> Strides(StrideGroup steady, StrideGroup all, WalkingDirection direction)
    {
        if (all.Both.Strides == 0) yield break;
        yield return new Measure { Name = "valid_strides", Direction = direction, Value = all.Both.Strides, N = all.Both.Strides, Unit = "1" };
        foreach (WalkParameter parameter in WalkParameter.All)
        {
            yield return Of(parameter.Name, side: null, direction, parameter.Of(steady.Both)) with { MeasuringSd = parameter.Of(steady.Both).Mean is null ? null : parameter.MeasuringSd(steady.Both) };
            yield return Of(parameter.Name, Foot.Left, direction, parameter.Of(steady.Left));
            yield return Of(parameter.Name, Foot.Right, direction, parameter.Of(steady.Right));
        }

        foreach (SymmetryParameter parameter in SymmetryParameter.All)
        {
            SymmetryIndex index = parameter.Of(steady.Symmetry);
            yield return new Measure
            {
                Name = parameter.Name,
                Direction = direction,
                Value = index.Percent,
                Low95 = index.Ci95Low,
                High95 = index.Ci95High,
                MeasuringSd = index.Percent is null ? null : parameter.MeasuringSdPercent(steady),
                N = index.NLeft + index.NRight,
                Unit = "%",
                Withheld = index.Percent is null ? index.Withheld ?? "too few strides" : null,
            };
        }
    }

    private static Measure Of(string name, Foot? side, WalkingDirection direction, Statistic statistic) => new()
    {
        Name = name,
        Side = side,
        Direction = direction,
        Value = statistic.Mean,
        Low95 = statistic.Ci95Low,
        High95 = statistic.Ci95High,
        N = statistic.N,
        Unit = statistic.Unit,
        Withheld = statistic.Mean is null ? statistic.Withheld ?? "too few strides" : null,
    };

    private static Measure Total(string name, double value, string unit, int n) => new() { Name = name, Direction = Whole, Value = value, N = n, Unit = unit };

    private static Measure Missing(string name, string unit, string why) => new() { Name = name, Direction = Whole, N = 0, Unit = unit, Withheld = why };
}

using GaitSense.Analysis.Sensors;
using GaitSense.Analysis.Sides;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Summary;

/// <summary>Makes a <see cref="WalkSummary"/>.</summary>
internal static class SummaryBuilder
{
    private const string StatisticsMethod =
        "SD with n - 1, measuring error included. Intervals are 95 %: of a mean by Student t with a variance that allows for strides that depend on each "
        + "other (cosine sums; B = n / 4, 4 to 64, degrees of freedom). Symmetry from pairs (a left stride and the right stride after it): ln(R / L) of the "
        + "means by the delta method; symmetry index 100 (R - L) / (0.5 (R + L)) (Robinson), ratio R / L and symmetry angle are functions of it; positive where the "
        + "right foot's value is larger. variability: the walker's own SD and CV, measuring error taken out, intervals by Bonett. PCI: CV of the phase plus mean |phase - 180| as "
        + "percent (Plotnik), block bootstrap. The clock uncertainty is added in quadrature to step time, double support and PCI; total double support and single support do not "
        + "feel it. Means need 6 strides of a foot, symmetry 10 of each, variability and PCI 30 (provisional below 50). "
        + "What the core sees wrongly in the same way in every stride of one foot (when a contact is seen depends on how a foot lands and leaves the ground, how much length on "
        + "how it rolls and how the sensor sits) is added in quadrature to the intervals of means and symmetry, and no number of strides makes it smaller: its size is from simulated walkers "
        + "(benchmarks/results/coverage.md).";

    private const string SteadyMethod =
        "steady_*: valid, confidence at least 0.5, outside turns (reported turns, and strides that change heading by more than 20 degrees), without "
        + "the first and last two strides of each foot in a bout, and the two before and after a pause or a change between forward and backward (column use of strides.csv: steady). "
        + "all_valid_*: every valid stride of that direction.";

    public static WalkSummary Build(SettledWalk settled)
    {
        ArgumentNullException.ThrowIfNull(settled);
        WalkRecord walk = settled.Walk;
        Dictionary<Foot, FootCounts> counts = BothFeet.InOrder.ToDictionary(f => f, f => Counts(settled, f));
        var sides = SideCheck.Of(walk.Strides);
        IReadOnlyList<WalkWarning> warnings = SummaryWarnings.Of(walk, counts, sides);
        return new WalkSummary
        {
            Software = new SoftwareInfo(walk.Context.Software, walk.Context.SoftwareVersion, walk.Context.SoftwareCommit),
            Recording = walk.Context.Recording,
            Description = walk.Context.Description,
            StartedAt = walk.Context.StartedAt,
            Participant = walk.Context.Person.Participant,
            Visit = walk.Context.Person.Visit,
            Group = walk.Context.Person.Group,
            Warnings = [.. warnings.Select(w => w.Text)],
            WarningsByKind = warnings,
            Totals = Totals(settled, counts),
            Counts = counts.ToDictionary(c => Words.Of(c.Key), c => c.Value, StringComparer.Ordinal),
            Statistics = new StrideGroupBuilder(settled).Build(),
            Fatigue = new FatigueBuilder(settled).Build(),
            BoutClasses = BoutClass.Of(settled.Bouts),
            Turns = TurnStatistics.Of(settled.Turns),
            Cues = walk.Cues?.Summary,
            Run = walk.Context.Run,
            DataQuality = [.. walk.Context.Quality.OrderBy(q => q.Foot).Select(q => Quality(q, SensorFindings.Of(walk.Context.Quality)))],
            Assumed = new Assumed
            {
                Mounting = [.. walk.Mountings.Select(Mounting)],
                Sides = sides,
                Clock = walk.Context.SharedClock ? "shared" : "separate",
                ClockUncertaintyS = walk.Context.SharedClock ? walk.Context.ClockUncertaintyS : null,
                SteadyRule = SteadyMethod,
                Statistics = StatisticsMethod,
                Other = [.. walk.Context.Assumptions],
            },
        };
    }

    private static FootCounts Counts(SettledWalk settled, Foot foot)
    {
        (WalkRecord walk, GrowingList<Stride> strides) = (settled.Walk, settled.Strides);
        List<int> all = [.. Enumerable.Range(0, strides.Count).Where(i => strides[i].Foot == foot)], valid = [.. all.Where(i => strides[i].IsValid)];
        return new FootCounts
        {
            Strides = all.Count,
            Valid = valid.Count,
            Rejected = all.Count - valid.Count,
            ValidByDirection = CountBy(Enum.GetValues<WalkingDirection>(), Words.Of, d => valid.Count(i => strides[i].Direction == d)),
            RejectedByReason = CountBy(
                Enum.GetValues<RejectReason>().Where(r => r != RejectReason.None), Words.Of, r => all.Count(i => strides[i].RejectReason == r)),
            ValidByUse = ValidByUse(u => valid.Count(i => settled.Uses[i] == u)),
            StridesByUse = CountBy(Enum.GetValues<StrideUse>(), Words.InFiles, u => all.Count(i => settled.Uses[i] == u)),
            Events = CountBy(Enum.GetValues<GaitEventKind>(), Words.Of, k => walk.EventCounts.GetValueOrDefault((foot, k))),
            Steps = walk.Steps.Count(s => s.Foot == foot),
            Turns = walk.Turns.Count(t => t.Foot == foot),
            Gaps = walk.GapCount > walk.Gaps.Count
                ? walk.Context.Quality.Where(q => q.Foot == foot).Select(q => q.Gaps).FirstOrDefault()
                : walk.Gaps.Count(g => g.Foot == foot),
            DistanceM = valid.Sum(i => strides[i].LengthM ?? 0),
            BackwardDistanceM = valid.Where(i => strides[i].Direction == WalkingDirection.Backward).Sum(i => strides[i].LengthM ?? 0),
            DurationS = walk.Span.TryGetValue(foot, out (DeviceTime First, DeviceTime Last) span) ? span.Last.SecondsSince(span.First) : null,
        };
    }

    private static Dictionary<string, int> CountBy<T>(IEnumerable<T> keys, Func<T, string> name, Func<T, int> count)
        where T : notnull => keys.ToDictionary(name, count, StringComparer.Ordinal);

    // The names of earlier builds; the words of strides.csv are in StridesByUse.
    private static Dictionary<string, int> ValidByUse(Func<StrideUse, int> count) => new(StringComparer.Ordinal)
    {
        ["steady"] = count(StrideUse.Steady),
        ["other_direction"] = count(StrideUse.OtherDirection),
        ["low_confidence"] = count(StrideUse.LowConfidence),
        ["turning"] = count(StrideUse.Turn),
        ["bout_edge"] = count(StrideUse.Start) + count(StrideUse.End),
        ["pause"] = count(StrideUse.Pause),
        ["direction_change"] = count(StrideUse.DirectionChange),
    };

    private static WalkTotals Totals(SettledWalk settled, Dictionary<Foot, FootCounts> counts)
    {
        WalkRecord walk = settled.Walk;
        List<double> distances = [.. counts.Values.Where(c => c.Valid > 0).Select(c => c.DistanceM)];
        return new WalkTotals
        {
            // On one clock a walk begins with the first foot and ends with the last.
            DurationS = walk.Context.SharedClock && walk.Span.Count > 0
                ? walk.Span.Values.Max(s => s.Last).SecondsSince(walk.Span.Values.Min(s => s.First))
                : counts.Values.Max(c => c.DurationS),
            WalkingTimeS = walk.Bouts.Sum(b => b.End.SecondsSince(b.Start)),
            DistanceM = distances.Count > 0 ? distances.Average() : null,
            Bouts = walk.Bouts.Count,
            Turns = walk.Context.SharedClock ? settled.Turns.Count : counts.Values.Max(c => c.Turns),
            Steps = walk.Steps.Count,
            ProvisionalKept = walk.Provisional.Kept,
            ProvisionalWithdrawn = walk.Provisional.Withdrawn,
        };
    }

    private static FootQuality Quality(DataQuality q, IReadOnlyList<SensorFault> faults) => new()
    {
        Foot = Words.Of(q.Foot),
        Samples = q.Samples,
        RateHz = q.RateHz > 0 ? q.RateHz : null,
        NotFinite = q.NotFinite,
        Duplicates = q.Duplicates,
        OutOfOrder = q.OutOfOrder,
        BridgedGaps = q.BridgedGaps,
        Gaps = q.Gaps,
        ClippedAccel = q.ClippedAccel,
        ClippedGyro = q.ClippedGyro,
        RestAccelMps2 = q.RestAccelMps2 > 0 ? q.RestAccelMps2 : null,
        Impossible = q.Impossible,
        AccelEndMps2 = q.AccelEndMps2,
        GyroEndRadPerS = q.GyroEndRadPerS,
        SwingsCompared = q.Health.Swings,
        GyroScale = q.Health.GyroScale,
        GyroDelayMs = 1000 * q.Health.GyroDelayS,
        GyroDelayUncertaintyMs = 1000 * q.Health.GyroDelaySdS,
        Faults = [.. faults.Where(f => f.Foot == q.Foot).Select(f => new FootFault(Words.InFiles(f.Kind), f.Value > 0 ? f.Value : null, SensorFaultWords.Of(in f)))],
    };

    private static AssumedMounting Mounting(MountingEstimate m) => new()
    {
        Foot = Words.Of(m.Foot),
        TimeS = m.Time.Seconds,
        Declared = m.IsDeclared,
        ForwardConfidence = m.ForwardConfidence,
        Forward = [m.Axes.Forward.X, m.Axes.Forward.Y, m.Axes.Forward.Z],
        Left = [m.Axes.Left.X, m.Axes.Left.Y, m.Axes.Left.Z],
        Up = [m.Axes.Up.X, m.Axes.Up.Y, m.Axes.Up.Z],
    };
}

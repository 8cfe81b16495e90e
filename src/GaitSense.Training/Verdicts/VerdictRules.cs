using System.Collections.Concurrent;
using GaitSense.Analysis.Statistics;
using GaitSense.Training.Regimes;

namespace GaitSense.Training.Verdicts;

/// <summary>
/// How a verdict comes about. The first visits are the baseline. The limit is the largest of what is published for the same definition, what the person's own baseline visits
/// differ by, and what measuring adds. Visits in a row beyond it, on the same side, are a change: three of a test, six of a measure that comes with every session. The limits allow for
/// visits that depend on each other, because a person has good and bad weeks and a few visits cannot tell how much.
/// </summary>
public static class VerdictRules
{
    private const double Normal95 = 1.959964;

    // A value that is written in steps goes up or down by one for nothing.
    private const double LeastSteps = 1.5;
    private const int FewestToCallRound = 3;
    private static readonly int[] Coarser = [10, 5, 2];

    // A factor takes some 100 ms to find, and a desk asks for the same ones again and again.
    private static readonly ConcurrentDictionary<(LooksPlan Plan, double Share), double> Factors = new();

    /// <summary>The verdict of a series.</summary>
    /// <param name="series">The series.</param>
    /// <param name="family">What is looked at together with it.</param>
    /// <param name="statement">What an administrator stated; without it there is no verdict, and nothing to call this with.</param>
    /// <param name="table">The limits; null: those that come with the program.</param>
    /// <exception cref="ArgumentException">The quantity is never judged, or is not in the limits; its visits cannot be known to be alike (<see cref="WhyNotAlike"/>); or the statement says nothing.</exception>
    public static Verdict Judge(Series series, VerdictFamily family, Statement statement, LimitTable? table = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(statement);
        table ??= LimitTable.BuiltIn;
        if (string.IsNullOrWhiteSpace(statement.Reference)) throw new ArgumentException("the statement has no reference", nameof(statement));
        if (family.Measures is < 1 or > VerdictFamily.MostMeasures) throw new ArgumentException(FormattableString.Invariant($"{family.Measures} measures are shown; 1 to {VerdictFamily.MostMeasures} may be"), nameof(family));
        if ((WhyNever(series.Key, table) ?? WhyNotAlike(series.Key)) is { } never) throw new ArgumentException($"{series.Key.Quantity} has no verdict: {never}", nameof(series));
        IReadOnlyList<VisitValue> values = series.Values;
        for (int i = 1; i < values.Count; i++)
            if (values[i].Day <= values[i - 1].Day) throw new ArgumentException("the values are not in the order of days, one a day", nameof(series));

        IReadOnlyList<ChangeLimit> published = table.For(series.Key, LimitSays.Changed);
        int least = published.Any(p => p is { Up: not null, Down: not null }) ? table.Settings.LeastVisitsWherePublished : table.Settings.LeastVisits;
        int first = Math.Max(least, family.BaselineThrough is { } through ? values.Count(v => v.Day <= through) : 0);
        Verdict verdict = new() { Kind = VerdictKind.NotEnoughData, Series = series, Family = family, Statement = statement, LimitsVersion = table.Version };
        if (values.Count < first) return verdict with { Missing = FormattableString.Invariant($"{values.Count} of the {first} visits that a baseline needs") };

        Baseline baseline = Baseline.Of([.. values.Take(first)]);
        int after = values.Count - first, looks = LooksOf(series.Key, family, after, table);
        verdict = verdict with { Baseline = baseline, Looks = looks, InARow = InARowOf(series.Key, family, table), Limit = LimitOf(series, baseline, published, family, looks, table) };
        if (after == 0) return verdict with { Missing = FormattableString.Invariant($"the baseline is complete ({first} visits); no visit after it yet") };
        return Compare(verdict, published, table);
    }

    /// <summary>Why a quantity is never judged; null: it may be.</summary>
    /// <param name="key">What a series is of.</param>
    /// <param name="table">The limits; null: those that come with the program.</param>
    public static string? WhyNever(SeriesKey key, LimitTable? table = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        return (table ?? LimitTable.BuiltIn).Find(key.Name) is not { } quantity ? "nothing is known of its limits" : quantity.NoVerdict;
    }

    /// <summary>Why the visits of a series cannot be compared with each other; null: they can.</summary>
    /// <remarks>Limits of change hold with one aid and one orthosis. Where nobody said which, a stick that was taken or left would be called a change of the person, so there is no verdict.</remarks>
    /// <param name="key">What a series is of.</param>
    public static string? WhyNotAlike(SeriesKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Unsaid is { } what ? $"nobody said {what} of these visits, so whether they are alike is not known" : null;
    }

    private static Verdict Compare(Verdict verdict, IReadOnlyList<ChangeLimit> published, LimitTable table)
    {
        (Baseline baseline, VerdictLimit limit) = (verdict.Baseline!, verdict.Limit!);
        double[] changes = [.. verdict.Series.Values.Skip(baseline.N).Select(v => v.Value - baseline.Mean)];
        double last = changes[^1];
        int side = limit.Side(last), agree = side == 0 ? 0 : changes.Reverse().TakeWhile(c => limit.Side(c) == side).Count();
        IReadOnlyList<ChangeLimit> meaningful = table.For(verdict.Series.Key, LimitSays.Meaningful);
        List<string> notes = [];
        if (verdict.Looks > PlannedLooks(verdict.Series.Key, verdict.Family, table)) notes.Add("more visits than planned: the limit was widened");
        verdict = verdict with { Change = last, Meaningful = meaningful };
        if (agree < verdict.InARow)
        {
            if (side != 0) notes.Add(FormattableString.Invariant($"beyond the limit at {(agree == 1 ? "one visit" : FormattableString.Invariant($"{agree} visits in a row"))}: {verdict.InARow} must agree"));
            notes.AddRange(published.Where(p => p.Near is { } near && Math.Abs(last) >= near * (p.Scale == LimitScale.Fraction ? Math.Abs(baseline.Mean) : 1)).Select(p => p.NearSays!));
            return verdict with { Kind = VerdictKind.NoClearChange, Notes = notes };
        }

        // All of them count: the smallest step must be one that people called important.
        double step = changes.TakeLast(verdict.InARow).Min(Math.Abs), now = baseline.Mean + changes.TakeLast(verdict.InARow).Average();
        double[] important = [.. meaningful.Select(m => side > 0 ? m.UpFrom(baseline.Mean) : m.DownFrom(baseline.Mean)).OfType<double>()];
        JudgedQuantity quantity = table.Find(verdict.Series.Key.Name)!;
        if (quantity.Better == BetterWay.NearerZero && now * baseline.Mean < 0) notes.Add("the other side is the larger one now");
        return verdict with
        {
            Kind = important.Length > 0 && step > important.Max() ? VerdictKind.ChangedAndMeaningful : VerdictKind.Changed,
            Way = WayOf(quantity.Better, side, baseline.Mean, now),
            Notes = notes,
        };
    }

    private static ChangeWay WayOf(BetterWay better, int side, double baseline, double now) => better switch
    {
        BetterWay.Higher => side > 0 ? ChangeWay.Better : ChangeWay.Worse,
        BetterWay.Lower => side < 0 ? ChangeWay.Better : ChangeWay.Worse,
        BetterWay.NearerZero => Math.Abs(now) < Math.Abs(baseline) ? ChangeWay.Better : ChangeWay.Worse,
        _ => side > 0 ? ChangeWay.Up : ChangeWay.Down,
    };

    private static VerdictLimit LimitOf(Series series, Baseline baseline, IReadOnlyList<ChangeLimit> published, VerdictFamily family, int looks, LimitTable table)
    {
        List<LimitPart> parts = [.. published.Select(p => new LimitPart(LimitPartKind.Published, p.UpFrom(baseline.Mean) ?? 0, p.DownFrom(baseline.Mean) ?? 0, p.Source)), Own(series, baseline, published, family, looks, table)];
        // A visit's own error may differ from that of the baseline's: a worse walk has a wider limit.
        double? now = series.Values.Count > baseline.N ? series.Values.Skip(baseline.N).TakeLast(InARowOf(series.Key, family, table)).Max(v => v.MeasuringSd) : baseline.MeasuringSd;
        if (baseline.MeasuringSd is { } a && now is { } b)
        {
            double limit = Normal95 * Math.Sqrt((a * a) + (b * b));
            parts.Add(new LimitPart(LimitPartKind.Measuring, limit, limit, "measuring error of two values (GaitSense, benchmarks/results/coverage.md)"));
        }

        return new VerdictLimit { Parts = parts };
    }

    private static LimitPart Own(Series series, Baseline baseline, IReadOnlyList<ChangeLimit> published, VerdictFamily family, int looks, LimitTable table)
    {
        bool isTest = table.Find(series.Key.Name)!.Test;
        double step = StepOf(series, table.Find(series.Key.Name)!.Resolution), freedom = baseline.N - 1, known = 0;
        double variance = (baseline.Sd * baseline.Sd) + (step * step / 12);
        string with = "";

        // A few visits tell little of their SD. Where the SD of other people with the condition is known it counts as some visits more.
        if (published.Select(p => p.VisitSd(baseline.Mean)).OfType<double>().DefaultIfEmpty().Max() is > 0 and var sd && table.Settings.PublishedSdFreedom is > 0 and var prior)
        {
            variance = ((freedom * variance) + (prior * sd * sd)) / (freedom + prior);
            known = prior;
            with = " and the published SD";
        }

        LooksPlan plan = new() { First = baseline.N, Looks = looks, InARow = InARowOf(series.Key, family, table), Correlation = isTest ? table.Settings.TestCorrelation : table.Settings.MeasureCorrelation, KnownFreedom = known };
        double factor = Math.Max(
            Factors.GetOrAdd((plan, table.Settings.ErrorRate / family.Measures), k => RepeatedLooks.Factor(k.Plan, k.Share)),
            RepeatedLooks.StudentPoint(freedom + known, 0.975) * Math.Sqrt(1 + (1.0 / baseline.N)));
        double limit = Math.Max(factor * Math.Sqrt(variance), LeastSteps * step);
        return new LimitPart(LimitPartKind.Own, limit, limit, FormattableString.Invariant($"own visits, n {baseline.N}{with}: {factor:0.00} SD for {family.Measures} measures and {looks} visits"));
    }

    // A plan of two visits after the baseline has no third that could agree; its limit is the wider one of two.
    private static int InARowOf(SeriesKey key, VerdictFamily family, LimitTable table) =>
        Math.Min(table.Find(key.Name)!.Test ? table.Settings.TestsInARow : table.Settings.MeasuresInARow, PlannedLooks(key, family, table));

    // A watch that is read in whole seconds, a corridor in tens of metres: values that are all round are written in larger steps than the limits say.
    private static double StepOf(Series series, double resolution)
    {
        foreach (int coarser in Coarser)
            if (series.Values.Count >= FewestToCallRound && series.Values.All(v => Math.Abs(Math.IEEERemainder(v.Value, coarser * resolution)) < 1e-6 * resolution)) return coarser * resolution;
        return resolution;
    }

    private static int PlannedLooks(SeriesKey key, VerdictFamily family, LimitTable table) => Math.Clamp(table.Find(key.Name)!.Test ? family.TestVisits : family.MeasureVisits, 2, 500);

    // What was planned counts, not what has come: else the limit would move from visit to visit. Who looks longer looks through another plan's worth.
    private static int LooksOf(SeriesKey key, VerdictFamily family, int after, LimitTable table)
    {
        int planned = PlannedLooks(key, family, table);
        return planned * Math.Max(1, (after + planned - 1) / planned);
    }
}

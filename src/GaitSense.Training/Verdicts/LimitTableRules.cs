using System.Globalization;

namespace GaitSense.Training.Verdicts;

/// <summary>What a document of limits must keep to.</summary>
internal static class LimitTableRules
{
    /// <summary>The first thing that is wrong, in words; null where nothing is.</summary>
    public static string? Fault(LimitTable table)
    {
        if (table.Format is not LimitTable.FormatName) return $"format is {table.Format}; limits say {LimitTable.FormatName}";
        if (table.Version < 1) return Text($"version is {table.Version}; it must be at least 1");
        if (Fault(table.Settings) is { } settings) return "settings." + settings;
        for (int i = 0; i < table.Quantities.Count; i++)
        {
            JudgedQuantity q = table.Quantities[i];
            if (q.Name.Length == 0) return Text($"quantities[{i}].name is empty");
            if (table.Quantities.Take(i).Any(o => string.Equals(o.Name, q.Name, StringComparison.Ordinal))) return Text($"quantities[{i}].name is {q.Name}, as another's");
            if (q.Decimals is < 0 or > 3) return Text($"quantities[{i}].decimals is {q.Decimals}; it must be between 0 and 3");
            if (q.NoVerdict is not null && q.Shown.Count > 0) return Text($"quantities[{i}].shown: {q.Name} is never judged");
            if (!(q.Resolution > 0)) return Text($"quantities[{i}].resolution is {q.Resolution}; it must be above 0");
        }

        int shown = table.Quantities.Sum(q => q.Shown.Count);
        if (shown > VerdictFamily.MostMeasures) return Text($"quantities: {shown} are shown; at most {VerdictFamily.MostMeasures} may be");
        for (int i = 0; i < table.Limits.Count; i++)
            if (Fault(table, table.Limits[i]) is { } fault) return Text($"limits[{i}].{fault}");
        return null;
    }

    private static string? Fault(LimitSettings s)
    {
        if (s.ErrorRate is not (> 0 and <= 0.2)) return Text($"error_rate is {s.ErrorRate}; it must be above 0 and at most 0.2");
        if (s.LeastVisits is < 3 or > 20) return Text($"least_visits is {s.LeastVisits}; it must be between 3 and 20");
        if (s.LeastVisitsWherePublished is < 2 or > 20) return Text($"least_visits_where_published is {s.LeastVisitsWherePublished}; it must be between 2 and 20");
        foreach ((string key, int visits) in new[] { ("tests_in_a_row", s.TestsInARow), ("measures_in_a_row", s.MeasuresInARow) })
            if (visits is < 2 or > 10) return Text($"{key} is {visits}; it must be between 2 and 10");
        foreach ((string key, double correlation) in new[] { ("test_correlation", s.TestCorrelation), ("measure_correlation", s.MeasureCorrelation) })
            if (correlation is not (>= 0 and <= 0.9)) return Text($"{key} is {correlation}; it must be between 0 and 0.9");
        if (s.PublishedSdFreedom is not (>= 0 and <= 100)) return Text($"published_sd_freedom is {s.PublishedSdFreedom}; it must be between 0 and 100");
        return string.IsNullOrWhiteSpace(s.Source) ? "source is empty; it must say where the numbers come from" : null;
    }

    private static string? Fault(LimitTable table, ChangeLimit l)
    {
        if (table.Find(l.Quantity) is not { } quantity) return $"quantity is {l.Quantity}; quantities has no such name";
        if (quantity.NoVerdict is not null) return $"quantity is {l.Quantity}, which is never judged";
        if (l.Up is null && l.Down is null) return "up and down are both missing; a limit has one of them";
        if (!Fits(l.Up) || !Fits(l.Down)) return "up or down is 0 or less, or no number; a limit is above 0";
        if (l.Scale == LimitScale.Fraction && l.Down is >= 1 and var whole) return Text($"down is {whole}; a fall by the whole baseline or more is none");
        if ((l.Statistic == LimitStatistic.Mic) != (l.Says == LimitSays.Meaningful)) return "statistic does not fit says: mic is meaningful, mdc and sdc are changed";
        if ((l.Low95 is null) != (l.High95 is null)) return "low95 and high95 belong together";
        if (l.Low95 is { } low && l.High95 is { } high && low <= 0 && high >= 0) return Text($"low95 to high95 is {low} to {high}: an interval that holds 0 is no limit");
        if ((l.Near is null) != (l.NearSays is null)) return "near and near_says belong together";
        if (l.Near is { } near && !(near > 0 && near <= Math.Max(l.Up ?? 0, l.Down ?? 0))) return Text($"near is {near}; it must be above 0 and not above the limit");
        if (string.IsNullOrWhiteSpace(l.Author)) return "author is empty; a limit has a source";
        if (l.Year is < 1950 or > 2100) return Text($"year is {l.Year}; a limit has the year of its source");
        return l.N is < 2 ? Text($"n is {l.N.Value}; it must be at least 2") : null;
    }

    private static bool Fits(double? limit) => limit is null or (> 0 and < double.PositiveInfinity);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

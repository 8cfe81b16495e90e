using System.Text;
using GaitSense.Recording.Text;

namespace GaitSense.Recording.Import.Tables;

/// <summary>How the times of a table's column are to be read, told by its name and its first rows.</summary>
/// <param name="Rule">How; null where it is unknown.</param>
/// <param name="Description">In words, or why it is unknown.</param>
/// <param name="Distinct">How many different times its first rows have.</param>
internal sealed record TimeColumn(TimeRule? Rule, string Description, int Distinct)
{
    // From a sensor's fastest to its slowest rate, and batches of up to a fifth of a second: a thousandfold apart, units cannot be confused.
    private const double MinPeriodS = 0.00025, MaxPeriodS = 0.2;
    private const double EpochFromS = 9e8, EpochToS = 5e9; // 1998 to 2128

    /// <summary>Looks at a column.</summary>
    /// <param name="sketch">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="givenUs">Microseconds in one of its units, as declared; null: not declared.</param>
    public static TimeColumn Of(TableSketch sketch, int column, double? givenUs)
    {
        string name = column < sketch.Header.Names.Length ? sketch.Header.Names[column] : FormattableString.Invariant($"column {column + 1}");
        if (Written(sketch, column) is { } written) return written;
        double[] values = [.. sketch.Rows.Select(r => sketch.Number(r, column)).Where(double.IsFinite)];
        int distinct = values.Distinct().Count();
        double? statedUs = givenUs ?? (HeaderGuess.Of(name) is { Kind: HeaderKind.Time } named ? named.ToSi : null) ?? (sketch.UnitOf(column) is { } unit ? ImportUnits.Time(unit) : null);
        string shown = TextForPeople.Show(name, 40);
        if (statedUs is { } tick) return new TimeColumn(new TimeRule(column, tick) { IsEpoch = values.Length > 0 && IsEpoch(values[0], tick) }, $"time by {shown}, in {Words(tick)}{(givenUs is null ? "" : ", as said")}", distinct);
        if (values.Length == 0) return new TimeColumn(null, $"{shown} holds no times", 0);
        if (EpochTick(values[0]) is { } epoch) return new TimeColumn(new TimeRule(column, epoch) { IsEpoch = true }, $"time by {shown}, taken for {Words(epoch)} since 1970 by its size", distinct);
        double step = Step(values);
        if (step <= 0) return new TimeColumn(new TimeRule(column, 1e6), $"time by {shown}, taken for seconds", distinct);
        if (step == 1 && Array.TrueForAll(values, v => v == Math.Floor(v)))
            return new TimeColumn(null, $"{shown} counts 1, 2, 3: rows or milliseconds? Give --rate HZ, or --units time=ms", distinct);
        foreach (double us in new[] { 1e6, 1e3, 1, 1e-3 })
            if (step * us / 1e6 is >= MinPeriodS and <= MaxPeriodS) return new TimeColumn(new TimeRule(column, us), $"time by {shown}, taken for {Words(us)} by its steps", distinct);
        return new TimeColumn(null, FormattableString.Invariant($"{shown} goes by {step:G4}, which no unit makes a sensor's rate: give --units time=…, or --rate HZ"), distinct);
    }

    /// <summary>A unit of time in words.</summary>
    public static string Words(double tickUs) => tickUs switch
    {
        1e6 => "seconds",
        1e3 => "milliseconds",
        1 => "microseconds",
        1e-3 => "nanoseconds",
        _ => FormattableString.Invariant($"units of {tickUs:0.###} µs"),
    };

    private static TimeColumn? Written(TableSketch sketch, int column)
    {
        TimeText[] texts = [.. sketch.Rows.Select(r => TimeText.Of(Encoding.UTF8.GetBytes(TableSketch.Text(r, column)))).OfType<TimeText>()];
        if (texts.Length == 0 || 2 * texts.Length < sketch.Rows.Count) return null;
        TimeForm form = Array.Exists(texts, t => t.Form == TimeForm.OfHour) ? TimeForm.OfHour : Array.TrueForAll(texts, t => t.Form == TimeForm.OfCalendar) ? TimeForm.OfCalendar : TimeForm.OfDay;
        string words = form switch
        {
            TimeForm.OfCalendar => $"dates and clock times{(texts[0].HasZone ? "" : " (no time zone is stated: taken for UTC)")}",
            TimeForm.OfDay => "clock times",
            _ => "minutes and seconds",
        };
        string name = column < sketch.Header.Names.Length ? TextForPeople.Show(sketch.Header.Names[column], 40) : FormattableString.Invariant($"column {column + 1}");
        return new TimeColumn(new TimeRule(column, 1) { Form = form, IsEpoch = form == TimeForm.OfCalendar }, $"time by {name}: {words}", texts.Select(t => t.Micros).Distinct().Count());
    }

    private static bool IsEpoch(double value, double tickUs) => value * tickUs / 1e6 is >= EpochFromS and <= EpochToS;

    private static double? EpochTick(double value)
    {
        foreach (double us in new[] { 1e6, 1e3, 1, 1e-3 })
            if (IsEpoch(value, us)) return us;
        return null;
    }

    // The usual step; where most times repeat, what a row takes on average.
    private static double Step(double[] values)
    {
        if (values.Length < 2) return 0;
        double[] steps = [.. values.Zip(values.Skip(1), (a, b) => Math.Round(b - a, 9)).Order()];
        double median = steps[steps.Length / 2];
        return median > 0 ? median : Math.Max(0, (values[^1] - values[0]) / (values.Length - 1));
    }
}

using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Report;

namespace GaitSense.Training.Verdicts;

/// <summary>A series over weeks: baseline visits hollow, later ones filled, those beyond a limit as diamonds; the band is where nothing counts as a change.</summary>
internal static class ProgressPlot
{
    private const double Width = 500;
    private const double Height = 250;
    private const double DaysAWeek = 7;

    /// <summary>All plots of a report as an SVG file, forward left, backward right.</summary>
    /// <param name="report">The report.</param>
    /// <param name="words">The language.</param>
    public static string File(ProgressReport report, ProgressWords words)
    {
        (DateOnly from, int weeks) = Span(report);
        // A row without a value would be an empty half page; where nothing was measured, all of them say so.
        ProgressRow[] drawn = [.. report.Rows.Where(r => r.Parts().Any())];
        return PlotFile.Of(words.Text("desk.progress.of", report.Person), [.. (drawn.Length > 0 ? drawn : report.Rows).Select(r => (IReadOnlyList<(string, string)>)[Cell(r.Forward, r.Quantity), Cell(r.Backward, r.BackwardQuantity ?? r.Quantity)])], Width, Height);

        (string, string) Cell(ProgressSeries? part, JudgedQuantity q) => part is null ? ("", "") : (ProgressWords.Above(Heading(part, q, words)), Draw(part, q, from, weeks, words));
    }

    /// <summary>What stands above a plot.</summary>
    public static string Heading(ProgressSeries part, JudgedQuantity q, ProgressWords words) => words.Titled(q, part.Series.Key.Direction) + (part.Verdict is { } v ? " – " + words.Said(v.Words) : "");

    /// <summary>One series.</summary>
    /// <param name="part">The series with its verdict.</param>
    /// <param name="q">What is known of it.</param>
    /// <param name="from">Day 0 of the axis.</param>
    /// <param name="weeks">Length of the axis.</param>
    /// <param name="words">The language.</param>
    public static string Draw(ProgressSeries part, JudgedQuantity q, DateOnly from, int weeks, ProgressWords words)
    {
        Verdict? v = part.Verdict;
        PlotPoint[] all = [.. part.Series.Values.Select(x => new PlotPoint((x.Day.DayNumber - from.DayNumber) / DaysAWeek, x.Value))];
        double low = all.Min(p => p.Y), high = all.Max(p => p.Y);
        if (v is { Baseline: { } b, Limit: { } limit }) (low, high) = (Math.Min(low, b.Mean - limit.Down), Math.Max(high, b.Mean + limit.Up));
        double room = Math.Max((high - low) * 0.06, q.Resolution);
        Plot plot = new(Spoken(part, q, words), Width, Height, NiceScale.Exactly(0, weeks, Math.Min(weeks, 8)), NiceScale.Around(low - room, high + room), words.Text("progress.week"), words.Unit(q)) { DecimalMark = words.DecimalMark };
        int first = 0;
        if (v is { Baseline: { } mean, Limit: { } band })
        {
            first = mean.N;
            plot.Between(mean.Mean - band.Down, mean.Mean + band.Up, "calm").HorizontalLine(mean.Mean, "zero").HorizontalLine(mean.Mean + band.Up, "reject dash").HorizontalLine(mean.Mean - band.Down, "reject dash");
        }

        string colour = part.Series.Key.Direction == Core.WalkingDirection.Backward ? "back-left" : "left";
        bool Beyond(PlotPoint p) => v is { Baseline: { } m, Limit: { } l } && l.Side(p.Y - m.Mean) != 0;
        PlotPoint[] later = [.. all.Skip(first)];
        return plot.Line(all, colour + " thin").Marks([.. all.Take(first)], MarkShape.HollowCircle, colour)
            .Marks([.. later.Where(p => !Beyond(p))], MarkShape.Circle, colour).Marks([.. later.Where(Beyond)], MarkShape.Diamond, colour).ToSvg();
    }

    /// <summary>Day 0 and the weeks that all series of a report span.</summary>
    public static (DateOnly From, int Weeks) Span(ProgressReport report)
    {
        VisitValue[] all = [.. report.Rows.SelectMany(r => r.Parts()).SelectMany(p => p.Series.Series.Values)];
        if (all.Length == 0) return (report.Day, 1);
        DateOnly from = all.Min(v => v.Day);
        return (from, Math.Max(1, (int)Math.Ceiling((all.Max(v => v.Day).DayNumber - from.DayNumber + 1) / DaysAWeek)));
    }

    private static string Spoken(ProgressSeries part, JudgedQuantity q, ProgressWords words)
    {
        string At(VisitValue visit) => $"{words.Day(visit.Day)} ({words.Number(visit.Value, q.Decimals)} {words.Unit(q)})";
        return words.Text("progress.spoken", Heading(part, q, words), part.Series.Values.Count, At(part.Series.Values[0]), At(part.Series.Values[^1]));
    }
}

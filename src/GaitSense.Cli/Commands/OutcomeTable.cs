using GaitSense.Analysis;
using Spectre.Console;

namespace GaitSense.Cli;

/// <summary>Outcomes for a person.</summary>
internal static class OutcomeTable
{
    /// <summary>One recording in full, several as a table, and where the reports are.</summary>
    public static void Write(Terminal terminal, IReadOnlyList<AnalysisOutcome> outcomes)
    {
        IAnsiConsole console = terminal.CreateConsole();
        if (outcomes is [var only])
        {
            if (only.Summary is not null) WriteOne(console, only.Summary);
        }
        else
        {
            console.Write(Several(outcomes));
        }

        foreach (AnalysisOutcome outcome in outcomes.Where(o => o.Summary is not null).Take(outcomes.Count == 1 ? 1 : 0))
            terminal.Out.WriteLine($"report: {Path.Combine(outcome.Target.OutDirectory, "report.html")}");
        if (outcomes.Count > 1 && outcomes.FirstOrDefault(o => o.Summary is not null) is { } any)
            terminal.Out.WriteLine($"reports: {Path.Combine(Path.GetDirectoryName(any.Target.OutDirectory) ?? ".", "*", "report.html")}");
    }

    /// <summary>One walk: each foot, and both.</summary>
    public static void WriteOne(IAnsiConsole console, WalkSummary summary)
    {
        WalkTotals totals = summary.Totals;
        console.WriteLine($"{summary.Recording}: {Phrases.Number(totals.DurationS, "0.0", "s")}, {totals.Bouts} bouts, {totals.Turns} turns, {Phrases.Number(totals.DistanceM, "0.0", "m")} walked");
        Table table = NewTable("", "left", "right", "both");
        table.AddRow("strides (valid of all)", Count(summary, "left"), Count(summary, "right"), "");
        foreach ((string way, StrideGroup all) in new[] { ("forward", summary.Statistics.AllValidForward), ("backward", summary.Statistics.AllValidBackward) })
        {
            if (all.Both.Strides == 0) continue;
            void Row(string name, Func<StrideStatistics, Statistic> of, string format, string unit) => table.AddRow(
                $"{name}, {way}", Value(of(all.Left), format, unit), Value(of(all.Right), format, unit), Value(of(all.Both), format, unit));
            Row("stride length", s => s.StrideLengthM, "0.00", "m");
            Row("stride time", s => s.StrideTimeS, "0.00", "s");
            Row("cadence", s => s.CadenceStepsPerMin, "0", "steps/min");
            Row("speed", s => s.SpeedMps, "0.00", "m/s");
        }

        console.Write(table);
    }

    private static Table Several(IEnumerable<AnalysisOutcome> outcomes)
    {
        Table table = NewTable("recording", "duration", "strides L/R", "length L/R", "cadence", "speed", "note");
        foreach (AnalysisOutcome o in outcomes)
        {
            if (o.Summary is not { } s)
            {
                table.AddRow(Cells(o.Target.Name, "", "", "", "", "", o.Skipped ? "not begun" : "FAILED"));
                continue;
            }

            StrideGroup all = s.Statistics.AllValidForward.Both.Strides >= s.Statistics.AllValidBackward.Both.Strides
                ? s.Statistics.AllValidForward
                : s.Statistics.AllValidBackward;
            string note = o.Error is not null ? "FAILED half way" : o.Result?.Interrupted == true ? "stopped" : s.Warnings.Count > 0 ? $"{s.Warnings.Count} warnings" : "";
            table.AddRow(Cells(
                o.Target.Name, Phrases.Number(s.Totals.DurationS, "0.0", "s"), $"{Count(s, "left")} / {Count(s, "right")}",
                $"{Value(all.Left.StrideLengthM, "0.00")} / {Value(all.Right.StrideLengthM, "0.00", "m")}",
                Value(all.Both.CadenceStepsPerMin, "0"), Value(all.Both.SpeedMps, "0.00", "m/s"), note));
        }

        return table;
    }

    private static Table NewTable(params IEnumerable<string> columns)
    {
        var table = new Table { Border = TableBorder.Simple, UseSafeBorder = true };
        foreach (string column in columns) table.AddColumn(new TableColumn(new Text(column)).NoWrap());
        return table;
    }

    private static Text[] Cells(params IEnumerable<string> cells) => [.. cells.Select(c => new Text(c))];

    private static string Count(WalkSummary summary, string foot) =>
        summary.Counts.TryGetValue(foot, out FootCounts? c) ? FormattableString.Invariant($"{c.Valid} of {c.Strides}") : Phrases.Nothing;

    private static string Value(Statistic statistic, string format, string unit = "") => Phrases.Number(statistic.Mean ?? statistic.Median, format, unit);
}

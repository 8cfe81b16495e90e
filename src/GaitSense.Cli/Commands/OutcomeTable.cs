using System.Globalization;
using GaitSense.Analysis.Cohorts;
using GaitSense.Analysis.Statistics;
using GaitSense.Analysis.Summary;
using GaitSense.Cli.App;
using GaitSense.Cli.Cues;
using GaitSense.Cli.View;
using GaitSense.Recording;
using GaitSense.Sessions;
using GaitSense.Walk;
using Spectre.Console;

namespace GaitSense.Cli.Commands;

/// <summary>Outcomes for a person.</summary>
internal static class OutcomeTable
{
    private const int MaxRows = 40;

    /// <summary>One recording in full; several as a table, of many only those that failed; and where the reports are.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="outcomes">The recordings.</param>
    /// <param name="cohort">The folder of a cohort; null for one recording.</param>
    /// <param name="shard">The part of it that this is; null for all.</param>
    public static void Write(Terminal terminal, IReadOnlyList<AnalysisOutcome> outcomes, string? cohort, CohortShard? shard)
    {
        IAnsiConsole console = terminal.CreateConsole();
        if (cohort is null)
        {
            foreach (AnalysisOutcome only in outcomes.Where(o => o.Summary is not null))
            {
                WriteOne(console, only.Summary!);
                WriteCues(terminal, only.Summary!);
                terminal.Out.WriteLine($"report: {Path.Combine(only.Target.OutDirectory, "report.html")}");
                if (File.Exists(Path.Combine(only.Target.OutDirectory, WalkSignals.File))) terminal.Out.WriteLine($"signals: {Path.Combine(only.Target.OutDirectory, WalkSignals.File)}");
            }

            return;
        }

        AnalysisOutcome[] shown = [.. outcomes.Count <= MaxRows ? outcomes : outcomes.Where(o => o.Status != CohortStatus.Done).Take(MaxRows)];
        if (shown.Length > 0) console.Write(Several(shown));
        terminal.Out.WriteLine(Counts(outcomes));
        terminal.Out.WriteLine(shard is null
            ? $"cohort: {Path.Combine(cohort, CohortFolder.PageName)}, {Path.Combine(cohort, CohortFolder.TableName)}"
            : $"part {shard} of a cohort: {Path.Combine(cohort, ShardFile.NameOf(shard.Index, shard.Of))}; when all parts are there: gaitsense merge {cohort}");
    }

    /// <summary>One walk: each foot, and both, of the strides that its report's key figures are of.</summary>
    public static void WriteOne(IAnsiConsole console, WalkSummary summary)
    {
        WalkTotals totals = summary.Totals;
        console.WriteLine($"{summary.Recording}: {Phrases.Number(totals.DurationS, "0.0", "s")}, {Phrases.Count(totals.Bouts, "bout")}, {Phrases.Count(totals.Turns, "turn")}, {Phrases.Number(totals.DistanceM, "0.0", "m")} walked");
        Table table = NewTable("", "left", "right", "both");
        table.AddRow("strides (valid of all)", Count(summary, "left"), Count(summary, "right"), "");
        foreach (string way in new[] { "forward", "backward" })
        {
            StrideGroupChoice used = StrideGroupChoice.Of(summary.Statistics, way);
            StrideGroup group = used.Group;
            if (group.Both.Strides == 0) continue;
            table.AddRow($"{used.Name}: strides", Phrases.Number(group.Left.Strides, "0"), Phrases.Number(group.Right.Strides, "0"), Phrases.Number(group.Both.Strides, "0"));
            void Row(string name, Func<StrideStatistics, Statistic> of, string format, string unit) => table.AddRow(
                $"{name}, {way}", Value(of(group.Left), format, unit), Value(of(group.Right), format, unit), Value(of(group.Both), format, unit));
            Row("stride length", s => s.StrideLengthM, "0.00", "m");
            Row("stride time", s => s.StrideTimeS, "0.00", "s");
            Row("cadence", s => s.CadenceStepsPerMin, "0", "steps/min");
            Row("speed", s => s.SpeedMps, "0.00", "m/s");
        }

        console.Write(table);
    }

    /// <summary>The cues of one walk, where it has some.</summary>
    public static void WriteCues(Terminal terminal, WalkSummary summary)
    {
        if (summary.Cues is not { } cues) return;
        foreach (string line in CueLines.Of(cues)) terminal.Out.WriteLine(line);
    }

    private static Table Several(IEnumerable<AnalysisOutcome> outcomes)
    {
        Table table = NewTable("recording", "duration", "strides L/R", "length L/R", "cadence", "speed", "note");
        foreach (AnalysisOutcome o in outcomes)
        {
            if (o.Summary is not { } s)
            {
                table.AddRow(Cells(o.Target.Name, "", "", "", "", "", o.Skipped ? "not begun" : Failed(o)));
                continue;
            }

            StrideGroup used = StrideGroupChoice.Of(s.Statistics).Group;
            string note = o.Error is not null ? Failed(o) : o.Result?.Interrupted == true ? "stopped" : s.Warnings.Count switch { 0 => "", 1 => "1 warning", var n => $"{n} warnings" };
            table.AddRow(Cells(
                o.Target.Name, Phrases.Number(s.Totals.DurationS, "0.0", "s"), $"{Count(s, "left")} / {Count(s, "right")}",
                $"{Value(used.Left.StrideLengthM, "0.00")} / {Value(used.Right.StrideLengthM, "0.00", "m")}",
                Value(used.Both.CadenceStepsPerMin, "0"), Value(used.Both.SpeedMps, "0.00", "m/s"), note));
        }

        return table;
    }

    private static string Failed(AnalysisOutcome o) => o.Failure is not RecordingFormatException { Reason: { Length: > 0 and < 60 } reason } ? o.Summary is null ? "FAILED" : "FAILED half way" : $"FAILED: {reason}";

    private static string Counts(IReadOnlyList<AnalysisOutcome> outcomes)
    {
        int done = outcomes.Count(o => o.Status == CohortStatus.Done), failed = outcomes.Count(o => o.Status == CohortStatus.Failed), before = outcomes.Count(o => o.WasFinished);
        int open = outcomes.Count - done - failed;
        return string.Create(CultureInfo.InvariantCulture, $"{outcomes.Count} recordings: {done} analysed{(before > 0 ? $" ({before} of them earlier)" : "")}, {failed} failed")
            + (open > 0 ? string.Create(CultureInfo.InvariantCulture, $", {open} not finished: run the same command again to go on") : "");
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

using System.Globalization;
using System.Text;
using GaitSense.Analysis.Cohorts;
using GaitSense.Analysis.Cues;
using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Statistics;
using GaitSense.Analysis.Summary;
using GaitSense.Analysis.Walks;

namespace GaitSense.Analysis.Report;

/// <summary>A walk as one self-contained HTML page: no script, nothing from outside, readable in print and in the dark.</summary>
public static class WalkReport
{
    private const string CuesLead = "What the walker heard, how steps and beats went together, and when there was silence. It describes this walk; whether training with cues helps is another question.";

    /// <summary>The page for a walk.</summary>
    public static string ToHtml(WalkRecord walk)
    {
        SettledWalk settled = new(walk);
        return ToHtml(settled, WalkSummary.From(settled));
    }

    /// <summary>The page for a walk whose summary is there already.</summary>
    public static string ToHtml(SettledWalk settled, WalkSummary summary)
    {
        ArgumentNullException.ThrowIfNull(settled);
        ArgumentNullException.ThrowIfNull(summary);
        WalkRecord walk = settled.Walk;
        ReportTime time = new(walk);
        TimePlots plots = new(settled, time);
        StringBuilder body = new();
        body.Append(Header(summary));
        if (summary.Warnings.Count > 0)
            body.Append($"<div class=\"warn\"><h2>Please note</h2><ul>{string.Concat(summary.Warnings.Select(w => $"<li>{Markup.Escape(w)}</li>"))}</ul></div>\n");
        (_, string name, string why, StrideGroup key) = StrideGroupChoice.Of(summary.Statistics);
        body.Append(Page.Section($"Key figures: {name}", why, KeyFigures.Tiles(key)));
        if (walk.Cues is { } cues) body.Append(Page.Section("Cues", CuesLead, Cues(cues, new CuePlots(walk, cues, time))));
        body.Append(Page.Section("Stride length over time", null, plots.StrideLength()));
        body.Append(Page.Section("Cadence over time", null, plots.Cadence()));
        body.Append(Page.Section(
            "Symmetry over time", $"Difference between the feet over the last {Gates.SymmetryStrides} steady strides of each: turns, starts and stops are left out. Small differences are normal; nobody is exactly 0.", plots.Symmetry()));
        body.Append(Page.Section("Left against right", SymmetryTable.Explanation, SymmetryTable.Draw(key.Symmetry), isHalf: true));
        body.Append(Page.Section("How much strides vary", VariabilityTable.Explanation, VariabilityTable.Draw(key), isHalf: true));
        body.Append(Page.Section("First against last minute", "Whether walking changes as the walk goes on.", FatigueTable.Draw(summary.Fatigue)));
        body.Append(Page.Section("Direction over time", null, $"<div class=\"low\">{DirectionRibbon.Draw(walk, time)}</div>"));
        body.Append(Page.Section("Foot angle", "Mean of all valid straight strides; the shade is one standard deviation between strides, dotted lines mark events.", CurvePlots.Angles(walk), isHalf: true));
        body.Append(Page.Section("Foot height", "Height of the sensor above the line between the two mid-stances, mean and one standard deviation.", CurvePlots.Heights(walk), isHalf: true));
        body.Append(Page.Section("Stance, swing and double support", null, Phases(summary.Statistics)));
        body.Append(Page.Section(
            "Path seen from above", "Each foot from its own origin and in its own heading: the two pictures cannot be laid over each other, and the heading drifts slowly.", PathPlots.Draw(walk)));
        body.Append(Page.Section("All numbers", null, Numbers(summary.Statistics)));
        body.Append(Page.Section("What was rejected, and why", null, ReportTables.Rejected(summary), isHalf: true));
        body.Append(Page.Section("Data quality", null, ReportTables.Quality(summary), isHalf: true));
        body.Append(Page.Section("What was assumed", null, ReportTables.Assumed(summary)));
        body.Append(Page.Section("What the words mean", null, ReportTables.Definitions()));
        body.Append($"<footer>{Markup.Escape(summary.Software.Name)} {Markup.Escape(summary.Software.Version)}{Commit(summary.Software)}. Training and research software, not a medical device.</footer>\n");
        return Page.Of($"Walk: {summary.Recording}{(PersonVisit.InWords(summary.Participant, summary.Visit, null) is { } whose ? $" ({whose})" : "")}", body.ToString(), Page.Date(summary.StartedAt));
    }

    // As long as a person needs to find it.
    private static string Commit(SoftwareInfo software) => software.Commit is { } commit ? $", commit {Markup.Escape(commit[..Math.Min(12, commit.Length)])}" : "";

    private static string Header(WalkSummary s)
    {
        WalkTotals t = s.Totals;
        List<string> facts = [];
        if (PersonVisit.InWords(s.Participant, s.Visit, s.Group) is { } whose) facts.Add($"<b>{Markup.Escape(whose)}</b>");
        if (s.StartedAt is { } when) facts.Add($"<b>{when.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)}</b>");
        if (t.DurationS is { } duration) facts.Add($"recorded <b>{ReportTime.Duration(duration)}</b>");
        if (t.Bouts > 0) facts.Add($"walking <b>{ReportTime.Duration(t.WalkingTimeS)}</b> in {t.Bouts} {(t.Bouts == 1 ? "bout" : "bouts")}");
        if (t.DistanceM is { } distance) facts.Add($"distance <b>{Markup.Number(distance, distance < 100 ? 1 : 0)} m</b>");
        double backward = s.Counts.Values.Max(c => c.BackwardDistanceM);
        if (backward > 0) facts.Add($"of it backward <b>{Markup.Number(backward, 1)} m</b>");
        facts.Add($"strides <b>{s.Counts["left"].Valid} left, {s.Counts["right"].Valid} right</b>");
        if (t.Turns > 0) facts.Add($"turns <b>{t.Turns}</b>");
        return $"<header><h1>{Markup.Escape(s.Recording)}</h1>{(s.Description is null ? "" : $"<p class=\"sub\">{Markup.Escape(s.Description)}</p>")}"
            + $"<ul class=\"facts\">{string.Concat(facts.Select(f => $"<li>{f}</li>"))}</ul></header>\n";
    }

    private static string Cues(CueSection cues, CuePlots plots) => CueFigures.Tiles(cues.Summary) + CueFigures.Verdicts(cues.Summary)
        + "<h3>Tempo of the beats and of the walker</h3>" + plots.Tempo()
        + (cues.Beats.Count == 0 ? "" : "<h3>Each landing against its beat</h3>" + plots.Asynchrony()
            + "<h3>At which moment of the beat the foot landed</h3><p class=\"sub\">Once around is one step. The larger a petal, the more landings; the dark line points to their mean, and the more they agree, the longer it is.</p>" + plots.Phases())
        + "<h3>Silence</h3><p class=\"sub\">Cues fall silent whenever anything is in doubt, and come back after clean steps.</p>" + CueFigures.Silences(cues.Summary)
        + CueFigures.Practised(cues.Summary) + CueFigures.Check(cues.Summary) + CueFigures.Delivery(cues.Summary);

    private static string Phases(StrideGroups g)
    {
        StrideGroup forward = g.SteadyForward.Both.SwingPercent.Mean is null ? g.AllValidForward : g.SteadyForward;
        StrideGroup backward = g.SteadyBackward.Both.SwingPercent.Mean is null ? g.AllValidBackward : g.SteadyBackward;
        return $"<div class=\"beside low\"><div>{PhaseBars.Draw(forward, "Forward")}</div>{(g.AllValidBackward.Both.Strides > 0 ? $"<div>{PhaseBars.Draw(backward, "Backward")}</div>" : "")}</div>";
    }

    private static string Numbers(StrideGroups g)
    {
        (string Name, StrideGroup Group)[] groups =
        [
            ("Steady forward walking", g.SteadyForward), ("All valid forward strides", g.AllValidForward),
            ("Steady backward walking", g.SteadyBackward), ("All valid backward strides", g.AllValidBackward),
        ];
        List<(string Name, StrideGroup Group)> shown = [.. groups.Where(x => x.Group.Both.StrideLengthM.Mean is not null)];
        return shown.Count == 0
            ? Page.Empty($"Too few strides for a mean: {Gates.MeanStrides} are needed.")
            : string.Concat(shown.Select((x, i) => $"<details{(i == 0 ? " open=\"open\"" : "")}><summary>{Markup.Escape(x.Name)}</summary><p class=\"sub\">mean ± SD, and the 95 % interval of the mean</p>{KeyFigures.Table(x.Group)}</details>"));
    }
}

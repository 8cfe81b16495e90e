using System.Globalization;
using System.Text;
using GaitSense.Analysis.Cues;
using GaitSense.Analysis.Plots;

namespace GaitSense.Analysis.Report;

/// <summary>The cues of a walk as tiles, sentences and tables.</summary>
internal static class CueFigures
{
    public static string Tiles(CueSummary c)
    {
        string share = c.Dose.SharePercent is { } percent ? $", {Markup.Number(percent, 0)} % of the walk" : "";
        StringBuilder html = new("<div class=\"tiles\">");
        html.Append(Tile("Beats heard", Count(c.Dose.Beats), "", $"cues during {ReportTime.Duration(c.Dose.CuedS)}{share}"));
        html.Append(Tile(
            "Landing against beat", Signed(c.Timing.MeanAsynchronyS * 1000), c.Timing.MeanAsynchronyS is null ? "" : "ms",
            c.Timing.MeanAsynchronyS is { } mean ? $"± {Markup.Number(c.Timing.SdAsynchronyS * 1000, 0)} ms (SD); {(mean < 0 ? "the foot a little first" : "the beat a little first")}" : "no beat with a landing"));
        html.Append(Tile("Phase concentration", Markup.Number(c.Timing.PhaseConcentration, 2), "", "1: every landing at the same moment of the beat; 0: anywhere"));
        html.Append(Tile("Tempo kept", Markup.Number(c.Timing.TempoMatchPercent, 0), c.Timing.TempoMatchPercent is null ? "" : "%", "of beats: the last five steps within 2 % of the tempo"));
        html.Append(Tile("Preferred cadence", Markup.Number(c.OwnCadenceStepsPerMin, 0), c.OwnCadenceStepsPerMin is null ? "" : "steps/min", Ladder(c)));
        if (c.StopsSaid is { } stops) html.Append(Tile("\u201CStop\u201D said", Count(stops), "", "at the end of a stretch, or where nobody should walk backward"));
        html.Append(Tile("Rests offered", Count(c.RestsOffered), "", "by time, distance or evenness"));
        if (c.Dose.GoodSteps + c.Dose.Corrections > 0) html.Append(Tile("Good steps heard", Count(c.Dose.GoodSteps), "", $"words to correct: {Times(c.Dose.Corrections)}"));
        return html.Append("</div>").ToString();
    }

    /// <summary>Whether it was better or worse with cues, in sentences.</summary>
    public static string Verdicts(CueSummary c)
    {
        if (c.Dose.CuedS == 0) return "<p>There were no cues that walking could be compared with.</p>";
        if (c.Benefit.Count == 0)
            return "<p>With cues against the baseline: not told. It takes 12 straight strides in the baseline, and four times as many straight strides with cues as the baseline had.</p>";
        string items = string.Concat(c.Benefit.Select(b => $"<li class=\"{(string.Equals(b.Verdict, "worse", StringComparison.Ordinal) ? "worse" : "fine")}\">{Markup.Escape(Capital(b.Words))}.</li>"));
        return $"<h3>With cues against the baseline of this walk</h3><ul class=\"verdicts\">{items}</ul>"
            + "<p class=\"sub\">Straight strides against straight strides; 95 % intervals in brackets. Worse or better is said only of what lies beyond the interval by half. One walk cannot tell cues from warming up or tiring; it can say when walking was worse with them.</p>";
    }

    /// <summary>When there was silence, and why.</summary>
    public static string Silences(CueSummary c)
    {
        bool hadCues = c.Dose.CuedS > 0; // else there was nothing to stop
        return Page.Table(
            ["silence, and why", .. hadCues ? ["#cues stopped for it"] : Array.Empty<string>(), "#time", "#% of the walk"],
            c.Silences.Select(s => (string[])
            [
                Markup.Escape(s.Words) + (s.IsPlanned ? " <span class=\"ci\">(planned)</span>" : ""),
                .. hadCues ? [Times(s.Times)] : Array.Empty<string>(),
                ReportTime.Duration(s.Seconds),
                Markup.Number(c.Dose.WalkS > 0 ? 100 * s.Seconds / c.Dose.WalkS : null, 0),
            ]));
    }

    /// <summary>Targets and tasks; empty where the plan has none.</summary>
    public static string Practised(CueSummary c)
    {
        StringBuilder html = new();
        if (c.Targets.Count > 0)
        {
            html.Append("<h3>What was trained</h3>").Append(Page.Table(
                ["", "#steps judged", "#good", "#good, %"],
                c.Targets.Select(t => new[]
                {
                    Markup.Escape(Plain(t.Quantity) + (t.Foot is { } foot ? $", {foot} foot" : "")), Count(t.Steps), Count(t.Good), Markup.Number(t.Steps > 0 ? 100.0 * t.Good / t.Steps : null, 0),
                })));
        }

        if (c.Tasks.Count > 0)
        {
            html.Append("<h3>Tasks for the mind</h3>").Append(Page.Table(
                ["", "speed", "stride length"],
                c.Tasks.Select(t => new[]
                {
                    Markup.Escape(Plain(t.Task)), Difference(t.SpeedWords, t.SpeedCostPercent, t.SpeedCi95Low, t.SpeedCi95High),
                    Difference(t.StrideLengthWords, t.StrideLengthCostPercent, t.StrideLengthCi95Low, t.StrideLengthCi95High),
                })));
            html.Append("<p class=\"sub\">Steady straight strides against those just before the task; in brackets the cost in percent and its 95 % interval. A dash: too few such strides, or another task just before.</p>");
        }

        return html.ToString();
    }

    /// <summary>What came of the check before the walk; empty where none was asked for.</summary>
    public static string Check(CueSummary c) => c.StartCheck is { } outcome ? $"<p><b>Check before the walk:</b> {Markup.Escape(outcome.Replace('_', ' '))}.</p>" : "";

    /// <summary>How the sound came out; a sentence.</summary>
    public static string Delivery(CueSummary c)
    {
        if (c.Delivery is not { } d) return "";
        List<string> parts = [$"{Count(d.Begun)} {(d.Begun == 1 ? "cue" : "cues")} sounded{(d.Device is null ? "" : $" through {d.Device}")}"];
        parts.Add($"{Count(d.Missed)} came too late and {(d.Missed == 1 ? "was" : "were")} left out");
        if (d.NotPlaced > 0) parts.Add($"{Count(d.NotPlaced)} could not be placed in time");
        if (d.Underruns is { } dry) parts.Add($"the device ran dry {Times(dry)}");
        if (d.Failure is { } failure) parts.Add($"the sound ended early: {failure}");
        return $"<p><b>Sound.</b> {Markup.Escape(string.Join("; ", parts))}.</p>";
    }

    private static string Tile(string name, string value, string unit, string why) =>
        $"<div class=\"tile\"><div class=\"name\">{Markup.Escape(name)}</div><div class=\"value\">{value} <small>{unit}</small></div><div class=\"why\">{Markup.Escape(why)}</div></div>";

    private static string Ladder(CueSummary c)
    {
        if (c.Dose.Beats == 0) return "";
        if (!c.LadderEnabled) return "the tempo followed the walker";
        string highest = c.HighestLevelPercent > 0 ? $"the tempo climbed to +{Markup.Number(c.HighestLevelPercent, 0)} %" : "the tempo never climbed";
        return c.BackOffs == 0 ? highest : $"{highest}, and went back {Times(c.BackOffs)}";
    }

    private static string Difference(string? words, double? cost, double? low, double? high) => words is null
        ? Markup.Number(null, 1)
        : $"{Markup.Escape(words)} <span class=\"ci\">({Markup.Number(cost, 1)}; {Markup.Number(low, 1)} to {Markup.Number(high, 1)})</span>";

    private static string Times(long n) => n switch
    {
        0 => "never",
        1 => "once",
        _ => $"{Count(n)} times",
    };

    private static string Signed(double? value) => value > 0.5 ? "+" + Markup.Number(value, 0) : Markup.Number(value, 0);

    private static string Count(long n) => n.ToString(CultureInfo.InvariantCulture);

    private static string Plain(string name) => Capital(name.Replace('_', ' '));

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}

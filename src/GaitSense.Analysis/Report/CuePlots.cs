using GaitSense.Analysis.Cues;
using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Report;

/// <summary>Tempo and asynchrony over time, with the silences shaded.</summary>
internal sealed class CuePlots(WalkRecord walk, CueSection cues, ReportTime time)
{
    private const int MaxMarks = 240, MaxLinePoints = 700, MaxShades = 400;

    private const string Patterns =
        "<pattern id=\"doubt\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path class=\"doubt-line\" d=\"M1.5 0V7\"/></pattern>";

    /// <summary>The beats' tempo against the walker's cadence.</summary>
    public string Tempo()
    {
        List<PlotPoint> steps = [.. walk.Strides.Where(s => s is { IsValid: true, StrideTimeS: > 0.5 and < 4 }).OrderBy(s => s.End).Select(s => new PlotPoint(time.At(s.Foot, s.End), 120 / s.StrideTimeS!.Value))];
        List<PlotPoint> beats = [.. cues.Beats.Select(b => new PlotPoint(time.At(b.Foot, b.Time), b.TempoStepsPerMin))];
        double[] all = [.. Middle(steps), .. beats.Select(b => b.Y), .. cues.Summary.OwnCadenceStepsPerMin is { } o ? (double[])[o] : []];
        if (all.Length == 0) return Page.Empty("No stride with a time, and no beat.");
        double room = Math.Max(2, 0.25 * (all.Max() - all.Min()));
        Plot plot = New("Tempo of the beats and the walker's cadence over time; silences are shaded.", NiceScale.Around(all.Min() - room, all.Max() + room), "steps/min", 300)
            .Marks(Thin.ToMedians(steps, MaxMarks), MarkShape.Circle, "pace");
        if (cues.Summary.OwnCadenceStepsPerMin is { } own) plot.HorizontalLine(own, "zero dash");
        plot.Line(Thin.Evenly(beats, MaxLinePoints), "beat", BreakAfter());
        foreach (CueLevel level in cues.Levels)
            plot.Text(time.At(Foot.Left, level.Time), all.Max() + (0.6 * room), $"{(level.Percent > 0 ? "+" : "")}{Markup.Number(level.Percent, 0)} %");
        Legend legend = new Legend().Line("beat", "tempo of the beats").Mark(MarkShape.Circle, "pace", "cadence of each stride, left and right");
        if (cues.Summary.OwnCadenceStepsPerMin is not null) legend.Line("zero dash", "preferred cadence in the baseline");
        return Legend(legend) + Page.Wide(plot.ToSvg());
    }

    /// <summary>Each landing against its beat.</summary>
    public string Asynchrony()
    {
        List<CuedBeat> met = [.. cues.Beats.Where(b => b.AsynchronyS is not null)];
        if (met.Count == 0) return Page.Empty("No beat that a landing belonged to.");
        double most = Math.Max(50, 1.15 * met.Max(b => Math.Abs(b.AsynchronyS!.Value)) * 1000);
        Plot plot = New("Landing minus beat of each step over time, left and right; silences are shaded.", NiceScale.Around(-most, most, 6), "landing − beat, ms", 280)
            .HorizontalLine(0, "zero");
        Legend legend = new();
        foreach (Foot foot in BothFeet.InOrder)
        {
            MarkShape shape = foot == Foot.Left ? MarkShape.Circle : MarkShape.Diamond;
            List<PlotPoint> points = [.. met.Where(b => b.Foot == foot).Select(b => new PlotPoint(time.At(foot, b.Time), b.AsynchronyS!.Value * 1000))];
            plot.Marks(Thin.ToMedians(points, MaxMarks), shape, Words.Of(foot));
            legend.Mark(shape, Words.Of(foot), $"{Words.Of(foot)} foot");
        }

        plot.Text(time.Axis.Max, most * 0.9, "foot after the beat ↑", toTheLeft: true).Text(time.Axis.Max, -most * 0.9, "foot before the beat ↓", toTheLeft: true);
        return Legend(legend) + Page.Wide(plot.ToSvg());
    }

    /// <summary>Where in the beat the landings were, each foot as a rose.</summary>
    public string Phases()
    {
        IEnumerable<string> roses = BothFeet.InOrder
            .Select(f => (Foot: f, Phases: cues.Beats.Where(b => b.Foot == f && b.AsynchronyS is not null).Select(b => b.AsynchronyS!.Value * b.TempoStepsPerMin / 60).ToList()))
            .Where(f => f.Phases.Count > 0)
            .Select(f => PhaseRose.Draw(f.Foot, f.Phases));
        return $"<div class=\"pair\">{string.Concat(roses)}</div>";
    }

    private Plot New(string title, NiceScale y, string yLabel, double height)
    {
        Plot plot = new Plot(title, 1040, height, time.Axis, y, time.Label, yLabel).Definitions(Patterns);
        foreach (CueSilence s in cues.Silences.Take(MaxShades))
            plot.Rectangle(time.At(Foot.Left, s.From), time.At(Foot.Left, s.To), y.Min, y.Max, s.IsPlanned ? "quiet" : "doubt", $"silence, {ReportTime.Duration(s.To.SecondsSince(s.From))}: {s.Reason}");
        return plot;
    }

    private string Legend(Legend legend)
    {
        if (cues.Silences.Any(s => s.IsPlanned)) legend.Area("quiet", "planned silence");
        if (cues.Silences.Any(s => !s.IsPlanned)) legend.Area("doubt", "silence for another reason (see the table; point at it to read it)");
        return legend.ToHtml();
    }

    // Between two beats is a step; a longer pause is silence.
    private double BreakAfter() => Math.Max(0.36 * time.BreakAfter, 2.2 * time.Axis.Max / MaxLinePoints);

    // What a single odd stride shows does not stretch the axis.
    private static double[] Middle(List<PlotPoint> points)
    {
        double[] sorted = [.. points.Select(p => p.Y).Order()];
        return sorted.Length < 20 ? sorted : sorted[(sorted.Length / 50)..^(sorted.Length / 50)];
    }
}

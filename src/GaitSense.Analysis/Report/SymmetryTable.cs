using System.Globalization;
using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Statistics;
using GaitSense.Analysis.Summary;

namespace GaitSense.Analysis.Report;

/// <summary>Left against right: a row for each quantity, with the index and its interval as a small picture on a common scale.</summary>
internal static class SymmetryTable
{
    public const string Explanation =
        "Symmetry index: the difference of the feet as a percentage of their mean; to the right, the right foot's value is larger. The line is the 95 % interval. "
        + "The grey band (5 % to either side) helps the eye and is no norm: nobody is exactly 0. An interval that leaves the band on one side is worth a look. "
        + SymmetryBuilder.WhatIntervalsHold;

    private const double ScalePercent = 30;
    private const double WidthPx = 180, HeightPx = 18;

    public static string Draw(SymmetryStatistics s) =>
        Page.Table(
            ["", "left larger | right larger", "#index, %", "#95 % interval", "~#ratio right / left", "~#symmetry angle, %", "#n left + right", "note"],
            new (string Name, SymmetryIndex Index)[]
            {
                ("Stride length", s.StrideLength), ("Speed", s.Speed), ("Stride time", s.StrideTime), ("Stance time", s.StanceTime), ("Swing time", s.SwingTime),
                ("Step time", s.StepTime), ("Double support after landing", s.DoubleSupport), ("Single support", s.SingleSupport), ("Sensor lift", s.Clearance),
                ("Foot angle at initial contact", s.AngleAtInitialContact), ("Foot angle at terminal contact", s.AngleAtTerminalContact),
            }
            .Select(r => new[]
            {
                r.Name, Picture(r.Index), Markup.Number(r.Index.Percent, 1), Between(r.Index.Percent, r.Index.Ci95Low, r.Index.Ci95High), Markup.Number(r.Index.Ratio, 3),
                Markup.Number(r.Index.SymmetryAnglePercent, 1), string.Create(CultureInfo.InvariantCulture, $"{r.Index.NLeft} + {r.Index.NRight}"), Markup.Escape(Note(r.Index)),
            }))
        + Coordination(s.PhaseCoordination);

    private static string Coordination(PhaseCoordination p) => p.Percent is null
        ? $"<p>Phase coordination index: withheld: {Markup.Escape(p.Withheld)}.</p>"
        : $"<p>Phase coordination index (how exactly and steadily one foot lands half-way through the other's stride; smaller is better coordinated, it is never 0): <b>{Markup.Number(p.Percent, 1)} %</b>, "
            + $"95 % interval {Between(p.Percent, p.Ci95Low, p.Ci95High)}, n = {p.N.ToString(CultureInfo.InvariantCulture)}{(p.Provisional ? ", provisional" : "")}.</p>";

    private static string Between(double? value, double? low, double? high) => value is null ? "–" : $"{Markup.Number(low, 1)} to {Markup.Number(high, 1)}";

    private static string Note(SymmetryIndex s) => s.Withheld is { } why ? "withheld: " + why
        : s.ClockPartPercent is { } clock ? string.Create(CultureInfo.InvariantCulture, $"the clocks alone: ± {clock:0.0}") : "";

    private static string Picture(SymmetryIndex s)
    {
        if (s is not { Percent: { } at, Ci95Low: { } low, Ci95High: { } high }) return "";
        string band = $"<rect x=\"{X(-SymmetryOverTime.BandPercent)}\" y=\"0\" width=\"{N(WidthPx * SymmetryOverTime.BandPercent / ScalePercent)}\" height=\"{N(HeightPx)}\" fill=\"currentColor\" opacity=\"0.12\"/>";
        string zero = $"<line x1=\"{X(0)}\" x2=\"{X(0)}\" y1=\"0\" y2=\"{N(HeightPx)}\" stroke=\"currentColor\" opacity=\"0.4\"/>";
        string line = $"<line x1=\"{X(low)}\" x2=\"{X(high)}\" y1=\"{N(HeightPx / 2)}\" y2=\"{N(HeightPx / 2)}\" stroke=\"currentColor\" stroke-width=\"2\"/>";
        string label = Markup.Escape(string.Create(CultureInfo.InvariantCulture, $"index {at:0.0} %, interval {low:0.0} to {high:0.0} %"));
        return $"<svg width=\"{N(WidthPx)}\" height=\"{N(HeightPx)}\" viewBox=\"0 0 {N(WidthPx)} {N(HeightPx)}\" role=\"img\"><title>{label}</title>{band}{zero}{line}<circle cx=\"{X(at)}\" cy=\"{N(HeightPx / 2)}\" r=\"4\" fill=\"currentColor\"/></svg>";

        static string X(double percent) => N(WidthPx * (0.5 + (Math.Clamp(percent, -ScalePercent, ScalePercent) / (2 * ScalePercent))));

        static string N(double v) => v.ToString("0.0", CultureInfo.InvariantCulture);
    }
}

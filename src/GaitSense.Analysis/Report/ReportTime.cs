using System.Globalization;
using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Report;

/// <summary>The time axis of a report: seconds, or minutes for long walks, since the first sample; of each foot its own where the clocks differ.</summary>
internal sealed class ReportTime
{
    private const double MinutesFromS = 240;
    private readonly double[] _origin = new double[2];
    private readonly double _unit;

    public ReportTime(WalkRecord walk)
    {
        double[] first = [.. BothFeet.InOrder.Select(f => FirstTime(walk, f))], last = [.. BothFeet.InOrder.Select(f => LastTime(walk, f))];
        double shared = first.Where(double.IsFinite).DefaultIfEmpty(0).Min();
        for (int i = 0; i < 2; i++) _origin[i] = walk.Context.SharedClock || !double.IsFinite(first[i]) ? shared : first[i];
        double length = last.Select((t, i) => t - _origin[i]).Where(double.IsFinite).DefaultIfEmpty(1).Max();
        _unit = length > MinutesFromS ? 60 : 1;
        Axis = NiceScale.Exactly(0, Math.Max(length, 1) / _unit, 10);
        Label = (_unit > 1 ? "time, min" : "time, s") + (walk.Context.SharedClock ? "" : " (each foot from its own first sample)");
    }

    public NiceScale Axis { get; }

    public string Label { get; }

    public double BreakAfter => 5 / _unit;

    /// <summary>A duration for people.</summary>
    public static string Duration(double seconds) => seconds < 120
        ? $"{Markup.Number(seconds, seconds < 10 ? 1 : 0)} s"
        : string.Create(CultureInfo.InvariantCulture, $"{(long)seconds / 60} min {(long)seconds % 60:00} s");

    public double At(Foot foot, DeviceTime time) => (time.Seconds - _origin[(int)foot]) / _unit;

    private static double FirstTime(WalkRecord walk, Foot foot) => walk.Span.TryGetValue(foot, out (DeviceTime First, DeviceTime Last) span)
        ? span.First.Seconds
        : walk.Strides.Where(s => s.Foot == foot).Select(s => (s.Start ?? s.TerminalContact).Seconds).DefaultIfEmpty(double.NaN).Min();

    private static double LastTime(WalkRecord walk, Foot foot) => walk.Span.TryGetValue(foot, out (DeviceTime First, DeviceTime Last) span)
        ? span.Last.Seconds
        : walk.Strides.Where(s => s.Foot == foot).Select(s => s.End.Seconds).DefaultIfEmpty(double.NaN).Max();
}

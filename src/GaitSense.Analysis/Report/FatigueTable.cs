using System.Globalization;
using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Summary;

namespace GaitSense.Analysis.Report;

/// <summary>The first against the last full minute.</summary>
internal static class FatigueTable
{
    public static string Draw(FatigueDrift f)
    {
        if (f.FullMinutes < 2) return Page.Empty("The walk is too short: two full minutes are needed.");
        string distance = f.DistanceWalkedIndexPercent is { } index
            ? $"<p>Distance walked index: <b>{Markup.Number(index, 1)} %</b> (minute 1: {Markup.Number(f.FirstMinuteDistanceM, 1)} m, minute {f.FullMinutes.ToString(CultureInfo.InvariantCulture)}: {Markup.Number(f.LastMinuteDistanceM, 1)} m). "
                + "Over six minutes, -15 % and less has been called motor fatigue in multiple sclerosis (Leone 2016).</p>"
            : $"<p>Distance walked index: withheld: {Markup.Escape(f.DistanceWithheld)}.</p>";
        return distance + Page.Table(
            ["", "#first minute", "#last minute", "#change", "#95 % interval", "#n first + last", "note"],
            new (string Name, int Decimals, double Unit, MinuteChange Change)[]
            {
                ("Speed, m/s", 2, 1, f.SpeedMps), ("Stride length, m", 2, 1, f.StrideLengthM), ("Cadence, steps/min", 1, 1, f.CadenceStepsPerMin), ("Sensor lift, cm", 1, 100, f.ClearanceM),
                ("Stride length, 100 ln(right / left)", 1, 1, f.StrideLengthLnRatioPercent), ("Swing time, 100 ln(right / left)", 1, 1, f.SwingTimeLnRatioPercent),
                ("Step time, 100 ln(right / left)", 1, 1, f.StepTimeLnRatioPercent),
            }
            .Select(r => new[]
            {
                Markup.Escape(r.Name), Markup.Number(r.Change.First * r.Unit, r.Decimals), Markup.Number(r.Change.Last * r.Unit, r.Decimals), Markup.Number(r.Change.Change * r.Unit, r.Decimals),
                r.Change.Change is null ? "–" : $"{Markup.Number(r.Change.Ci95Low * r.Unit, r.Decimals)} to {Markup.Number(r.Change.Ci95High * r.Unit, r.Decimals)}",
                string.Create(CultureInfo.InvariantCulture, $"{r.Change.NFirst} + {r.Change.NLast}"), Markup.Escape(r.Change.Withheld is { } why ? "withheld: " + why : ""),
            }));
    }
}

using System.Globalization;
using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Statistics;
using GaitSense.Analysis.Summary;

namespace GaitSense.Analysis.Report;

/// <summary>The spread of each foot's strides, measuring error taken out.</summary>
internal static class VariabilityTable
{
    public const string Explanation =
        "The walker's own variation from stride to stride: what measuring adds is taken out. SD and, below it, its 95 % interval; an interval from 0 says that it could all be measuring error.";

    public static string Draw(StrideGroup g) => Page.Table(
        ["", "#SD left", "#SD right", "#CV left, %", "#CV right, %", "#n left + right", "note"],
        new (string Name, int Decimals, double Unit, Func<StrideStatistics, Statistic> Pick)[]
        {
            ("Stride time, ms", 1, 1000, s => s.StrideTimeS), ("Stance time, ms", 1, 1000, s => s.StanceTimeS), ("Swing time, ms", 1, 1000, s => s.SwingTimeS),
            ("Step time, ms", 1, 1000, s => s.StepTimeS), ("Double support after landing, ms", 1, 1000, s => s.DoubleSupportS), ("Stride length, cm", 1, 100, s => s.StrideLengthM),
            ("Speed, m/s", 3, 1, s => s.SpeedMps), ("Sensor lift, cm", 1, 100, s => s.ClearanceM),
        }
        .Select(r => Row(r.Name, r.Decimals, r.Unit, r.Pick(g.Left).Variability, r.Pick(g.Right).Variability)));

    private static string[] Row(string name, int decimals, double unit, Variability? left, Variability? right) =>
    [
        Markup.Escape(name),
        Cell(left?.Sd * unit, left?.SdCi95Low * unit, left?.SdCi95High * unit, decimals),
        Cell(right?.Sd * unit, right?.SdCi95Low * unit, right?.SdCi95High * unit, decimals),
        Cell(left?.CvPercent, left?.CvCi95Low, left?.CvCi95High, 1),
        Cell(right?.CvPercent, right?.CvCi95Low, right?.CvCi95High, 1),
        string.Create(CultureInfo.InvariantCulture, $"{left?.N ?? 0} + {right?.N ?? 0}"),
        Markup.Escape((left?.Withheld ?? right?.Withheld) is { } why ? "withheld: " + why : left is { Provisional: true } || right is { Provisional: true } ? "provisional: fewer than 50 strides" : ""),
    ];

    private static string Cell(double? value, double? low, double? high, int decimals) => value is null
        ? "–"
        : $"{Markup.Number(value, decimals)}<br/><span class=\"ci\">{Markup.Number(low, decimals)} to {Markup.Number(high, decimals)}</span>";
}

using System.Globalization;
using System.Text;
using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Statistics;
using GaitSense.Analysis.Summary;

namespace GaitSense.Analysis.Report;

/// <summary>The figures a clinician looks at first, as tiles, in the order that matters in multiple sclerosis: speed, length, double support, asymmetry.</summary>
internal static class KeyFigures
{
    public static string Tiles(StrideGroup g) => new StringBuilder("<div class=\"tiles\">")
        .Append(Tile("Walking speed", "m/s", 2, 1, g, s => s.SpeedMps))
        .Append(Tile("Stride length", "m", 2, 1, g, s => s.StrideLengthM))
        .Append(Tile("Cadence", "steps/min", 0, 1, g, s => s.CadenceStepsPerMin))
        .Append(Tile("Double support", "ms", 0, 1000, g, s => s.DoubleSupportS))
        .Append(Symmetry("Symmetry of stride length", g.Symmetry.StrideLength))
        .Append(Symmetry("Symmetry of swing time", g.Symmetry.SwingTime))
        .Append(Tile("Sensor lift", "cm", 1, 100, g, s => s.ClearanceM))
        .Append(Tile("Foot angle at contact", "°", 0, 1, g, s => s.AngleAtInitialContactDeg))
        .Append("</div>")
        .ToString();

    /// <summary>Every quantity with its interval, one row each.</summary>
    public static string Table(StrideGroup g)
    {
        (string Name, int Decimals, double Unit, Func<StrideStatistics, Statistic> Pick)[] rows =
        [
            ("Stride length, m", 3, 1, s => s.StrideLengthM),
            ("Speed, m/s", 3, 1, s => s.SpeedMps),
            ("Stride time, s", 3, 1, s => s.StrideTimeS),
            ("Cadence, steps/min", 1, 1, s => s.CadenceStepsPerMin),
            ("Stance time, s", 3, 1, s => s.StanceTimeS),
            ("Swing time, s", 3, 1, s => s.SwingTimeS),
            ("Swing, % of stride", 1, 1, s => s.SwingPercent),
            ("Step time, s", 3, 1, s => s.StepTimeS),
            ("Double support after landing, s", 3, 1, s => s.DoubleSupportS),
            ("Stance, % of stride", 1, 1, s => s.StancePercent ?? None),
            ("Push-off, % of stance", 1, 1, s => s.PushOffPercent ?? None),
            ("Double support, % of stride", 1, 1, s => s.DoubleSupportPercent),
            ("Single support, % of stride", 1, 1, s => s.SingleSupportPercent),
            ("Sensor lift, cm", 1, 100, s => s.ClearanceM),
            ("Lateral excursion, cm", 1, 100, s => s.LateralExcursionM ?? None),
            ("Height change, cm", 1, 100, s => s.HeightChangeM),
            ("Foot angle at initial contact, °", 1, 1, s => s.AngleAtInitialContactDeg),
            ("Foot angle at terminal contact, °", 1, 1, s => s.AngleAtTerminalContactDeg),
            ("Turn per stride, °", 1, 1, s => s.TurnDeg),
        ];
        return Page.Table(
            ["", "#left", "#right", "#both feet", "#n left + right", "#CV, %"],
            rows.Select(r => new[]
            {
                Markup.Escape(r.Name), Cell(r.Pick(g.Left), r.Decimals, r.Unit), Cell(r.Pick(g.Right), r.Decimals, r.Unit), Cell(r.Pick(g.Both), r.Decimals, r.Unit),
                string.Create(CultureInfo.InvariantCulture, $"{r.Pick(g.Left).N} + {r.Pick(g.Right).N}"), Markup.Number(r.Pick(g.Both).CvPercent, 1),
            }));
    }

    private static Statistic None { get; } = new() { Unit = "", N = 0 };

    private static string Cell(Statistic s, int decimals, double unit) => s.Mean is null
        ? "–"
        : $"{Markup.Number(s.Mean * unit, decimals)} ± {Markup.Number(s.Sd * unit, decimals)}<br/><span class=\"ci\">{Markup.Number(s.Ci95Low * unit, decimals)} to {Markup.Number(s.Ci95High * unit, decimals)}</span>";

    private static string Tile(string name, string unitName, int decimals, double unit, StrideGroup g, Func<StrideStatistics, Statistic> pick)
    {
        Statistic both = pick(g.Both);
        StringBuilder html = new($"<div class=\"tile\"><div class=\"name\">{Markup.Escape(name)}</div>");
        html.Append($"<div class=\"value\">{Markup.Number(both.Mean * unit, decimals)} <small>{(both.Mean is null ? "" : Markup.Escape(unitName))}</small></div>");
        if (both.Mean is null) return html.Append($"<div class=\"why\">withheld: {Markup.Escape(both.Withheld)}</div></div>").ToString();
        html.Append("<div class=\"feet\">");
        foreach ((string side, Statistic s) in new[] { ("left", pick(g.Left)), ("right", pick(g.Right)) })
        {
            string text = s.Mean is null ? $"– <span class=\"why\">({Markup.Escape(s.Withheld)})</span>" : $"{Markup.Number(s.Mean * unit, decimals)} ± {Markup.Number(s.Sd * unit, decimals)}";
            html.Append($"<span>{side}</span><span>{text}</span>");
        }

        return html.Append("</div></div>").ToString();
    }

    private static string Side(double percent) => Math.Abs(percent) < 0.05 ? "index" : percent > 0 ? "larger on the right" : "larger on the left";

    private static string Symmetry(string name, SymmetryIndex s)
    {
        string value = s.Percent is { } percent
            ? $"<div class=\"value\">{Markup.Number(Math.Abs(percent), 1)} <small>%</small></div>"
                + $"<div class=\"why\">{Side(percent)}<br/>95 % interval of the index {Markup.Number(s.Ci95Low, 1)} to {Markup.Number(s.Ci95High, 1)} %</div>"
            : $"<div class=\"value\">–</div><div class=\"why\">withheld: {Markup.Escape(s.Withheld)}</div>";
        return $"<div class=\"tile\"><div class=\"name\">{Markup.Escape(name)}</div>{value}</div>";
    }
}

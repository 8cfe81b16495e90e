using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Statistics;
using GaitSense.Analysis.Summary;
using GaitSense.Core;

namespace GaitSense.Analysis.Report;

/// <summary>Stance and swing of each foot as bars of one stride, and double support in words.</summary>
internal static class PhaseBars
{
    public static string Draw(StrideGroup group, string title)
    {
        List<(Foot Foot, StrideStatistics S)> feet = [.. new[] { (Foot.Left, group.Left), (Foot.Right, group.Right) }.Where(f => f.Item2.SwingPercent.Mean is not null)];
        if (feet.Count == 0) return Page.Empty($"{title}: too few strides ({group.Left.Strides} left, {group.Right.Strides} right; {Gates.MeanStrides} of a foot are needed).");
        Plot plot = new($"{title}: stance and swing as shares of the stride.", 1040, 60 + (52 * feet.Count), NiceScale.Exactly(0, 100, 10), NiceScale.Exactly(0, feet.Count), "share of the stride, %", "");
        for (int i = 0; i < feet.Count; i++)
        {
            (Foot foot, StrideStatistics s) = feet[i];
            double low = feet.Count - 1 - i + 0.14, high = low + 0.72, middle = low + 0.28, swing = s.SwingPercent.Mean!.Value;
            string side = Words.Of(foot), r = foot == Foot.Right ? " r" : "";
            plot.Rectangle(0, 100 - swing, low, high, "stance" + r)
                .Rectangle(100 - swing, 100, low, high, "swing" + r)
                .Text(0.5, middle, $"{side} stance {Markup.Number(100 - swing, 1)} %, {Markup.Number(s.StanceTimeS.Mean * 1000, 0)} ms", css: "inside")
                .Text(100 - swing, middle, $"swing {Markup.Number(swing, 1)} %, {Markup.Number(s.SwingTimeS.Mean * 1000, 0)} ms", css: "");
        }

        Statistic support = group.Both.DoubleSupportS;
        string words = support.Mean is { } mean && group.Both.StrideTimeS.Mean is > 0 and { } stride
            ? $"Double support after each landing: {Markup.Number(mean * 1000, 0)} ms (SD {Markup.Number(support.Sd * 1000, 0)} ms), about {Markup.Number(200 * mean / stride, 0)} % of the stride in total."
            : $"Double support: withheld ({support.Withheld ?? "no value"}).";
        return $"<h3>{Markup.Escape(title)}</h3>{Page.Wide(plot.ToSvg(numbersUpward: false))}<p>{Markup.Escape(words)}</p>";
    }
}

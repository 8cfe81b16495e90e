using System.Globalization;
using System.Text;
using GaitSense.Analysis.Plots;

namespace GaitSense.Analysis.Report;

/// <summary>Plots as a file of their own.</summary>
public static class PlotFile
{
    /// <summary>
    /// Plots of one size as an SVG file of its own, with the colours of the pages: in rows, each with a line of text above it, or two. Empty text is a place without a plot.
    /// </summary>
    /// <param name="title">What a listener hears.</param>
    /// <param name="plots">The plots by row, as <see cref="Plot.ToSvg"/> gives them, with the text above each.</param>
    /// <param name="widthPx">Width of a plot, px.</param>
    /// <param name="heightPx">Height of a plot, px.</param>
    public static string Of(string title, IReadOnlyList<IReadOnlyList<(string Heading, string Svg)>> plots, double widthPx, double heightPx)
    {
        ArgumentNullException.ThrowIfNull(plots);
        const double Heading = 34, Line = 17;
        double width = widthPx * Math.Max(1, plots.Max(r => r.Count)), height = (heightPx + Heading) * Math.Max(1, plots.Count);
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{Markup.At(width)}\" height=\"{Markup.At(height)}\" viewBox=\"0 0 {Markup.At(width)} {Markup.At(height)}\" aria-label=\"{Markup.Escape(title)}\">\n<title>{Markup.Escape(title)}</title>\n<style>\n{PageStyle.Css.ReplaceLineEndings("\n").Replace(">", "&gt;", StringComparison.Ordinal)}\nsvg {{ font: 14px system-ui, sans-serif; background: var(--paper); }} .heading {{ font-weight: 600; font-size: 16px; }}\n</style>\n");
        svg.Append("<rect width=\"100%\" height=\"100%\" style=\"fill: var(--paper)\"/>\n");
        for (int row = 0; row < plots.Count; row++)
        {
            for (int column = 0; column < plots[row].Count; column++)
            {
                (string heading, string plot) = plots[row][column];
                double x = column * widthPx, y = row * (heightPx + Heading);
                string[] lines = heading.Split('\n');
                for (int line = 0; line < lines.Length; line++)
                    svg.Append(CultureInfo.InvariantCulture, $"<text class=\"heading\" x=\"{Markup.At(x + 16)}\" y=\"{Markup.At(y + 24 - (Line * (lines.Length - 1) / 2) + (Line * line))}\">{Markup.Escape(lines[line])}</text>\n");
                if (plot.Length > 0) svg.Append(plot.Replace("<svg class=\"plot\"", $"<svg class=\"plot\" x=\"{Markup.At(x)}\" y=\"{Markup.At(y + Heading)}\" width=\"{Markup.At(widthPx)}\" height=\"{Markup.At(heightPx)}\"", StringComparison.Ordinal)).Append('\n');
            }
        }

        return svg.Append("</svg>\n").ToString();
    }
}

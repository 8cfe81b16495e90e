using System.Text;

namespace GaitSense.Analysis.Plots;

/// <summary>
/// A plot as inline SVG: two axes with round ticks, and layers of bands, lines, marks and bars in the order they are added. Colours are CSS
/// classes of the page, so that one sheet serves light, dark and print.
/// </summary>
public sealed class Plot
{
    private const double MarginLeft = 66;
    private const double MarginRight = 18;
    private const double MarginTop = 14;
    private const double MarginBottom = 52;
    private readonly StringBuilder _layers = new();
    private readonly string _title;
    private readonly double _width;
    private readonly double _height;
    private readonly NiceScale _x;
    private readonly NiceScale _y;
    private readonly string _xLabel;
    private readonly string _yLabel;

    /// <param name="title">What a listener hears instead of the picture: what is shown, and the gist.</param>
    /// <param name="width">Width, px at full size.</param>
    /// <param name="height">Height, px at full size.</param>
    /// <param name="x">The axis to the right.</param>
    /// <param name="y">The axis upward.</param>
    /// <param name="xLabel">Name and unit of the axis to the right.</param>
    /// <param name="yLabel">Name and unit of the axis upward.</param>
    public Plot(string title, double width, double height, NiceScale x, NiceScale y, string xLabel, string yLabel)
    {
        (_title, _width, _height, _x, _y, _xLabel, _yLabel) = (title, width, height, x, y, xLabel, yLabel);
    }

    /// <summary>What stands between the whole and the parts of a number at an axis. <value>The default is a dot.</value></summary>
    public string DecimalMark { get; init; } = ".";

    private double Right => _width - MarginRight;

    private double Bottom => _height - MarginBottom;

    /// <summary>A line through points; it breaks where the next point is farther than <paramref name="breakAfter"/> to the right.</summary>
    public Plot Line(IReadOnlyList<PlotPoint> points, string css, double breakAfter = double.PositiveInfinity)
    {
        if (points.Count < 2) return this;
        StringBuilder path = new();
        for (int i = 0; i < points.Count; i++)
        {
            bool opens = i == 0 || points[i].X - points[i - 1].X > breakAfter;
            path.Append(opens ? 'M' : 'L').Append(X(points[i].X)).Append(' ').Append(Y(points[i].Y));
        }

        return Add($"<path class=\"line {css}\" d=\"{path}\"/>");
    }

    /// <summary>The area between two curves over the same places.</summary>
    public Plot Band(IReadOnlyList<PlotPoint> upper, IReadOnlyList<PlotPoint> lower, string css)
    {
        if (upper.Count < 2) return this;
        string there = string.Join('L', upper.Select(p => $"{X(p.X)} {Y(p.Y)}")), back = string.Join('L', lower.Reverse().Select(p => $"{X(p.X)} {Y(p.Y)}"));
        return Add($"<path class=\"band {css}\" d=\"M{there}L{back}z\"/>");
    }

    /// <summary>The area between two heights, over the whole width.</summary>
    public Plot Between(double low, double high, string css) => Rectangle(_x.Min, _x.Max, low, high, css);

    /// <summary>A rectangle in the units of the axes, cut at the plot's edges.</summary>
    public Plot Rectangle(double x0, double x1, double y0, double y1, string css, string? tip = null)
    {
        (x0, x1) = (Math.Clamp(x0, _x.Min, _x.Max), Math.Clamp(x1, _x.Min, _x.Max));
        (y0, y1) = (Math.Clamp(y0, _y.Min, _y.Max), Math.Clamp(y1, _y.Min, _y.Max));
        double left = PixelX(x0), top = PixelY(y1), width = Math.Max(PixelX(x1) - left, 0.5), height = Math.Max(PixelY(y0) - top, 0.5);
        string open = $"<rect class=\"{css}\" x=\"{Markup.At(left)}\" y=\"{Markup.At(top)}\" width=\"{Markup.At(width)}\" height=\"{Markup.At(height)}\"";
        return Add(tip is null ? open + "/>" : $"{open}><title>{Markup.Escape(tip)}</title></rect>");
    }

    /// <summary>Marks of one shape.</summary>
    public Plot Marks(IReadOnlyList<PlotPoint> points, MarkShape shape, string css)
    {
        if (points.Count == 0) return this;
        string path = string.Concat(points.Select(p => MarkPath.At(shape, PixelX(p.X), PixelY(p.Y))));
        string fill = shape is MarkShape.Circle or MarkShape.Diamond ? "solid" : "hollow";
        return Add($"<path class=\"mark {fill} {css}\" d=\"{path}\"/>");
    }

    /// <summary>A line across at a height.</summary>
    public Plot HorizontalLine(double y, string css, string? label = null)
    {
        Add($"<path class=\"line {css}\" d=\"M{Markup.At(MarginLeft)} {Y(y)}H{Markup.At(Right)}\"/>");
        return label is null ? this : Add($"<text class=\"note\" x=\"{Markup.At(Right - 6)}\" y=\"{Markup.At(PixelY(y) - 5)}\" text-anchor=\"end\">{Markup.Escape(label)}</text>");
    }

    /// <summary>A line upward at a place.</summary>
    public Plot VerticalLine(double x, string css) => Add($"<path class=\"line {css}\" d=\"M{X(x)} {Markup.At(MarginTop)}V{Markup.At(Bottom)}\"/>");

    /// <summary>Words beside a place in the plot.</summary>
    public Plot Text(double x, double y, string text, bool toTheLeft = false, string css = "note") => Add(
        $"<text class=\"{css}\" x=\"{Markup.At(PixelX(x) + (toTheLeft ? -6 : 6))}\" y=\"{Y(y)}\" text-anchor=\"{(toTheLeft ? "end" : "start")}\">{Markup.Escape(text)}</text>");

    /// <summary>Raw definitions, for example a pattern.</summary>
    public Plot Definitions(string svg) => Add($"<defs>{svg}</defs>");

    /// <summary>The SVG element.</summary>
    /// <param name="numbersUpward">Whether the axis upward has numbers and lines.</param>
    public string ToSvg(bool numbersUpward = true)
    {
        StringBuilder svg = new();
        svg.Append($"<svg class=\"plot\" role=\"img\" viewBox=\"0 0 {Markup.At(_width)} {Markup.At(_height)}\" aria-label=\"{Markup.Escape(_title)}\">");
        svg.Append($"<title>{Markup.Escape(_title)}</title>");
        foreach (double tick in _x.Ticks())
        {
            svg.Append($"<path class=\"grid\" d=\"M{X(tick)} {Markup.At(MarginTop)}V{Markup.At(Bottom)}\"/>");
            svg.Append($"<text class=\"tick\" x=\"{X(tick)}\" y=\"{Markup.At(Bottom + 20)}\" text-anchor=\"middle\">{Label(_x, tick)}</text>");
        }

        foreach (double tick in numbersUpward ? _y.Ticks() : [])
        {
            svg.Append($"<path class=\"grid\" d=\"M{Markup.At(MarginLeft)} {Y(tick)}H{Markup.At(Right)}\"/>");
            svg.Append($"<text class=\"tick\" x=\"{Markup.At(MarginLeft - 8)}\" y=\"{Markup.At(PixelY(tick) + 5)}\" text-anchor=\"end\">{Label(_y, tick)}</text>");
        }

        svg.Append(_layers);
        svg.Append($"<path class=\"axis\" d=\"M{Markup.At(MarginLeft)} {Markup.At(MarginTop)}V{Markup.At(Bottom)}H{Markup.At(Right)}\"/>");
        svg.Append($"<text class=\"label\" x=\"{Markup.At((MarginLeft + Right) / 2)}\" y=\"{Markup.At(_height - 10)}\" text-anchor=\"middle\">{Markup.Escape(_xLabel)}</text>");
        double middle = (MarginTop + Bottom) / 2;
        svg.Append($"<text class=\"label\" transform=\"translate(16 {Markup.At(middle)}) rotate(-90)\" text-anchor=\"middle\">{Markup.Escape(_yLabel)}</text>");
        return svg.Append("</svg>").ToString();
    }

    private string Label(NiceScale scale, double tick) => scale.Label(tick).Replace(".", DecimalMark, StringComparison.Ordinal);

    private Plot Add(string svg)
    {
        _layers.Append(svg);
        return this;
    }

    private double PixelX(double x) => MarginLeft + ((Math.Clamp(x, _x.Min, _x.Max) - _x.Min) / (_x.Max - _x.Min) * (Right - MarginLeft));

    private double PixelY(double y) => Bottom - ((Math.Clamp(y, _y.Min, _y.Max) - _y.Min) / (_y.Max - _y.Min) * (Bottom - MarginTop));

    private string X(double x) => Markup.At(PixelX(x));

    private string Y(double y) => Markup.At(PixelY(y));
}

using System.Text;

namespace GaitSense.Analysis.Plots;

/// <summary>What the signs of a plot mean, as a line of text with small pictures.</summary>
public sealed class Legend
{
    private readonly StringBuilder _html = new();

    /// <summary>What a mark means.</summary>
    public Legend Mark(MarkShape shape, string css, string text)
    {
        string fill = shape is MarkShape.Circle or MarkShape.Diamond ? "solid" : "hollow";
        return Item($"<path class=\"mark {fill} {css}\" d=\"{MarkPath.At(shape, 15, 8)}\"/>", text);
    }

    /// <summary>What a line means.</summary>
    public Legend Line(string css, string text) => Item($"<path class=\"line {css}\" d=\"M1 8H29\"/>", text);

    /// <summary>What an area means.</summary>
    public Legend Area(string css, string text) => Item($"<rect class=\"{css}\" x=\"1\" y=\"1\" width=\"28\" height=\"14\"/>", text);

    /// <summary>The line of text.</summary>
    public string ToHtml() => $"<p class=\"legend\">{_html}</p>";

    private Legend Item(string svg, string text)
    {
        _html.Append($"<span><svg width=\"30\" height=\"16\" viewBox=\"0 0 30 16\" aria-hidden=\"true\">{svg}</svg> {Markup.Escape(text)}</span> ");
        return this;
    }
}

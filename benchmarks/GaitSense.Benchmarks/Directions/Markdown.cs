using System.Text;

namespace GaitSense.Benchmarks;

/// <summary>A Markdown text with tables.</summary>
internal sealed class Markdown
{
    private readonly StringBuilder _text = new();

    public void Line(string text = "") => _text.Append(text).Append('\n');

    /// <summary>A table's head; the first column is text, the others are right-aligned unless their heading ends in a colon.</summary>
    public void Head(params ReadOnlySpan<string> headings)
    {
        Line();
        Row(headings);
        _text.Append("|---|");
        foreach (string heading in headings[1..]) _text.Append(heading.EndsWith(':') ? "---|" : "--:|");
        Line();
    }

    public void Row(params ReadOnlySpan<string> cells)
    {
        foreach (string cell in cells) _text.Append("| ").Append(cell.EndsWith(':') ? cell[..^1] : cell).Append(' ');
        Line("|");
    }

    public override string ToString() => _text.ToString();
}

using System.Text;

namespace GaitSense.Analysis.Report;

/// <summary>How pages look on paper: A4, small type, two columns where sections are narrow, and on every sheet what it belongs to, when it was, and which sheet it is.</summary>
internal static class PrintStyle
{
    private const string Small = "font: 8pt system-ui, sans-serif; color: #444;";

    private const string Css = """
        @media print {
          body { font-size: 8.5pt; line-height: 1.28; background: #fff; } main { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 6mm; padding: 0; max-width: none; } main > * { grid-column: 1 / -1; } main > .half { grid-column: auto; }
          h1 { font-size: 15pt; } h2 { font-size: 10.5pt; margin: 0; } h3 { font-size: 9pt; margin: 2pt 0 0; } p { margin: 1pt 0 2pt; max-width: none; } .facts { margin: 3pt 0 0; gap: 0 14pt; }
          section, .warn { padding: 2pt 0; margin: 2pt 0 0; border: 0; border-top: 0.5pt solid var(--rule); border-radius: 0; break-inside: avoid; } .warn { padding: 3pt 6pt; border: 0.5pt solid var(--warn-rule); }
          .tiles { grid-template-columns: repeat(4, 1fr); gap: 4pt; margin-top: 3pt; } .tile { padding: 3pt 6pt; break-inside: avoid; } .tile .value { font-size: 14pt; line-height: 1.1; } .tile .value small, .tile .name, .tile .feet, .tile .why { font-size: 8pt; } .tile .feet { margin: 0; }
          .legend { font-size: 8pt; margin: 1pt 0; gap: 0 12pt; } .pair { grid-template-columns: 1fr 1fr; gap: 0 6mm; } .half .pair { grid-template-columns: 1fr; } section:has(.roomy) { break-inside: auto; } .roomy > div { break-inside: avoid; } .beside { display: flex; gap: 6mm; } .beside > div { flex: 1 1 0; min-width: 0; }
          .scroll { overflow: visible; } .scroll svg.plot.wide { min-width: 0; max-height: 44mm; } .low .scroll svg.plot.wide { max-height: 20mm; } svg.plot { max-height: 27mm; } .roomy svg.plot { max-height: 56mm; } h2, h3, p.sub { break-after: avoid; }
          table { font-size: 8pt; margin-top: 2pt; } thead { display: table-header-group; } tr { break-inside: avoid; } th, td { padding: 0.4pt 6pt 0.4pt 0; line-height: 1.15; } th.n, td.n { padding-right: 6pt; } td svg { height: 8pt; width: 26mm; } td:first-child { min-width: 0; white-space: nowrap; } .more { display: none; } .half p.sub { font-size: 7.5pt; }
          .ci { font-size: 7.5pt; } section:not(.half) td br { display: none; } section:not(.half) td br + .ci::before { content: " ("; } section:not(.half) td br + .ci::after { content: ")"; } section:not(.half) td .stack br { display: inline; } section:not(.half) td .stack br + .ci::before, section:not(.half) td .stack br + .ci::after { content: none; } .half .ci { font-size: 7pt; } .half td { line-height: 1.1; } .half td:first-child { white-space: normal; min-width: 30mm; } .half td svg { width: 20mm; } .half th.n, .half td.n { padding-right: 4pt; }
          dl, td:nth-child(2):last-child { font-size: 7pt; line-height: 1.2; } dl { gap: 0 8pt; margin-top: 2pt; grid-template-columns: max-content 1fr max-content 1fr; } footer, details:not([open]), .no-paper { display: none; } details { margin: 0; }
        }
        """;

    /// <summary>What stands at the foot of every sheet unless something else is given.</summary>
    public const string Foot = "GaitSense. Training and research software, not a medical device.";

    /// <summary>The style of a page on paper.</summary>
    public static string Of(string title, string? date, string foot) => $$"""
        @page { size: A4; margin: 12mm 12mm 11mm; @top-left { content: "{{Text(title)}}"; {{Small}} } @top-right { content: "{{Text(date ?? "")}}"; {{Small}} }
          @bottom-left { content: "{{Text(foot)}}"; {{Small}} } @bottom-right { content: counter(page) " / " counter(pages); {{Small}} } }
        {{Css}}
        """.ReplaceLineEndings("\n");

    // Inside a string of CSS inside an element: letters, digits and what is harmless in both; the rest as its code point.
    private static string Text(string text)
    {
        StringBuilder css = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isPlain = Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '-' or '_' or '.' or ':' or ',' or '(' or ')';
            css.Append(isPlain ? rune.ToString() : Rune.IsControl(rune) ? " " : $"\\{rune.Value:x6} ");
        }

        return css.ToString();
    }
}

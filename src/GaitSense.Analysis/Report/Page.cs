using System.Text;

namespace GaitSense.Analysis;

/// <summary>One self-contained HTML page that is also well-formed XML.</summary>
internal static class Page
{
    public static string Of(string title, string body) => new StringBuilder()
        .Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
        .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
        .Append($"<title>{Markup.Escape(title)}</title>\n<style>\n{PageStyle.Css.ReplaceLineEndings("\n")}\n</style>\n</head>\n<body>\n<main>\n")
        .Append(body)
        .Append("</main>\n</body>\n</html>\n")
        .ToString();

    public static string Section(string heading, string? lead, string content) =>
        $"<section>\n<h2>{Markup.Escape(heading)}</h2>\n{(lead is null ? "" : $"<p class=\"sub\">{Markup.Escape(lead)}</p>\n")}{content}\n</section>\n";

    public static string Wide(string svg) => $"<div class=\"scroll\">{svg.Replace("class=\"plot\"", "class=\"plot wide\"", StringComparison.Ordinal)}</div>";

    public static string Empty(string why) => $"<p class=\"empty\">{Markup.Escape(why)}</p>";

    /// <summary>A table; a heading that starts with # is a column of numbers.</summary>
    public static string Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        StringBuilder html = new("<div class=\"scroll\"><table><thead><tr>");
        foreach (string h in headings) html.Append(IsNumber(h) ? $"<th class=\"n\">{Markup.Escape(h[1..])}</th>" : $"<th>{Markup.Escape(h)}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (IReadOnlyList<string> row in rows)
        {
            html.Append("<tr>");
            for (int i = 0; i < row.Count; i++) html.Append(IsNumber(headings[i]) ? $"<td class=\"n\">{row[i]}</td>" : $"<td>{row[i]}</td>");
            html.Append("</tr>");
        }

        return html.Append("</tbody></table></div>").ToString();
    }

    private static bool IsNumber(string heading) => heading.StartsWith('#');
}

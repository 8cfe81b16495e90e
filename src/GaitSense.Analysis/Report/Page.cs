using System.Globalization;
using System.Text;
using GaitSense.Analysis.Plots;

namespace GaitSense.Analysis.Report;

/// <summary>One self-contained HTML page that is also well-formed XML, for screens of any width and for paper.</summary>
public static class Page
{
    // Wider tables turn into one block for each row on a phone, where a name stands before each value.
    private const int MaxColumnsOnAPhone = 3;

    // Beyond these, columns stand closer.
    private const int MaxRoomyColumns = 11;

    /// <summary>A page.</summary>
    /// <param name="title">Its title; on paper it stands on top of every sheet.</param>
    /// <param name="body">What is in it.</param>
    /// <param name="date">What stands beside the title on paper; null for nothing.</param>
    /// <param name="language">The language of its words: "en", "de".</param>
    /// <param name="foot">What stands at the foot of every sheet of paper; null: that it is training and research software, in English.</param>
    public static string Of(string title, string body, string? date = null, string language = "en", string? foot = null) => string.Concat(Of(title, [body], date, language, foot));

    /// <summary>The same in parts, for a page that is too large to be in memory several times.</summary>
    public static IEnumerable<string> Of(string title, IEnumerable<string> body, string? date = null, string language = "en", string? foot = null)
    {
        yield return $"<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n";
        yield return $"<title>{Markup.Escape(title)}</title>\n<style>\n{PageStyle.Css.ReplaceLineEndings("\n")}\n{PrintStyle.Of(title, date, foot ?? PrintStyle.Foot)}\n</style>\n</head>\n<body>\n<main>\n";
        foreach (string part in body) yield return part;
        yield return "</main>\n</body>\n</html>\n";
    }

    /// <summary>What stands beside the title on paper: when the walk began.</summary>
    public static string? Date(DateTimeOffset? when) => when?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A section.</summary>
    /// <param name="heading">Its heading.</param>
    /// <param name="lead">A sentence or two; null for none.</param>
    /// <param name="content">What is in it.</param>
    /// <param name="isHalf">Whether it takes half of a sheet's width on paper, beside its neighbour.</param>
    public static string Section(string heading, string? lead, string content, bool isHalf = false) => string.Concat(Section(heading, lead, [content], isHalf));

    /// <summary>The same in parts.</summary>
    public static IEnumerable<string> Section(string heading, string? lead, IEnumerable<string> content, bool isHalf = false)
    {
        yield return $"<section{(isHalf ? " class=\"half\"" : "")}>\n<h2>{Markup.Escape(heading)}</h2>\n{(lead is null ? "" : $"<p class=\"sub\">{Markup.Escape(lead)}</p>\n")}";
        foreach (string part in content) yield return part;
        yield return "\n</section>\n";
    }

    /// <summary>A plot over the whole width, which scrolls where the screen is narrower.</summary>
    public static string Wide(string svg) => $"<div class=\"scroll\">{svg.Replace("class=\"plot\"", "class=\"plot wide\"", StringComparison.Ordinal)}</div>";

    /// <summary>What stands where there is nothing to show.</summary>
    public static string Empty(string why) => $"<p class=\"empty\">{Markup.Escape(why)}</p>";

    /// <summary>
    /// A table; a heading that starts with # is a column of numbers, with ~ before it one that follows from others and is left out on paper and on a phone. A last column
    /// called "note" stands below the table: each note once, with the rows it is about.
    /// </summary>
    /// <param name="headings">Its headings.</param>
    /// <param name="rows">Its rows: a cell for each heading, as HTML.</param>
    /// <param name="isStacked">Whether it turns into blocks on a phone however few columns it has.</param>
    /// <param name="everyRow">What a note about all rows begins with.</param>
    public static string Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows, bool isStacked = false, string everyRow = "All")
    {
        List<IReadOnlyList<string>> all = [.. rows];
        bool hasNotes = string.Equals(headings[^1], "note", StringComparison.Ordinal);
        return string.Concat(Rows(hasNotes ? [.. headings.SkipLast(1)] : headings, all, isStacked)) + (hasNotes ? Notes(all, everyRow) : "");
    }

    /// <summary>The same without notes, row by row.</summary>
    public static IEnumerable<string> Rows(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows, bool isStacked = false)
    {
        bool isWide = isStacked || headings.Count > MaxColumnsOnAPhone;
        StringBuilder html = new($"<div class=\"scroll\"><table{(headings.Count > MaxRoomyColumns ? " class=\"rows many\"" : isWide ? " class=\"rows\"" : "")}><thead><tr>");
        foreach (string h in headings) html.Append($"<th{Kind(h)}>{Markup.Escape(Name(h))}</th>");
        yield return html.Append("</tr></thead><tbody>").ToString();
        foreach (IReadOnlyList<string> row in rows)
        {
            html.Clear().Append("<tr>");
            for (int i = 0; i < headings.Count; i++)
            {
                string name = isWide && Name(headings[i]).Length > 0 ? $" data-name=\"{Markup.Escape(Name(headings[i]))}\"" : "";
                html.Append($"<td{Kind(headings[i])}{name}>{row[i]}</td>");
            }

            yield return html.Append("</tr>").ToString();
        }

        yield return "</tbody></table></div>";
    }

    private static string Notes(List<IReadOnlyList<string>> rows, string everyRow)
    {
        IEnumerable<string> notes = rows.Where(r => r[^1].Length > 0).GroupBy(r => r[^1], StringComparer.Ordinal)
            .Select(g => (g.Count() == rows.Count && rows.Count > 1 ? everyRow : string.Join("; ", g.Select(r => r[0]))) + ": " + g.Key + ".");
        return string.Concat(notes.Select(n => $"<p class=\"sub notes\">{n}</p>"));
    }

    private static bool IsNumber(string heading) => heading.TrimStart('~').StartsWith('#');

    private static string Name(string heading) => heading.TrimStart('~').TrimStart('#');

    private static string Kind(string heading) => (IsNumber(heading), heading.StartsWith('~')) switch
    {
        (true, true) => " class=\"n more\"",
        (true, false) => " class=\"n\"",
        (false, true) => " class=\"more\"",
        _ => "",
    };
}

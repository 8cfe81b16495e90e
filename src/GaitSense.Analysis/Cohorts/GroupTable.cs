using System.Globalization;
using GaitSense.Analysis.Parameters;
using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Report;

namespace GaitSense.Analysis.Cohorts;

/// <summary>Quantities of several groups of people: a row for each quantity, a column for each group, so that groups are read against each other.</summary>
internal static class GroupTable
{
    // More do not fit beside each other on a page.
    private const int MaxColumns = 5;

    /// <summary>The tables.</summary>
    /// <param name="columns">The groups.</param>
    /// <param name="things">What was counted besides people: <c>recordings</c>; null: nothing.</param>
    public static string Draw(IReadOnlyList<Column> columns, string? things) => string.Concat(columns.Chunk(MaxColumns).Select(c => One(c, things)));

    private static string One(Column[] columns, string? things)
    {
        (WalkParameter Parameter, Cell?[] Cells)[] rows = [.. WalkParameter.All.Select(p => (p, columns.Select(c => c.Of(p)).ToArray())).Where(r => Array.Exists(r.Item2, c => c is not null))];
        // The most of each group; where a quantity has fewer people, its cell says so.
        Cell?[] most = [.. columns.Select((_, i) => rows.Select(r => r.Cells[i]).MaxBy(c => c?.People ?? 0))];
        string note = string.Join("; ", rows.SelectMany(r => r.Cells.Select((c, i) => (columns[i].Group, c?.Withheld))).Where(x => x.Withheld is not null).GroupBy(x => x.Withheld!, StringComparer.Ordinal)
            .Select(g => $"{string.Join(", ", g.Select(x => x.Group).Distinct(StringComparer.Ordinal))}: interval {g.Key}"));
        return Page.Table(
            ["Quantity", .. columns.Select(c => "#" + c.Group)],
            rows.Select(r => (string[])[Markup.Escape($"{r.Parameter.Title}, {r.Parameter.Unit}"), .. r.Cells.Select((c, i) => Text(c, most[i]?.People ?? 0))])
                .Prepend([things is null ? "People" : $"People ({things})", .. most.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c?.People ?? 0}{(things is null ? "" : $" ({c?.Things ?? 0})")}"))]),
            isStacked: true)
            + (note.Length > 0 ? $"<p class=\"sub notes\">{Markup.Escape(note)}.</p>" : "");
    }

    private static string Text(Cell? cell, int people)
    {
        if (cell is null) return "–";
        string[] lines = [.. new[] { cell.Interval, cell.More, cell.People < people ? string.Create(CultureInfo.InvariantCulture, $"n = {cell.People}") : null }.OfType<string>()];
        return $"<span class=\"stack\">{cell.Value}{string.Concat(lines.Select(l => $"<br/><span class=\"ci\">{Markup.Escape(l)}</span>"))}</span>";
    }

    /// <summary>A group.</summary>
    /// <param name="Group">Its name.</param>
    /// <param name="Of">What is known of a quantity; null: nothing.</param>
    public sealed record Column(string Group, Func<WalkParameter, Cell?> Of);

    /// <summary>A quantity of a group.</summary>
    /// <param name="People">People behind it.</param>
    /// <param name="Things">Recordings behind it; null: not told.</param>
    /// <param name="Value">The value.</param>
    public sealed record Cell(int People, int? Things, string Value)
    {
        /// <summary>Its 95 % interval; null: none.</summary>
        public string? Interval { get; init; }

        /// <summary>What stands below; null: nothing.</summary>
        public string? More { get; init; }

        /// <summary>Why there is no interval; null where there is one.</summary>
        public string? Withheld { get; init; }
    }
}

using System.Globalization;
using GaitSense.Analysis.Comparison;
using GaitSense.Cli.App;
using GaitSense.Cli.View;
using Spectre.Console;

namespace GaitSense.Cli.Commands;

/// <summary>Comparisons for a person.</summary>
internal static class ComparisonTable
{
    /// <summary>Two sessions.</summary>
    public static void Write(Terminal terminal, SessionComparison comparison)
    {
        IAnsiConsole console = terminal.CreateConsole();
        foreach (string note in comparison.Notes) terminal.Report($"note: {note}");
        foreach (ComparedStrides group in comparison.Groups)
        {
            console.WriteLine($"{comparison.Title.Replace("→", "->", StringComparison.Ordinal)}, {group.Title}");
            console.Write(Changes("mean", group.Means));
            console.Write(Changes("left against right", group.Symmetry));
            console.Write(Changes("variability", group.Variability));
        }

        terminal.Out.WriteLine("+-: what measuring alone explains. within: no more than that. unclear: more than that, but the 95 % interval holds 0.");
    }

    /// <summary>Two systems.</summary>
    public static void Write(Terminal terminal, SystemComparison c)
    {
        IAnsiConsole console = terminal.CreateConsole();
        terminal.Out.WriteLine($"{c.First} and {c.Second} on the same walk; differences are second less first{(c.OffsetS == 0 ? "" : FormattableString.Invariant($"; the second clock {(c.OffsetEstimated ? "was found" : "was said")} to be {c.OffsetS:0.000} s ahead"))}");
        Table seen = NewTable("seen by", "both", "only the first", "only the second");
        foreach (EventAgreement e in c.Events) Add(seen, e.Event, Count(e.Matched), Count(e.OnlyFirst), Count(e.OnlySecond));
        Add(seen, "valid strides", Count(c.StridesMatched), Count(c.StridesOnlyFirst), Count(c.StridesOnlySecond));
        console.Write(seen);
        Table table = NewTable("", "pairs", "bias", "SD", "limits of agreement");
        foreach (Agreement a in c.Events.Select(e => e.Time).Concat(c.Strides))
        {
            string format = "F" + a.Decimals.ToString(CultureInfo.InvariantCulture), finer = "F" + (a.Decimals + 1).ToString(CultureInfo.InvariantCulture);
            Add(
                table, $"{a.Title}, {a.Unit}", Count(a.Pairs), Phrases.Number(a.BlandAltman?.Bias, finer), Phrases.Number(a.BlandAltman?.Sd, finer),
                a.BlandAltman is { } b ? $"{Phrases.Number(b.LowerLimit, format)} to {Phrases.Number(b.UpperLimit, format)}" : Phrases.Nothing);
        }

        console.Write(table);
        terminal.Out.WriteLine($"directions named alike: {Count(c.DirectionsAlike)} of {Count(c.DirectionsNamed)} strides");
    }

    private static Table Changes(string what, IReadOnlyList<Change> changes)
    {
        Table table = NewTable(what, "first", "second", "difference", "95 % interval", "+-", "");
        foreach (Change c in changes)
        {
            string format = "F" + c.Decimals.ToString(CultureInfo.InvariantCulture);
            Add(
                table, $"{c.Title}, {c.Unit}", Phrases.Number(c.First, format), Phrases.Number(c.Second, format), Phrases.Number(c.Difference, format),
                c.Ci95Low is null ? Phrases.Nothing : $"{Phrases.Number(c.Ci95Low, format)} to {Phrases.Number(c.Ci95High, format)}", Phrases.Number(c.MeasuringErrorLimit, format), Verdict(c));
        }

        return table;
    }

    private static string Verdict(Change c) => c.Difference is null ? "withheld"
        : c.BeyondMeasuringError == false ? "within"
        : c.IntervalExcludesZero == true ? (c.Difference > 0 ? c.Larger : c.Smaller).ToUpperInvariant()
        : c.BeyondMeasuringError is null ? "" : "unclear";

    private static Table NewTable(params IEnumerable<string> columns)
    {
        var table = new Table { Border = TableBorder.Simple, UseSafeBorder = true };
        foreach (string column in columns) table.AddColumn(new TableColumn(new Text(column)).NoWrap());
        return table;
    }

    private static void Add(Table table, params IEnumerable<string> cells) => table.AddRow([.. cells.Select(c => new Text(c))]);

    private static string Count(int n) => n.ToString(CultureInfo.InvariantCulture);
}

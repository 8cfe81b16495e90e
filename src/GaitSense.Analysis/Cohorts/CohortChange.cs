using System.Globalization;
using System.Text;
using GaitSense.Analysis.Parameters;
using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Report;
using GaitSense.Analysis.Statistics;

namespace GaitSense.Analysis.Cohorts;

/// <summary>Two visits of one person are a pair: what changed within people from one visit to another, each person counted once.</summary>
public static class CohortChange
{
    /// <summary>Name of the table's file.</summary>
    public const string Name = "cohort_change.csv";

    /// <summary>What the table says, in words.</summary>
    internal const string Explanation =
        "The later visit minus the earlier one, within each person who has both; several recordings of a visit count by their mean. The 95 % interval is Student's, of the paired differences. "
        + "Below it both means and the SD of the changes. An interval that leaves out 0 says that these people changed on average, not why: there is no comparison with people who were left alone.";

    /// <summary><c>cohort_change.csv</c>: a row for each group, pair of visits and quantity, in the units of <c>cohort.csv</c>. What is withheld is empty, with the reason.</summary>
    public static string ToCsv(Cohort cohort)
    {
        StringBuilder csv = new("group,parameter,unit,from_visit,to_visit,pairs,mean_from,mean_to,mean_change,ci95_low,ci95_high,sd_change,withheld\n");
        foreach (Pairing p in Pairings(cohort.Walks))
        {
            foreach (WalkParameter parameter in WalkParameter.All)
            {
                if (p.Of(w => w.MeanOf(parameter)) is not { Count: > 0 } pairs) continue;
                (double change, double? half, double? sd, string? withheld) = Judge(pairs);
                csv.Append(CultureInfo.InvariantCulture, $"{CohortTable.Text(p.Group)},{parameter.Name},{CohortPeople.UnitOf(parameter)},{CohortTable.Text(p.From)},{CohortTable.Text(p.To)},{pairs.Count}");
                foreach (double? value in new[] { pairs.Average(x => x.From), pairs.Average(x => x.To), change, change - half, change + half, sd }) csv.Append(',').Append(CohortTable.Number(value));
                csv.Append(',').Append(CohortTable.Text(withheld ?? "")).Append('\n');
            }
        }

        return csv.ToString();
    }

    /// <summary>The tables of the page: one for each pair of visits, the groups beside each other; first that of the visits farthest apart, the others folded.</summary>
    internal static string Table(List<CohortWalk> walks)
    {
        // What one group was asked, all are: a group may have fewer visits than another.
        (string From, string To, string Table)[] tables =
            [.. Pairings(walks).Select(p => (p.From, p.To)).Distinct().Select(v => (v.From, v.To, Of([.. CohortPeople.Groups(walks).Select(g => new Pairing(g.Name, v.From, v.To, g.Walks))]))).Where(t => t.Item3.Length > 0)];
        if (tables.Length == 0) return Page.Empty("No person has two visits, or nothing says whose the recordings are.");
        // The longest way from visit to visit is what was asked for.
        string[] visits = [.. walks.Select(w => w.Person.Visit).OfType<string>().Distinct(StringComparer.Ordinal).Order(NaturalOrder.Instance)];
        return string.Concat(tables.OrderByDescending(t => Array.IndexOf(visits, t.To) - Array.IndexOf(visits, t.From)).Select((t, i) =>
            $"<details{(i == 0 ? " open=\"open\"" : "")}><summary>{Markup.Escape($"{t.From} to {t.To}")}</summary>{t.Table}</details>"));
    }

    private static string Of(Pairing[] groups)
    {
        Pairing[] seen = [.. groups.Where(g => WalkParameter.All.Any(p => g.Of(w => w.ValueOf(p)).Count > 0))];
        return seen.Length == 0 ? "" : GroupTable.Draw([.. seen.Select(g => new GroupTable.Column(g.Group, p => g.Of(w => w.ValueOf(p)) is { Count: > 0 } pairs ? Cell(pairs, p.Decimals) : null))], null);
    }

    private static GroupTable.Cell Cell(List<(double From, double To)> pairs, int decimals)
    {
        (double change, double? half, double? sd, string? withheld) = Judge(pairs);
        return new GroupTable.Cell(pairs.Count, null, Markup.Number(change, decimals))
        {
            Interval = half is null ? null : $"{Markup.Number(change - half, decimals)} to {Markup.Number(change + half, decimals)}",
            More = $"{Markup.Number(pairs.Average(x => x.From), decimals)} → {Markup.Number(pairs.Average(x => x.To), decimals)}{(sd is null ? "" : $", SD {Markup.Number(sd, decimals)}")}",
            Withheld = withheld,
        };
    }

    private static (double Change, double? Half, double? Sd, string? Withheld) Judge(List<(double From, double To)> pairs)
    {
        double[] changes = [.. pairs.Select(p => p.To - p.From)];
        double mean = changes.Average();
        int n = changes.Length;
        double? sd = n > 1 ? Math.Sqrt(changes.Sum(c => (c - mean) * (c - mean)) / (n - 1)) : null;
        if (n < CohortPeople.FewestPeople) return (mean, null, sd, FormattableString.Invariant($"withheld: fewer than {CohortPeople.FewestPeople} people with both visits"));
        return (mean, Interval.T95(n - 1) * sd / Math.Sqrt(n), sd, null);
    }

    // From each visit to the next, and of more than two from the first to the last.
    private static IEnumerable<Pairing> Pairings(List<CohortWalk> walks)
    {
        foreach ((string group, List<CohortWalk> of) in CohortPeople.Groups(walks))
        {
            string[] visits = [.. of.Where(w => w.Person is { Participant: not null, Visit: not null }).Select(w => w.Person.Visit!).Distinct(StringComparer.Ordinal).Order(NaturalOrder.Instance)];
            for (int i = 0; i + 1 < visits.Length; i++) yield return new Pairing(group, visits[i], visits[i + 1], of);
            if (visits.Length > 2) yield return new Pairing(group, visits[0], visits[^1], of);
        }
    }

    private sealed record Pairing(string Group, string From, string To, List<CohortWalk> Walks)
    {
        public List<(double From, double To)> Of(Func<CohortWalk, double?> of)
        {
            var pairs = new List<(double, double)>();
            foreach (var person in Walks.Where(w => w.Person.Participant is not null).GroupBy(w => w.PersonKey, StringComparer.Ordinal))
                if (Mean(person, From, of) is { } from && Mean(person, To, of) is { } to) pairs.Add((from, to));
            return pairs;
        }

        private static double? Mean(IEnumerable<CohortWalk> walks, string visit, Func<CohortWalk, double?> of)
        {
            double[] values = [.. walks.Where(w => string.Equals(w.Person.Visit, visit, StringComparison.Ordinal)).Select(of).OfType<double>()];
            return values.Length == 0 ? null : values.Average();
        }
    }
}

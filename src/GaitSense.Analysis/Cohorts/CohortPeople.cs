using System.Globalization;
using System.Text;
using GaitSense.Analysis.Parameters;
using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Report;

namespace GaitSense.Analysis.Cohorts;

/// <summary>
/// A cohort by its people: the recordings of one person are no independent walkers, so each person counts once, by the mean of the person's recordings, and intervals come from the number of people.
/// </summary>
public static class CohortPeople
{
    /// <summary>Name of the table's file.</summary>
    public const string Name = "cohort_people.csv";

    /// <summary>What the table says, in words.</summary>
    internal const string Explanation =
        "Each person counts once, by the mean of the person's recordings; the 95 % interval of the mean is Student's, from the number of people. "
        + "Below it the SD between the people, with what varies within a person taken out, and after the stroke the SD within a person, from recording to recording.";

    /// <summary>People below whom there is no interval: Student's t assumes normal numbers, which so few cannot show.</summary>
    public const int FewestPeople = 5;

    /// <summary><c>cohort_people.csv</c>: a row for each group and quantity, in the units of <c>cohort.csv</c>. What is withheld is empty, with the reason.</summary>
    public static string ToCsv(Cohort cohort)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        StringBuilder csv = new("group,parameter,unit,people,recordings,mean,ci95_low,ci95_high,sd_person_means,sd_between,sd_within,withheld,note\n");
        foreach ((string group, List<CohortWalk> walks) in Groups(cohort.Walks))
        {
            string note = CohortTable.Text(Unnamed(walks) ?? "");
            foreach (WalkParameter p in WalkParameter.All)
            {
                PeopleStatistic s = PeopleStatistic.Of(walks, w => w.MeanOf(p));
                csv.Append(CultureInfo.InvariantCulture, $"{CohortTable.Text(group)},{p.Name},{UnitOf(p)},{s.People},{s.Recordings}");
                foreach (double? value in new[] { s.Mean, s.Ci95Low, s.Ci95High, s.SdPersonMeans, s.SdBetween, s.SdWithin }) csv.Append(',').Append(CohortTable.Number(value));
                csv.Append(',').Append(CohortTable.Text(s.Withheld ?? "")).Append(',').Append(note).Append('\n');
            }
        }

        return csv.ToString();
    }

    /// <summary>The mean of each person, of those who have one, in the order of the recordings.</summary>
    internal static double[] Means(IEnumerable<CohortWalk> walks, Func<CohortWalk, double?> of) =>
        [.. walks.GroupBy(w => w.PersonKey, StringComparer.Ordinal).Select(g => g.Select(of).OfType<double>().ToArray()).Where(v => v.Length > 0).Select(v => v.Average())];

    /// <summary>How recordings were counted.</summary>
    internal static string Counted(List<CohortWalk> walks) => walks.Exists(w => w.Person.Participant is not null)
        ? "Each person counts once, by the mean of the person's recordings." + (Unnamed(walks) is { } unnamed ? $" {char.ToUpperInvariant(unnamed[0])}{unnamed[1..]}." : "")
        : "Nothing says whose the recordings are, so each counts as a person of its own: where two are one person's, the spread is not that of people (participants.csv or folders P01/T1 say it).";

    /// <summary>The note on recordings of unknown people; null where there are none.</summary>
    private static string? Unnamed(List<CohortWalk> walks) => walks.Count(w => w.Person.Participant is null) is > 0 and var n
        ? FormattableString.Invariant($"nothing says whose {n} of the {walks.Count} recordings are: each of them counts as a person") : null;

    /// <summary>All together, and where there is more than one group each of them.</summary>
    internal static IEnumerable<(string Name, List<CohortWalk> Walks)> Groups(List<CohortWalk> walks)
    {
        yield return ("all", walks);
        var groups = walks.Where(w => w.Person.Group is not null).GroupBy(w => w.Person.Group!, StringComparer.Ordinal).OrderBy(g => g.Key, NaturalOrder.Instance).ToArray();
        if (groups.Length == 0 || (groups.Length == 1 && groups[0].Count() == walks.Count)) yield break;
        foreach (var group in groups) yield return (group.Key, [.. group]);
    }

    /// <summary>The table of the page: a row for each quantity, the groups beside each other.</summary>
    internal static string Table(List<CohortWalk> walks)
    {
        (string Name, List<CohortWalk> Walks)[] groups = [.. Groups(walks).Where(g => WalkParameter.All.Any(p => g.Walks.Exists(w => w.ValueOf(p) is not null)))];
        return groups.Length == 0 ? Page.Empty("No recording has enough strides for a mean.") : GroupTable.Draw(
            [.. groups.Select(g => new GroupTable.Column(g.Name, p => Cell(PeopleStatistic.Of(g.Walks, w => w.ValueOf(p)), p)))], "recordings");
    }

    private static GroupTable.Cell? Cell(PeopleStatistic s, WalkParameter p) => s.People == 0 ? null : new GroupTable.Cell(s.People, s.Recordings, Markup.Number(s.Mean, p.Decimals))
    {
        Interval = s.Ci95Low is null ? null : $"{Markup.Number(s.Ci95Low, p.Decimals)} to {Markup.Number(s.Ci95High, p.Decimals)}",
        More = s.SdBetween is null ? null : $"SD {Markup.Number(s.SdBetween, p.Decimals)}{(s.SdWithin is null ? "" : $" / {Markup.Number(s.SdWithin, p.Decimals)}")}",
        Withheld = s.Ci95Low is null ? s.Withheld : null,
    };

    /// <summary>The unit of a quantity in tables for programs, as its name ends.</summary>
    internal static string UnitOf(WalkParameter parameter) => parameter.Name switch
    {
        var n when n.EndsWith("_mps", StringComparison.Ordinal) => "m/s",
        var n when n.EndsWith("_per_min", StringComparison.Ordinal) => "1/min",
        var n when n.EndsWith("_percent", StringComparison.Ordinal) => "%",
        var n when n.EndsWith("_deg", StringComparison.Ordinal) => "deg",
        var n when n.EndsWith("_s", StringComparison.Ordinal) => "s",
        _ => "m",
    };
}

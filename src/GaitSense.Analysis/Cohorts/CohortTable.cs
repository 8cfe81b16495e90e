using System.Globalization;
using System.Text;
using GaitSense.Analysis.Parameters;
using GaitSense.Analysis.Summary;
using GaitSense.Core;

namespace GaitSense.Analysis.Cohorts;

/// <summary>
/// <c>cohort.csv</c>: one row for each recording, sorted by name, with the numbers of its <c>summary.json</c>, then whose it is and what else the table of participants says. Columns may be added at the end of a group, never
/// renamed. What is missing is empty; a recording that failed has a name, a status and a reason, and no number.
/// </summary>
public static class CohortTable
{
    /// <summary>Name of the file.</summary>
    public const string Name = "cohort.csv";

    private static readonly (string Name, Func<WalkSummary, StrideGroupChoice, string> Value)[] Columns = [.. AllColumns()];

    /// <summary>The table's columns, in its order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["recording", "status", "error", .. Columns.Select(c => c.Name), "participant", "visit", "group"];

    /// <summary>The table.</summary>
    public static string ToCsv(Cohort cohort)
    {
        using StringWriter csv = new();
        Write(csv, cohort);
        return csv.ToString();
    }

    /// <summary>Writes the table, row by row: thousands of recordings never stand in memory together.</summary>
    public static void Write(TextWriter csv, Cohort cohort)
    {
        ArgumentNullException.ThrowIfNull(csv);
        ArgumentNullException.ThrowIfNull(cohort);
        csv.Write(string.Join(',', Names));
        string[] more = [.. cohort.Entries.SelectMany(e => e.Person.More.Select(m => m.Key)).Distinct(StringComparer.Ordinal)];
        // A column of the table of participants that has a name of this table's gets one of its own.
        HashSet<string> taken = new(Names, StringComparer.OrdinalIgnoreCase);
        foreach (string name in more) csv.Write("," + Text(taken.Contains(name) ? "participants_" + name : name));
        csv.Write('\n');
        StringBuilder row = new();
        foreach (CohortEntry entry in cohort.Entries)
        {
            row.Clear().Append(Text(entry.Name)).Append(',').Append(Words.InFiles(entry.Status)).Append(',').Append(Text(entry.Error ?? ""));
            WalkSummary? summary = entry.Summary;
            StrideGroupChoice? choice = summary is null ? null : StrideGroupChoice.Of(summary.Statistics);
            foreach ((_, Func<WalkSummary, StrideGroupChoice, string> value) in Columns) row.Append(',').Append(choice is null ? "" : value(summary!, choice));
            PersonVisit person = entry.Person;
            foreach (string? text in new[] { person.Participant, person.Visit, person.Group }) row.Append(',').Append(Text(text ?? ""));
            foreach (string name in more) row.Append(',').Append(Text(person.More.FirstOrDefault(m => string.Equals(m.Key, name, StringComparison.Ordinal)).Value ?? ""));
            csv.Write(row.Append('\n'));
        }
    }

    private static IEnumerable<(string, Func<WalkSummary, StrideGroupChoice, string>)> AllColumns()
    {
        yield return ("duration_s", (s, _) => Number(s.Totals.DurationS));
        yield return ("walking_time_s", (s, _) => Number(s.Totals.WalkingTimeS));
        yield return ("distance_m", (s, _) => Number(s.Totals.DistanceM));
        yield return ("bouts", (s, _) => Count(s.Totals.Bouts));
        yield return ("turns", (s, _) => Count(s.Totals.Turns));
        yield return ("steps", (s, _) => Count(s.Totals.Steps));
        foreach (string foot in new[] { "left", "right" })
        {
            yield return ($"strides_{foot}", (s, _) => s.Counts.TryGetValue(foot, out FootCounts? c) ? Count(c.Strides) : "");
            yield return ($"valid_strides_{foot}", (s, _) => s.Counts.TryGetValue(foot, out FootCounts? c) ? Count(c.Valid) : "");
        }

        yield return ("strides_used", (_, g) => g.HasMean ? g.Key : "");
        yield return ("strides_used_left", (_, g) => Count(g.Group.Left.Strides));
        yield return ("strides_used_right", (_, g) => Count(g.Group.Right.Strides));
        foreach ((WalkParameter p, string name) in WalkParameter.All.SelectMany(p => p.Names.Select(n => (p, n))))
        {
            yield return (name, (_, g) => Number(p.Of(g.Group.Both).Mean));
            yield return (name + "_ci95_low", (_, g) => Number(p.Of(g.Group.Both).Ci95Low));
            yield return (name + "_ci95_high", (_, g) => Number(p.Of(g.Group.Both).Ci95High));
            yield return (name + "_left", (_, g) => Number(p.Of(g.Group.Left).Mean));
            yield return (name + "_right", (_, g) => Number(p.Of(g.Group.Right).Mean));
        }

        foreach ((SymmetryParameter p, string name) in SymmetryParameter.All.SelectMany(p => p.Names.Select(n => (p, n))))
        {
            yield return (name, (_, g) => Number(p.Of(g.Group.Symmetry).Percent));
            yield return (name + "_ci95_low", (_, g) => Number(p.Of(g.Group.Symmetry).Ci95Low));
            yield return (name + "_ci95_high", (_, g) => Number(p.Of(g.Group.Symmetry).Ci95High));
        }

        yield return ("phase_coordination_percent", (_, g) => Number(g.Group.Symmetry.PhaseCoordination.Percent));
        foreach ((string foot, Func<StrideGroup, StrideStatistics> side) in new (string, Func<StrideGroup, StrideStatistics>)[] { ("left", g => g.Left), ("right", g => g.Right) })
        {
            yield return ($"stride_time_cv_percent_{foot}", (_, g) => Number(side(g.Group).StrideTimeS.Variability?.CvPercent));
            yield return ($"stride_length_cv_percent_{foot}", (_, g) => Number(side(g.Group).StrideLengthM.Variability?.CvPercent));
        }

        yield return ("distance_walked_index_percent", (s, _) => Number(s.Fatigue.DistanceWalkedIndexPercent));
        yield return ("long_gaps", (s, _) => Count(s.DataQuality.Sum(q => q.Gaps)));
        yield return ("clipped_samples", (s, _) => Count(s.DataQuality.Sum(q => q.ClippedAccel + q.ClippedGyro)));
        yield return ("warnings", (s, _) => Count(s.Warnings.Count));
        yield return ("software_version", (s, _) => Text(s.Software.Version));
        yield return ("software_commit", (s, _) => Text(s.Software.Commit ?? ""));
        yield return ("started_at", (s, _) => s.StartedAt is { } at ? at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture) : "");
        yield return ("options", (s, _) => Text(s.Run?.OptionsText() ?? ""));
    }

    /// <summary>A number as a field; empty where there is none.</summary>
    internal static string Number(double? value) => value is { } v ? v.ToString("R", CultureInfo.InvariantCulture) : "";

    private static string Count(long n) => n.ToString(CultureInfo.InvariantCulture);

    /// <summary>A text as a field.</summary>
    internal static string Text(string text) => OutsideText.Cell(text);
}

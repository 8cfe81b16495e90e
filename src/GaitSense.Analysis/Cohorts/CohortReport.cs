using System.Globalization;
using System.Text;
using GaitSense.Analysis.Parameters;
using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Report;
using GaitSense.Analysis.Walks;

namespace GaitSense.Analysis.Cohorts;

/// <summary>A cohort as one self-contained HTML page: what the walks were like together, which stand out, which failed and why.</summary>
public static class CohortReport
{
    /// <summary>Name of a walk's own page in its folder, to which the table links.</summary>
    private const string WalkPage = "report.html";

    /// <summary>The page.</summary>
    /// <param name="cohort">The recordings.</param>
    /// <param name="version">Version of the program; null for this library's.</param>
    public static string ToHtml(Cohort cohort, string? version = null)
    {
        using StringWriter page = new();
        Write(page, cohort, version);
        return page.ToString();
    }

    /// <summary>Writes the page, part by part.</summary>
    /// <param name="page">Where it goes.</param>
    /// <param name="cohort">The recordings.</param>
    /// <param name="version">Version of the program; null for this library's.</param>
    public static void Write(TextWriter page, Cohort cohort, string? version = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(cohort);
        List<CohortWalk> walks = cohort.Walks;
        string title = $"Cohort: {Count(cohort.Entries.Count)} {(cohort.Entries.Count == 1 ? "recording" : "recordings")}";
        foreach (string part in Page.Of(title, Body(cohort, walks, version), Dates(walks))) page.Write(part);
    }

    private static IEnumerable<string> Body(Cohort cohort, List<CohortWalk> walks, string? version)
    {
        CohortEntry[] failed = [.. cohort.Failed], open = [.. cohort.Open];
        yield return Header(cohort, walks, failed.Length, open.Length);
        if (failed.Length + open.Length > 0) yield return Failures(failed, open);
        if (walks.Count == 0)
        {
            yield return Page.Section("Nothing to show", null, Page.Empty("No recording was analysed to its end."));
        }
        else
        {
            yield return Page.Section("All walks together", $"Median of the people, and the quartiles. {CohortPeople.Counted(walks)}", CohortPlots.Tiles(walks));
            yield return Page.Section("People", CohortPeople.Explanation, CohortPeople.Table(walks));
            yield return Page.Section("Change between visits", CohortChange.Explanation, CohortChange.Table(walks));
            yield return Page.Section("How the walks are spread", CohortPeople.Counted(walks), CohortPlots.Spreads(walks));
            yield return Page.Section(
                "Left against right", "Symmetry index of each person; to the right, the right foot's value is larger. Nobody is exactly 0.", CohortPlots.Symmetries(walks));
            yield return Page.Section("Variability", "The walker's own variation from stride to stride, measuring error taken out; mean of the feet.", CohortPlots.Variability(walks));
            yield return Page.Section("Speed of every recording", "From the slowest to the fastest; the line is the 95 % interval of the mean.", CohortPlots.Ranked(walks));
            yield return Page.Section("Stride length and cadence", "What makes the speed.", CohortPlots.LengthAgainstCadence(walks));
            yield return Page.Section("Worth a look", CohortOutliers.Explanation, CohortOutliers.Table(walks, Link));
            foreach (string part in Page.Section("Every recording", "The name leads to the recording's own page. Symmetry: of right against left, above 0 where the right foot's value is larger; gaps: holes in the data too long to bridge; notes: what the recording's page asks to note.", Table(walks))) yield return part;
        }

        yield return $"<footer>GaitSense {Markup.Escape(version ?? WalkContext.LibraryVersion)}. Training and research software, not a medical device.</footer>\n";
    }

    private static string Header(Cohort cohort, List<CohortWalk> walks, int failed, int open)
    {
        List<string> facts = [$"recordings <b>{Count(cohort.Entries.Count)}</b>", $"analysed <b>{Count(walks.Count)}</b>"];
        CohortWalk[] named = [.. walks.Where(w => w.Person.Participant is not null)];
        if (named.Length > 0) facts.Add($"people <b>{Count(named.Select(w => w.PersonKey).Distinct(StringComparer.Ordinal).Count())}</b>");
        if (named.Length > 0 && named.Length < walks.Count) facts.Add($"recordings of nobody named <b>{Count(walks.Count - named.Length)}</b>");
        if (failed > 0) facts.Add($"failed <b>{Count(failed)}</b>");
        if (open > 0) facts.Add($"not finished <b>{Count(open)}</b>");
        if (walks.Count > 0)
        {
            facts.Add($"walking <b>{Markup.Number(walks.Sum(w => w.Totals.WalkingTimeS) / 3600, 2)} h</b>");
            facts.Add($"distance <b>{Markup.Number(walks.Sum(w => w.Totals.DistanceM ?? 0) / 1000, 2)} km</b>");
            facts.Add($"valid strides <b>{Count(walks.Sum(w => w.ValidStrides))}</b>");
        }

        if (Dates(walks) is { } dates) facts.Add($"walked <b>{dates}</b>");
        return $"<header><h1>Cohort</h1><ul class=\"facts\">{string.Concat(facts.Select(f => $"<li>{f}</li>"))}</ul></header>\n";
    }

    // From the first walk to the last.
    private static string? Dates(List<CohortWalk> walks)
    {
        DateTimeOffset[] dates = [.. walks.Select(w => w.StartedAt).OfType<DateTimeOffset>().Order()];
        return dates.Length == 0 ? null : Day(dates[0]) is var from && Day(dates[^1]) is var to && string.Equals(from, to, StringComparison.Ordinal) ? from : $"{from} to {to}";

        static string Day(DateTimeOffset when) => when.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static string Failures(CohortEntry[] failed, CohortEntry[] open)
    {
        StringBuilder html = new("<div class=\"warn\"><h2>What is missing</h2><ul>");
        foreach (CohortEntry e in failed) html.Append($"<li><b>{Markup.Escape(e.Name)}</b> failed: {Markup.Escape(e.Error)}</li>");
        foreach (CohortEntry e in open)
            html.Append($"<li><b>{Markup.Escape(e.Name)}</b>: {(e.Status == CohortStatus.Interrupted ? "stopped in the middle of it" : "not begun")}; run the same command again to go on</li>");
        return html.Append("</ul></div>\n").ToString();
    }

    private static IEnumerable<string> Table(List<CohortWalk> walks)
    {
        // Whose it is and of which group only where that is known of any.
        bool hasPerson = walks.Exists(w => (w.Person.Participant ?? w.Person.Visit) is not null), hasGroup = walks.Exists(w => w.Person.Group is not null);
        List<(string Heading, Func<CohortWalk, string> Of)> columns = [("Recording", w => Link(w.Name))];
        if (hasPerson) columns.Add(("Person, visit", w => Markup.Escape(string.Join(",\u00a0", new[] { w.Person.Participant, w.Person.Visit }.OfType<string>()))));
        if (hasGroup) columns.Add(("Group", w => Markup.Escape(w.Person.Group ?? "")));
        columns.AddRange(
        [
            ("~#strides used", w => Count(w.StridesUsed)),
            ("#speed, m/s", w => Markup.Number(w.Speed.Mean, 2)),
            ("#cadence, steps/min", w => Markup.Number(w.ValueOf("cadence_steps_per_min"), 0)),
            ("#stride length, m", w => Markup.Number(w.ValueOf("stride_length_m"), 2)),
            ("#double support, %", w => Markup.Number(w.ValueOf("double_support_percent"), 1)),
            ("#symmetry of length, %", w => Markup.Number(w.SymmetryOf(SymmetryParameter.All[0]), 1)),
            ("#symmetry of swing, %", w => Markup.Number(w.SymmetryOf(SymmetryParameter.All[2]), 1)),
            ("~#gaps", w => Count(w.Gaps)),
            ("~#notes", w => Count(w.Warnings.Count)),
        ]);
        return Page.Rows([.. columns.Select(c => c.Heading)], walks.Select(w => columns.Select(c => c.Of(w)).ToArray()));
    }

    private static string Link(string name)
    {
        string address = string.Join('/', name.Split('/').Select(Uri.EscapeDataString)) + "/" + WalkPage;
        return $"<a href=\"{Markup.Escape(address)}\">{Markup.Escape(name)}</a>";
    }

    private static string Count(long n) => n.ToString(CultureInfo.InvariantCulture);
}

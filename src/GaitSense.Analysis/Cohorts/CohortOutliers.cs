using System.Globalization;
using GaitSense.Analysis.Parameters;
using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Report;
using MathNet.Numerics.Statistics;

namespace GaitSense.Analysis.Cohorts;

/// <summary>Recordings that stand out: far from the middle of the cohort, or with much that had to be said about their data.</summary>
internal static class CohortOutliers
{
    /// <summary>The rule in words.</summary>
    public const string Explanation =
        "Recordings with a value more than 3.5 robust standard deviations (1.4826 times the median distance) from the middle of the cohort, and those with warnings. "
        + "Standing out is no error: look at the recording's own page.";

    private const double FarSd = 3.5;
    private const int FewestWalks = 10;
    private const int MaxRows = 200;

    public static string Table(List<CohortWalk> walks, Func<string, string> link)
    {
        Dictionary<string, List<string>> notes = new(StringComparer.Ordinal);
        foreach (WalkParameter p in WalkParameter.All)
        {
            double[] values = [.. walks.Select(w => w.ValueOf(p)).OfType<double>()];
            if (values.Length < FewestWalks) continue;
            double middle = values.Median(), spread = 1.4826 * values.Select(v => Math.Abs(v - middle)).Median();
            if (spread <= 0) continue;
            foreach (CohortWalk w in walks)
                if (w.ValueOf(p) is { } v && Math.Abs(v - middle) > FarSd * spread) Note(w, $"{p.Title} {Markup.Number(v, p.Decimals)} {p.Unit}, the cohort's median {Markup.Number(middle, p.Decimals)}");
        }

        foreach (CohortWalk w in walks)
            foreach (string warning in w.Warnings) Note(w, warning);
        if (notes.Count == 0) return Page.Empty("No recording stands out, and none has a warning.");
        string more = notes.Count > MaxRows ? string.Create(CultureInfo.InvariantCulture, $"<p>The first {MaxRows} of {notes.Count}; cohort.csv counts the warnings of all.</p>") : "";
        return more + Page.Table(["Recording", "Why"], notes.OrderBy(n => n.Key, StringComparer.Ordinal).Take(MaxRows).Select(n => new[] { link(n.Key), $"<span class=\"stack\">{string.Join("<br/>", n.Value.Select(Markup.Escape))}</span>" }));

        void Note(CohortWalk walk, string text)
        {
            if (!notes.TryGetValue(walk.Name, out List<string>? list)) notes[walk.Name] = list = [];
            list.Add(text);
        }
    }
}

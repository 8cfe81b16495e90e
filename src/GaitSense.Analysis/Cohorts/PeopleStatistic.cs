using GaitSense.Analysis.Statistics;

namespace GaitSense.Analysis.Cohorts;

/// <summary>One quantity over people.</summary>
/// <param name="People">People with a value.</param>
/// <param name="Recordings">Their recordings with a value.</param>
/// <param name="Mean">Mean of the people's means; null where there is none.</param>
/// <param name="Ci95Low">Lower end of its 95 % interval; null where it is withheld.</param>
/// <param name="Ci95High">Upper end.</param>
/// <param name="SdPersonMeans">Standard deviation of the people's means, which holds a part of what varies within a person.</param>
/// <param name="SdBetween">Standard deviation between people, without that part; without a person with two recordings it cannot be taken out.</param>
/// <param name="SdWithin">Standard deviation of one person's recordings about the person's mean; null where no person has two.</param>
/// <param name="Withheld">Why the interval is withheld; null where it is not.</param>
public sealed record PeopleStatistic(int People, int Recordings, double? Mean, double? Ci95Low, double? Ci95High, double? SdPersonMeans, double? SdBetween, double? SdWithin, string? Withheld)
{
    /// <summary>From the recordings' values: one-way analysis of variance with people as random effects, by the method of moments (Searle, Linear Models, 1971, chapter 9).</summary>
    internal static PeopleStatistic Of(IEnumerable<CohortWalk> walks, Func<CohortWalk, double?> of)
    {
        double[][] people = [.. walks.GroupBy(w => w.PersonKey, StringComparer.Ordinal).Select(g => g.Select(of).OfType<double>().ToArray()).Where(v => v.Length > 0)];
        int n = people.Length, recordings = people.Sum(p => p.Length);
        if (n == 0) return new PeopleStatistic(0, 0, null, null, null, null, null, null, "nobody has a value");
        double[] means = [.. people.Select(p => p.Average())];
        double mean = means.Average();
        double? variance = n > 1 ? means.Sum(m => (m - mean) * (m - mean)) / (n - 1) : null;
        int freedom = recordings - n;
        double? within = freedom > 0 ? people.Zip(means, (p, m) => p.Sum(v => (v - m) * (v - m))).Sum() / freedom : null;
        double? between = variance - ((within ?? 0) * people.Average(p => 1.0 / p.Length));
        string? withheld = n < CohortPeople.FewestPeople ? FormattableString.Invariant($"withheld: fewer than {CohortPeople.FewestPeople} people") : null;
        double? half = withheld is null && variance is { } v2 ? Interval.T95(n - 1) * Math.Sqrt(v2 / n) : null;
        return new PeopleStatistic(n, recordings, mean, mean - half, mean + half, Root(variance), Root(between), Root(within), withheld);
    }

    private static double? Root(double? variance) => variance is { } v ? Math.Sqrt(Math.Max(0, v)) : null;
}

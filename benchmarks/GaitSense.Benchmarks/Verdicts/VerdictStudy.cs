using GaitSense.Training.Regimes;
using GaitSense.Training.Verdicts;

namespace GaitSense.Benchmarks;

/// <summary>Verdicts of simulated people, asked for after every visit as a desk does.</summary>
/// <param name="isLong">A baseline of 5 test visits and 10 sessions; else as few as allowed.</param>
/// <param name="firstSeed">The first person's seed: people with whom a rule was chosen are not those by whom it is judged.</param>
/// <param name="table">The limits; null: those that come with the program.</param>
internal sealed class VerdictStudy(bool isLong, int firstSeed, LimitTable? table = null)
{
    /// <summary>Seeds of the people by whom the rule is judged.</summary>
    public const int JudgedSeeds = 200_001;

    /// <summary>Seeds of the people with whom its numbers were chosen.</summary>
    public const int ChosenSeeds = 100_001;

    private static readonly Statement Statement = new() { Regime = Regime.ApprovedStudy, Reference = "simulated people", By = "benchmark", At = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) };

    private readonly VerdictFamily _family = new() { MeasureVisits = SimulatedPerson.Sessions, TestVisits = SimulatedPerson.Tests, BaselineThrough = isLong ? SimulatedPerson.BaselineThrough : null };

    /// <summary>The people, in any order.</summary>
    public ParallelQuery<SimulatedPerson> People(int n, VisitNoise noise) => ParallelEnumerable.Range(firstSeed, n).Select(seed => new SimulatedPerson(seed, noise, isLong));

    /// <summary>Whether anything is called changed after any visit.</summary>
    public bool IsCalled(SimulatedPerson person) => person.Values.Where((s, i) => IsCalled(s, First(i), null)).Any();

    /// <summary>Whether a series is called changed after any visit, to the given side; null: to any.</summary>
    public bool IsCalled(Series series, int first, int? side)
    {
        for (int n = first + 1; n <= series.Values.Count; n++)
        {
            Verdict v = Judge(series with { Values = [.. series.Values.Take(n)] });
            if (v.Kind is VerdictKind.Changed or VerdictKind.ChangedAndMeaningful && (side is null || Math.Sign(v.Change ?? 0) == side)) return true;
        }

        return false;
    }

    /// <summary>The verdict of a series as it stands.</summary>
    public Verdict Judge(Series series) => VerdictRules.Judge(series, _family, Statement, table);

    /// <summary>Visits of the baseline of the measure with this number.</summary>
    public int First(int measure) => SimulatedPerson.BaselineOf(SimulatedMeasure.All[measure], isLong);

    /// <summary>The limit of a rise after the baseline.</summary>
    public VerdictLimit LimitOf(Series series, int first) => Judge(series with { Values = [.. series.Values.Take(first)] }).Limit!;

    /// <summary>The series of a person who rises by so many limits, at once after the baseline or evenly to the end.</summary>
    public Series Risen(Series series, int first, double limits, bool gradually) => RisenBy(series, first, limits * LimitOf(series, first).Up, gradually);

    /// <summary>The same by so much in the quantity's unit.</summary>
    public static Series RisenBy(Series series, int first, double rise, bool gradually)
    {
        int later = series.Values.Count - first;
        return series with { Values = [.. series.Values.Select((v, i) => i < first ? v : v with { Value = v.Value + (rise * (gradually ? (i - first + 1.0) / later : 1)) })] };
    }
}

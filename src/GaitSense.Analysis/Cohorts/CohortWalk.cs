using GaitSense.Analysis.Parameters;
using GaitSense.Analysis.Statistics;
using GaitSense.Analysis.Summary;

namespace GaitSense.Analysis.Cohorts;

/// <summary>What a cohort's page shows of a walk: little, because there may be thousands.</summary>
internal sealed class CohortWalk
{
    private static readonly Dictionary<string, int> Places = new(
        WalkParameter.All.Select((p, i) => KeyValuePair.Create(p.Name, i)).Concat(SymmetryParameter.All.Select((p, i) => KeyValuePair.Create(p.Name, i))), StringComparer.Ordinal);

    private readonly double?[] _means, _symmetries;

    /// <summary>Takes what the page shows from a walk's numbers.</summary>
    /// <param name="name">Its name in the cohort.</param>
    /// <param name="summary">Its numbers.</param>
    public CohortWalk(string name, WalkSummary summary)
    {
        StrideGroup group = StrideGroupChoice.Of(summary.Statistics).Group;
        Name = name;
        (Totals, Warnings, StartedAt) = (summary.Totals, summary.Warnings, summary.StartedAt);
        ValidStrides = summary.Counts.Values.Sum(c => c.Valid);
        Gaps = summary.DataQuality.Sum(q => q.Gaps);
        StridesUsed = group.Both.Strides;
        Speed = group.Both.SpeedMps;
        _means = [.. WalkParameter.All.Select(p => p.Of(group.Both).Mean)];
        _symmetries = [.. SymmetryParameter.All.Select(p => p.Of(group.Symmetry).Percent)];
        StrideTimeCv = Cv(s => s.StrideTimeS);
        StrideLengthCv = Cv(s => s.StrideLengthM);

        double? Cv(Func<StrideStatistics, Statistic> of) => (of(group.Left).Variability?.CvPercent + of(group.Right).Variability?.CvPercent) / 2;
    }

    /// <summary>Its name, which is also where its own page is.</summary>
    public string Name { get; }

    /// <summary>Whose walk it is.</summary>
    public PersonVisit Person { get; init; } = PersonVisit.Unknown;

    /// <summary>The person in words that are the same for all of the person's recordings; two groups may number their people alike. A recording of an unknown person counts as a person of its own.</summary>
    public string PersonKey => Person.Participant is { } id ? $"participant {Person.Group}/{id}" : "recording " + Name;

    /// <summary>The whole walk.</summary>
    public WalkTotals Totals { get; }

    /// <summary>When it began; null when unknown.</summary>
    public DateTimeOffset? StartedAt { get; }

    /// <summary>What a person should know.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Valid strides of both feet.</summary>
    public int ValidStrides { get; }

    /// <summary>Strides that the numbers are taken from.</summary>
    public int StridesUsed { get; }

    /// <summary>Gaps in the data of both feet that were too long to be bridged.</summary>
    public long Gaps { get; }

    /// <summary>Walking speed with its interval, m/s.</summary>
    public Statistic Speed { get; }

    /// <summary>Mean of the feet's CV of stride time, percent; null where a foot has none.</summary>
    public double? StrideTimeCv { get; }

    /// <summary>Mean of the feet's CV of stride length, percent; null where a foot has none.</summary>
    public double? StrideLengthCv { get; }

    /// <summary>Mean of a quantity, in the unit for people.</summary>
    public double? ValueOf(WalkParameter parameter) => MeanOf(parameter) * parameter.Scale;

    /// <summary>The same in the unit of tables.</summary>
    public double? MeanOf(WalkParameter parameter) => _means[Places[parameter.Name]];

    /// <summary>Mean of the quantity that is called so in tables, in the unit for people.</summary>
    public double? ValueOf(string parameter) => ValueOf(WalkParameter.All.First(p => string.Equals(p.Name, parameter, StringComparison.Ordinal)));

    /// <summary>Symmetry index of a quantity, percent.</summary>
    public double? SymmetryOf(SymmetryParameter parameter) => _symmetries[Places[parameter.Name]];
}

namespace GaitSense.Training.Verdicts;

/// <summary>The visits with which later ones are compared.</summary>
public sealed record Baseline
{
    /// <summary>Number of visits.</summary>
    public required int N { get; init; }

    /// <summary>Mean of their values.</summary>
    public required double Mean { get; init; }

    /// <summary>SD of their values (n - 1).</summary>
    public required double Sd { get; init; }

    /// <summary>Day of the first visit.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Day of the last visit.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Standard uncertainty that measuring adds to a visit, root mean square over the visits; null where it is not known of all.</summary>
    public double? MeasuringSd { get; init; }

    internal static Baseline Of(IReadOnlyList<VisitValue> visits)
    {
        double mean = visits.Average(v => v.Value);
        return new Baseline
        {
            N = visits.Count,
            Mean = mean,
            Sd = Math.Sqrt(visits.Sum(v => (v.Value - mean) * (v.Value - mean)) / (visits.Count - 1)),
            From = visits[0].Day,
            To = visits[^1].Day,
            MeasuringSd = visits.All(v => v.MeasuringSd is not null) ? Math.Sqrt(visits.Average(v => v.MeasuringSd!.Value * v.MeasuringSd.Value)) : null,
        };
    }
}

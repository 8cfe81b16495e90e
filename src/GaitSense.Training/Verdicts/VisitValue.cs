namespace GaitSense.Training.Verdicts;

/// <summary>The one value of a visit.</summary>
public sealed record VisitValue
{
    /// <summary>The day, where the session took place: a visit is a day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The value, in the series' unit.</summary>
    public required double Value { get; init; }

    /// <summary>Attempts or sessions that it is made of, 1 or more.</summary>
    public int Of { get; init; } = 1;

    /// <summary>Standard uncertainty that measuring adds to it, in the series' unit; null: not known.</summary>
    public double? MeasuringSd { get; init; }

    /// <summary>The sessions it comes from.</summary>
    public IReadOnlyList<Guid> Sessions { get; init; } = [];
}

namespace GaitSense.Training.Verdicts;

/// <summary>How far a value may lie from the baseline before it counts, and why.</summary>
public sealed record VerdictLimit
{
    /// <summary>All that were compared; the largest counts, for a rise and for a fall by itself.</summary>
    public required IReadOnlyList<LimitPart> Parts { get; init; }

    /// <summary>The limit of a rise, in the quantity's unit.</summary>
    public double Up => Parts.Max(p => p.Up);

    /// <summary>The limit of a fall, above 0.</summary>
    public double Down => Parts.Max(p => p.Down);

    /// <summary>Where the limit of a rise comes from.</summary>
    public string UpSource => Parts.MaxBy(p => p.Up)!.Source;

    /// <summary>Where the limit of a fall comes from.</summary>
    public string DownSource => Parts.MaxBy(p => p.Down)!.Source;

    /// <summary>Whether a difference from the baseline is beyond: 1 above, -1 below, 0 not.</summary>
    /// <param name="change">Value less baseline.</param>
    public int Side(double change) => change > Up ? 1 : change < -Down ? -1 : 0;
}

namespace GaitSense.Analysis.Summary;

/// <summary>How a sensor was taken to sit on its foot.</summary>
public sealed record AssumedMounting
{
    /// <summary>The foot.</summary>
    public required string Foot { get; init; }

    /// <summary>When this became known, s on the sensor's clock.</summary>
    public required double TimeS { get; init; }

    /// <summary>Whether forward was declared; otherwise it was learned from the signal.</summary>
    public required bool Declared { get; init; }

    /// <summary>0 to 1: how sure the sign of forward is.</summary>
    public required double ForwardConfidence { get; init; }

    /// <summary>Toward the toe, in the sensor frame.</summary>
    public required IReadOnlyList<double> Forward { get; init; }

    /// <summary>To the wearer's left, in the sensor frame.</summary>
    public required IReadOnlyList<double> Left { get; init; }

    /// <summary>Upward while the foot is flat, in the sensor frame.</summary>
    public required IReadOnlyList<double> Up { get; init; }
}

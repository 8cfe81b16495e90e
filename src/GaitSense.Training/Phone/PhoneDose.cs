namespace GaitSense.Training.Phone;

/// <summary>What was walked.</summary>
public sealed record PhoneDose
{
    /// <summary>Walked, rests not counted, s.</summary>
    public double WalkedS { get; init; }

    /// <summary>Samples of both feet; null: a page of an earlier build did not say.</summary>
    public long? Samples { get; init; }

    /// <summary>Steps.</summary>
    public int Steps { get; init; }

    /// <summary>Strides of both feet that were measured.</summary>
    public int Strides { get; init; }

    /// <summary>Walked backward, m.</summary>
    public double? BackwardM { get; init; }

    /// <summary>Lengths of the path walked backward; null: nothing was planned in lengths.</summary>
    public double? Lengths { get; init; }
}

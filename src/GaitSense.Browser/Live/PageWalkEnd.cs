namespace GaitSense.Browser.Live;

/// <summary>A walk in the page, afterwards.</summary>
internal sealed record PageWalkEnd
{
    /// <summary>Walked, rests not counted, s.</summary>
    public double WalkedS { get; init; }

    /// <summary>Steps.</summary>
    public int Steps { get; init; }

    /// <summary>Strides of both feet that were measured.</summary>
    public int Strides { get; init; }

    /// <summary>Walked backward, m; null: nothing.</summary>
    public double? BackwardM { get; init; }

    /// <summary>Lengths of the path walked backward; null: nothing was planned in lengths.</summary>
    public double? Lengths { get; init; }

    /// <summary>Samples.</summary>
    public long Samples { get; init; }

    /// <summary>Why nothing was kept from some moment on; null: all of it was.</summary>
    public string? StorageProblem { get; init; }
}

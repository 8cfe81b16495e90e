namespace GaitSense.Analysis.Cues;

/// <summary>What became of the cues as sound.</summary>
public sealed record CueDelivered
{
    /// <summary>Where they went; null where it is not known.</summary>
    public required string? Device { get; init; }

    /// <summary>Cues that began at their frame.</summary>
    public required long Begun { get; init; }

    /// <summary>Cues that came too late, and were left out.</summary>
    public required long Missed { get; init; }

    /// <summary>Cues that could not be placed: their frame was unknown, all voices were taken, or the device took no sound.</summary>
    public required long NotPlaced { get; init; }

    /// <summary>How often the device ran dry; null where it is not known.</summary>
    public required long? Underruns { get; init; }

    /// <summary>Why the sound ended before the walk did; null: it did not.</summary>
    public required string? Failure { get; init; }
}

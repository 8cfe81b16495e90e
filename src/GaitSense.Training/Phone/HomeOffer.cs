namespace GaitSense.Training.Phone;

/// <summary>A walk that is offered now.</summary>
public sealed record HomeOffer
{
    /// <summary>"comfortable-walk" or "backward".</summary>
    public required string Task { get; init; }

    /// <summary>Minutes of walking, rests not counted; null: the dose is in lengths.</summary>
    public double? Minutes { get; init; }

    /// <summary>Minutes between rests; null: no rest is built in.</summary>
    public double? RestAfter { get; init; }

    /// <summary>Minutes of a rest; null: no rest is built in.</summary>
    public double? Rest { get; init; }

    /// <summary>Backward lengths; null: the dose is in minutes.</summary>
    public int? Lengths { get; init; }

    /// <summary>Length of the path, m; null: the dose is in minutes.</summary>
    public double? PathM { get; init; }

    /// <summary>The walker's own cadence backward, as earlier sessions measured it, steps/min; null: not known.</summary>
    public double? BackwardCadence { get; init; }

    /// <summary>The slot of a clinic's plan that it is; null: the phone's own plan.</summary>
    public Guid? Slot { get; init; }

    /// <summary>The cue plan, as its file; null: without cues.</summary>
    public string? Plan { get; init; }
}

namespace GaitSense.Clinic.Live;

/// <summary>A live session at a moment.</summary>
internal sealed record Snapshot
{
    /// <summary>The session.</summary>
    public required Guid Session { get; init; }

    /// <summary>Whose.</summary>
    public required Guid Person { get; init; }

    /// <summary>The person's code.</summary>
    public required string Code { get; init; }

    /// <summary>The test by its name, "t25fw@1", or the task: "comfortable_walk".</summary>
    public required string Kind { get; init; }

    /// <summary>"connecting", "running", "ended"; "lost": another node leads it and does not answer.</summary>
    public required string State { get; init; }

    /// <summary>The walk's time, s.</summary>
    public required double TimeS { get; init; }

    /// <summary>Whether it goes backward: then the page says that it looks (Beat), or the walk stops.</summary>
    public required bool Backward { get; init; }

    /// <summary>Whether the person walks.</summary>
    public required bool IsWalking { get; init; }

    /// <summary>Cadence, steps/min.</summary>
    public double? CadenceSpm { get; init; }

    /// <summary>Speed, m/s.</summary>
    public double? SpeedMps { get; init; }

    /// <summary>Step time asymmetry, positive: right is longer, percent.</summary>
    public double? StepTimeAsymmetryPercent { get; init; }

    /// <summary>Direction of walking, as in files.</summary>
    public required string Direction { get; init; }

    /// <summary>Landings so far.</summary>
    public required int Steps { get; init; }

    /// <summary>Valid strides so far.</summary>
    public required int Strides { get; init; }

    /// <summary>Time walked, rests not counted, s.</summary>
    public required double WalkedS { get; init; }

    /// <summary>Minutes of the dose, or of the walk, that are left.</summary>
    public double? MinutesLeft { get; init; }

    /// <summary>The feet.</summary>
    public required BothFeetView Feet { get; init; }

    /// <summary>The cues; null: there are none.</summary>
    public CuesView? Cues { get; init; }

    /// <summary>What a person should know, a sentence each.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Whether nobody walks.</summary>
    public required bool Simulated { get; init; }
}

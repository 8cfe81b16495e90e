namespace GaitSense.Browser.Live;

/// <summary>How a walk in the page is at a moment.</summary>
internal sealed record PageState
{
    /// <summary>The shoes.</summary>
    public required PageShoes Shoes { get; init; }

    /// <summary>"connecting", "ready" (the shoes are, and nobody has begun), "walking" or "ended".</summary>
    public required string Phase { get; init; }

    /// <summary>Walked so far, rests not counted, s.</summary>
    public double WalkedS { get; init; }

    /// <summary>Still to walk, s; null: no time is set.</summary>
    public double? LeftS { get; init; }

    /// <summary>Walked backward so far, m.</summary>
    public double BackwardM { get; init; }

    /// <summary>Lengths of the path still to walk backward; null: the dose is not in lengths.</summary>
    public int? LengthsLeft { get; init; }

    /// <summary>Steps so far.</summary>
    public int Steps { get; init; }

    /// <summary>Cadence of the last steps, steps/min; null while not walking.</summary>
    public double? Cadence { get; init; }

    /// <summary>Direction of the last stride: "forward", "backward", "sideways", "in_place"; null: none yet.</summary>
    public string? Direction { get; init; }

    /// <summary>A rest is due by the plan.</summary>
    public bool RestDue { get; init; }

    /// <summary>The dose is walked.</summary>
    public bool Done { get; init; }

    /// <summary>The cues.</summary>
    public required PageCues Cues { get; init; }

    /// <summary>What is kept.</summary>
    public required PageStorage Storage { get; init; }

    /// <summary>Notifications taken.</summary>
    public long Packets { get; init; }

    /// <summary>Longest that one took, ms, since the walk began.</summary>
    public double SlowestMs { get; init; }
}

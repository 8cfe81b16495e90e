namespace GaitSense.Analysis.Cues;

/// <summary>All silence of one reason.</summary>
public sealed record CueSilenceTotal
{
    /// <summary>The reason, a name: <c>turning</c>, or of planned silence <c>baseline</c>, <c>fading</c>, <c>probe</c>, <c>plan_over</c>, <c>rest</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>The reason in words.</summary>
    public required string Words { get; init; }

    /// <summary>Whether the plan wanted it.</summary>
    public required bool IsPlanned { get; init; }

    /// <summary>How often cues that were being given stopped for it.</summary>
    public required int Times { get; init; }

    /// <summary>How long there were none, s.</summary>
    public required double Seconds { get; init; }
}

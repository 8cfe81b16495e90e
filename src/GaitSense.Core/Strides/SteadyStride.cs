namespace GaitSense.Core;

/// <summary>
/// What a stride by itself says about whether it may be steady walking: valid, forward or backward, confident, and straight. What only its neighbours say (turns of
/// the other foot, starts, stops, pauses) comes with the whole walk.
/// </summary>
public static class SteadyStride
{
    /// <summary>A stride that changes heading by more than this turns, degrees: 20.</summary>
    public const double TurnPerStrideDeg = 20;

    /// <summary>A stride below this confidence is left out: 0.5.</summary>
    public const double LowConfidence = 0.5;

    private const double TurnPerStrideRad = TurnPerStrideDeg * Math.PI / 180;

    /// <summary>Whether its direction is one of walking, and sure enough.</summary>
    public static bool IsWalking(in Stride stride) =>
        stride is { IsValid: true, Direction: WalkingDirection.Forward or WalkingDirection.Backward, Confidence: >= LowConfidence };

    /// <summary>Whether it changes heading by more than a straight stride does.</summary>
    public static bool IsTurning(in Stride stride) => stride.TurnRad is { } turn && Math.Abs(turn) > TurnPerStrideRad;
}

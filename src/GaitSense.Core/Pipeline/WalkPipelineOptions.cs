namespace GaitSense.Core;

/// <summary>What a person may say about one walk.</summary>
public sealed record WalkPipelineOptions
{
    /// <summary>The left foot's sensor.</summary>
    public FootPipelineOptions Left { get; init; } = new();

    /// <summary>The right foot's sensor.</summary>
    public FootPipelineOptions Right { get; init; } = new();

    /// <summary>Whether there is a left sensor. Its absence is said, not guessed: a late sensor is not a missing one. <value>The default is true.</value></summary>
    public bool HasLeft { get; init; } = true;

    /// <summary>Whether there is a right sensor. <value>The default is true.</value></summary>
    public bool HasRight { get; init; } = true;

    /// <summary>Whether both sensors share one clock. Without it there are no steps. <value>The default is true.</value></summary>
    public bool SharedClock { get; init; } = true;

    /// <summary>
    /// Standard uncertainty of the offset between the two feet's clocks, s, 0 to <see cref="MaxClockUncertaintyS"/>, until <see cref="WalkPipeline.SetClockUncertainty"/> says otherwise.
    /// <value>The default is 0: one clock.</value>
    /// </summary>
    public double ClockUncertaintyS { get; init; }

    /// <summary>Largest uncertainty of the clocks that can be said, s.</summary>
    public const double MaxClockUncertaintyS = 1;

    /// <summary>What of it cannot be, in words without a full stop; null: nothing. Whoever reads such options asks; <see cref="WalkPipeline"/> refuses what it finds.</summary>
    public string? FindFault() =>
        Left is null || Right is null ? "a foot's options are missing"
        : !(ClockUncertaintyS is >= 0 and <= MaxClockUncertaintyS) ? FootPipelineOptions.Beyond("an uncertainty of the clocks", ClockUncertaintyS, 0, MaxClockUncertaintyS, "s")
        : !HasLeft && !HasRight ? "a walk has at least one foot"
        : Left.FindFault() ?? Right.FindFault();
}

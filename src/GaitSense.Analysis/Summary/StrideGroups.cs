namespace GaitSense.Analysis.Summary;

/// <summary>Forward and backward are never mixed; steady and all valid strides are told apart.</summary>
public sealed record StrideGroups
{
    /// <summary>Steady forward walking (<see cref="SteadyRule"/>): without turns, and without the two strides at either end of a bout, at a pause and at a change of direction.</summary>
    public required StrideGroup SteadyForward { get; init; }

    /// <summary>Steady backward walking.</summary>
    public required StrideGroup SteadyBackward { get; init; }

    /// <summary>Every valid forward stride, turns, starts and stops included.</summary>
    public required StrideGroup AllValidForward { get; init; }

    /// <summary>Every valid backward stride.</summary>
    public required StrideGroup AllValidBackward { get; init; }
}

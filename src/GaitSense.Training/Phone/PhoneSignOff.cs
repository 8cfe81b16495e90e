using GaitSense.Training.People;

namespace GaitSense.Training.Phone;

/// <summary>What a team allowed at home, and for how long.</summary>
public sealed record PhoneSignOff
{
    /// <summary>What is allowed.</summary>
    public required SignOffKind What { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly Until { get; init; }
}

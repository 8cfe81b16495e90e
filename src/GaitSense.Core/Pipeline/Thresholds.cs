namespace GaitSense.Core;

/// <summary>
/// The thresholds of a foot's stages, a table each. No person sets them: they are the algorithm. Others than <see cref="Default"/> are for tests
/// and the benchmarks alone.
/// </summary>
internal sealed record Thresholds
{
    /// <summary>The algorithm's.</summary>
    public static Thresholds Default { get; } = new();

    /// <summary>When a foot stands still.</summary>
    public StillnessLimits Stillness { get; init; } = new();

    /// <summary>How noisy its sensors are.</summary>
    public FilterNoise Filter { get; init; } = new();

    /// <summary>When it leaves the ground and lands.</summary>
    public ContactLimits Contacts { get; init; } = new();
}

namespace GaitSense.Testing;

/// <summary>A run of <c>.ci/full</c> (GAITSENSE_FULL=1), in which long tests run too, and others longer.</summary>
public static class FullRun
{
    /// <summary>Whether this is one.</summary>
    public static bool IsWanted { get; } = string.Equals(Environment.GetEnvironmentVariable("GAITSENSE_FULL"), "1", StringComparison.Ordinal);
}

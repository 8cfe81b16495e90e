using System.ComponentModel.DataAnnotations;

namespace GaitSense.Streams;

/// <summary>How the feet's streams become one walk.</summary>
public sealed record MergeOptions
{
    /// <summary>
    /// A sample waits at most this long, from when it was taken, for the other foot to come as far, s. <value>The default is 0.08.</value>
    /// </summary>
    [Range(0, 5)]
    public double LongestMergeWaitS { get; init; } = 0.08;

    /// <summary>The walk begins without a foot whose sensor is not ready so long after the other's, s. <value>The default is 5.</value></summary>
    [Range(0, 60)]
    public double LongestStartWaitS { get; init; } = 5;
}

using System.ComponentModel.DataAnnotations;
using GaitSense.Walk;

namespace GaitSense.Sessions;

/// <summary>How one walk moves its samples, and what is said of the walk. All but <see cref="ReadOptions.CalibrationWalkS"/> is about memory and speed only.</summary>
public sealed class WalkRunnerOptions : ReadOptions
{
    /// <summary>Where these options live in a configuration.</summary>
    public const string SectionName = "GaitSense:Session";

    /// <summary>Blocks that may wait between the source and the core; when full, the source waits. <value>The default is 16.</value></summary>
    [Range(1, 4096)]
    public int QueueBlocks { get; set; } = 16;
}

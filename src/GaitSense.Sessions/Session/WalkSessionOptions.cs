using System.ComponentModel.DataAnnotations;

namespace GaitSense.Sessions;

/// <summary>How one session moves its samples, and what is said of the walk. All but <see cref="CalibrationWalkS"/> is about memory and speed only.</summary>
public sealed class WalkSessionOptions
{
    /// <summary>Where these options live in a configuration.</summary>
    public const string SectionName = "GaitSense:Session";

    /// <summary>
    /// The first seconds of a recording that are declared to be walked forward: they settle which way is forward where the mounting is unknown.
    /// <value>The default is 0: none.</value>
    /// </summary>
    [Range(0, 600)]
    public double CalibrationWalkS { get; set; }

    /// <summary>Blocks that may wait between the source and the core; when full, the source waits. <value>The default is 16.</value></summary>
    [Range(1, 4096)]
    public int QueueBlocks { get; set; } = 16;

    /// <summary>Samples of one block where the source is not paced. <value>The default is 512.</value></summary>
    [Range(1, 65536)]
    public int BlockSamples { get; set; } = 512;

    /// <summary>
    /// Things for the screen that may wait; when full, the oldest is dropped and counted. <value>The default is 4096.</value>
    /// </summary>
    [Range(16, 1 << 20)]
    public int ScreenQueue { get; set; } = 4096;
}

using GaitSense.Core;
using GaitSense.Feedback.Plan;

namespace GaitSense.Walk;

/// <summary>How a recording is read, and what is declared of its walk.</summary>
public class ReadOptions
{
    /// <summary>
    /// The first seconds of a recording that are declared to be walked forward: they settle which way is forward where the mounting is unknown.
    /// <value>The default is 0: none.</value>
    /// </summary>
    [Within(0, FootPipelineOptions.MaxCalibrationWalkS)]
    public double CalibrationWalkS { get; set; }

    /// <summary>Samples of one block. It is about memory and speed only. <value>The default is 512.</value></summary>
    [Within(1, 65536)]
    public int BlockSamples { get; set; } = 512;
}

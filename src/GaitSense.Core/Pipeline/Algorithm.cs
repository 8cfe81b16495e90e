namespace GaitSense.Core;

/// <summary>Which algorithm a walk's numbers were made by.</summary>
public static class Algorithm
{
    /// <summary>
    /// Raised by one with every change after which the same samples may give another row of events, strides, steps, path, turns or bouts, or other cues: a threshold, an equation,
    /// how samples get their time. What merely adds a column, a page or a message leaves it. A session keeps it; a replay compares rows only where it is the same. The test
    /// AlgorithmVersionTests notices a change of the shipped sample's rows.
    /// <value>2. 1: the first that was counted; sessions from before have none. 2: a lost packet of a MetaMotion's first module moves no rates any more.</value>
    /// </summary>
    public const int Version = 2;
}

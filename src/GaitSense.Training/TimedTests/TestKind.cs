namespace GaitSense.Training.TimedTests;

/// <summary>What kind of course a timed test has.</summary>
public enum TestKind
{
    /// <summary>From line to line; the result is a time.</summary>
    Line,

    /// <summary>Out of a chair, around a mark and back; the result is a time.</summary>
    Chair,

    /// <summary>As far as one comes in a given time; the result is a distance.</summary>
    Distance,

    /// <summary>Walking with and without a second task for a given time; the result is a cost.</summary>
    DualTask,
}

using GaitSense.Training.Records;
using GaitSense.Training.Volume;

namespace GaitSense.Training.Days;

/// <summary>How a walk's session ended, and what it keeps of what was walked. Where no sample ever came there was no walk: that is a failure of the sensors, whoever ended the waiting.</summary>
public static class EndRule
{
    /// <summary>How far a session came.</summary>
    /// <param name="hasSamples">Whether any sample came.</param>
    /// <param name="hasFailed">Whether sensors or program failed.</param>
    /// <param name="isStopped">Whether somebody stopped it.</param>
    /// <param name="isDoseOpen">Whether some of a planned dose is left.</param>
    public static SessionStatus StatusOf(bool hasSamples, bool hasFailed, bool isStopped, bool isDoseOpen) =>
        !hasSamples || hasFailed ? SessionStatus.CutOff : isStopped || isDoseOpen ? SessionStatus.EndedEarly : SessionStatus.Completed;

    /// <summary>The dose that is kept beside a walk's summary. Without a summary the contacts that were seen tell how much it was, and that it was nothing.</summary>
    /// <param name="progress">What the feet did.</param>
    /// <param name="hasSummary">Whether the walk has a summary.</param>
    public static SessionDose DoseOf(DoseProgress progress, bool hasSummary)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return hasSummary ? new() { Lengths = progress.Lengths } : new() { Minutes = progress.WalkedS / 60, Lengths = progress.Lengths, BackwardM = progress.BackwardM };
    }
}

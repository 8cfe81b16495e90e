namespace GaitSense.Training.TimedTests;

/// <summary>Where a timed test is.</summary>
public enum TestState
{
    /// <summary>The course is laid, the instruction is read; the feet may move.</summary>
    Setup,

    /// <summary>Both feet have been still for 2 s.</summary>
    Ready,

    /// <summary>"Go" comes any moment; a step now is a false start.</summary>
    Armed,

    /// <summary>The clock runs.</summary>
    Running,

    /// <summary>The clock has stopped; the feet may still come to rest.</summary>
    Ended,

    /// <summary>A person has looked at the trial. The next one begins with <see cref="Setup"/>.</summary>
    Reviewed,

    /// <summary>No more trials: all are done, two failed, or a person ended it.</summary>
    Over,
}

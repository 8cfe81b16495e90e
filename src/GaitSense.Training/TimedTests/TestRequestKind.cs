namespace GaitSense.Training.TimedTests;

/// <summary>What a person may ask of a timed test.</summary>
public enum TestRequestKind
{
    /// <summary>"Go" comes next. From <see cref="TestState.Ready"/>; from <see cref="TestState.Setup"/> too, where feet will not be still (tremor, clonus): then the trial needs attention.</summary>
    Arm,

    /// <summary>"Go" is said. From <see cref="TestState.Armed"/>, or <see cref="TestState.Ready"/> at once.</summary>
    Go,

    /// <summary>The clock stops.</summary>
    Stop,

    /// <summary>The far end of a corridor is passed.</summary>
    Lap,

    /// <summary>The person rests; the clock runs.</summary>
    Rest,

    /// <summary>The person walks again.</summary>
    GoOn,

    /// <summary>An error in the second task.</summary>
    Error,

    /// <summary>The trial is broken off; its reason is kept.</summary>
    Abort,

    /// <summary>A person has looked at the trial and takes it, with the chosen candidate.</summary>
    Accept,

    /// <summary>A person has looked at the trial and it does not count; its reason is kept.</summary>
    Reject,

    /// <summary>The next trial.</summary>
    Next,

    /// <summary>No more trials.</summary>
    End,

    /// <summary>Why the trial was broken off that was broken off last without a reason: there was something else to do first.</summary>
    Why,

    /// <summary>The trial is kept as it is and waits for a person's eye: nobody who could choose is there.</summary>
    Leave,
}

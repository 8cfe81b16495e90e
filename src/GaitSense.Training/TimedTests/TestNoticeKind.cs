namespace GaitSense.Training.TimedTests;

/// <summary>What a timed test has to say.</summary>
public enum TestNoticeKind
{
    /// <summary>The state changed.</summary>
    State,

    /// <summary>A minute is over: announced.</summary>
    Minute,

    /// <summary>A foot left before "go".</summary>
    FalseStart,

    /// <summary>What was asked for is not possible now; nothing changed.</summary>
    Refused,

    /// <summary>A trial is kept.</summary>
    TrialKept,

    /// <summary>The clock has stopped and the feet have come to rest, or were given long enough for it: what they say of the trial will not change.</summary>
    Settled,
}

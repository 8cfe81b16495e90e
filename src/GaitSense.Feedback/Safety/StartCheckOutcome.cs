namespace GaitSense.Feedback.Safety;

/// <summary>What came of the check before the walk.</summary>
public enum StartCheckOutcome
{
    /// <summary>There was none.</summary>
    NotAsked,

    /// <summary>It is under way, or the walk ended before it.</summary>
    UnderWay,

    /// <summary>Each foot answered where it should.</summary>
    Passed,

    /// <summary>The feet did not come to rest.</summary>
    NotStill,

    /// <summary>A sensor was not heard, or the feet's clocks did not agree.</summary>
    SensorLost,

    /// <summary>The other foot answered: sensors or headphones are on the wrong side.</summary>
    WrongFoot,

    /// <summary>No foot answered: not heard, or not felt by the sensor.</summary>
    NoAnswer,

    /// <summary>It was skipped on request.</summary>
    Overruled,

    /// <summary>A sensor gives too few readings a second for taps to be heard (<see cref="TapWatch.MinRateHz"/>).</summary>
    SensorTooSlow,
}

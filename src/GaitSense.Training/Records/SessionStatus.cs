namespace GaitSense.Training.Records;

/// <summary>How far a session came.</summary>
public enum SessionStatus
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>The planned dose was done.</summary>
    Completed,

    /// <summary>It ended before the planned dose.</summary>
    EndedEarly,

    /// <summary>It was cut off: power, program, radio.</summary>
    CutOff,
}

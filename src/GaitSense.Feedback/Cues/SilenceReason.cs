namespace GaitSense.Feedback.Cues;

/// <summary>Why there are no cues.</summary>
public enum SilenceReason
{
    /// <summary>There are.</summary>
    None,

    /// <summary>Four clean steps have not been seen yet.</summary>
    NotStepping,

    /// <summary>A landing did not come when it should have.</summary>
    StepMissed,

    /// <summary>A step that was too short, too long, or of the wrong foot.</summary>
    StepIrregular,

    /// <summary>A landing that the detector is not sure of.</summary>
    StepUnsure,

    /// <summary>The beat and the steps have come apart.</summary>
    OutOfPhase,

    /// <summary>Samples of a foot are missing.</summary>
    SensorLost,

    /// <summary>The feet's clocks are not sure enough of each other.</summary>
    ClockUnsure,

    /// <summary>A step went another way than the practice asks for.</summary>
    WrongDirection,

    /// <summary>The walk turns.</summary>
    Turning,

    /// <summary>Cadence is outside what the plan allows, or varies too much.</summary>
    CadenceOutOfRange,

    /// <summary>A silent part of the plan: baseline, fading, probe or rest.</summary>
    Planned,

    /// <summary>Stopped on request.</summary>
    Stopped,

    /// <summary>The check before the walk has not been passed.</summary>
    Unchecked,

    /// <summary>Backward practice: the feet have not walked forward what they went back, or where they are on the path is not known.</summary>
    AwayFromStart,

    /// <summary>Cues fell silent so often that they ended for this walk.</summary>
    TooManySilences,

    /// <summary>A sensor's readings cannot be right: its axes, scale or place.</summary>
    SensorFault,

    /// <summary>Backward practice: the checklist is not confirmed.</summary>
    Unconfirmed,

    /// <summary>Stairs, or a slope as steep.</summary>
    Steep,
}

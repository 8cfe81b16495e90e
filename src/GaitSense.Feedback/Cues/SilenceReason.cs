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

    /// <summary>Planned: the baseline at the start is walked without cues.</summary>
    Baseline,

    /// <summary>Planned: a minute without cues, because the plan cues a share of the minutes (fading).</summary>
    Fading,

    /// <summary>Planned: the last part of the walk is without cues, to see what remains of them (fading.probe_s).</summary>
    Probe,

    /// <summary>Planned: the plan's time is over.</summary>
    PlanOver,

    /// <summary>Planned: the rest after a stretch of backward practice that was as long as the plan lets it be.</summary>
    Rest,

    /// <summary>Of a cue, not of a silence: words that could not wait came instead.</summary>
    Interrupted,

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

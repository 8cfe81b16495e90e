using GaitSense.Feedback.Plan;

namespace GaitSense.Feedback.Cues;

/// <summary>Requests to the cues during the walk. Part of the walk's inputs: the same requests at the same samples give the same cues.</summary>
public enum CueRequest
{
    /// <summary>Silence, at once, until <see cref="Go"/>.</summary>
    Stop,

    /// <summary>Cues again, after clean steps; and without the check before the walk, where it was not passed.</summary>
    Go,

    /// <summary>The checklist of backward practice is confirmed (<see cref="BackwardPlan.Checklist"/>), and that the path behind is clear from where the walker is.</summary>
    ConfirmChecklist,

    /// <summary>The battery of the left sensor will not last; that is said.</summary>
    BatteryLeft,

    /// <summary>The battery of the right sensor will not last; that is said.</summary>
    BatteryRight,
}

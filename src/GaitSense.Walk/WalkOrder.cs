namespace GaitSense.Walk;

/// <summary>The order in which the parts of a walk are notified.</summary>
public enum WalkOrder
{
    /// <summary>Cues, which wait for no other part.</summary>
    Cues,

    /// <summary>The rows of the result tables, made once, and handed to all who keep them.</summary>
    Rows,

    /// <summary>The recorder of the session.</summary>
    Recorder,

    /// <summary>Summary, report and the tables' files: they show what became of the cues.</summary>
    Results,

    /// <summary>Screens, checks and other observers.</summary>
    Feed,
}

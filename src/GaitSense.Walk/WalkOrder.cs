namespace GaitSense.Walk;

/// <summary>In which order the parts of a walk are told. Whoever is told twice of one thing is told in this order.</summary>
public enum WalkOrder
{
    /// <summary>Cues: what is to be heard waits for nobody.</summary>
    Cues,

    /// <summary>The rows of the result tables, made once, and handed to all who keep them.</summary>
    Rows,

    /// <summary>The recorder of the session.</summary>
    Recorder,

    /// <summary>Summary, report and the tables' files: they show what became of the cues.</summary>
    Results,

    /// <summary>Screens, checks and whoever else looks on.</summary>
    Feed,
}

namespace GaitSense.Training.Gates;

/// <summary>When a question is asked.</summary>
public enum QuestionTime
{
    /// <summary>First, each time: one screen.</summary>
    First,

    /// <summary>After "yes, something is new".</summary>
    AfterNews,

    /// <summary>During a pause, where there is no clinic.</summary>
    DuringPause,

    /// <summary>When the fall diary is due.</summary>
    FallDiary,

    /// <summary>Before each walk.</summary>
    BeforeWalk,

    /// <summary>Before each walk at home.</summary>
    BeforeWalkAtHome,

    /// <summary>Before walking backward at home, each time: the checklist.</summary>
    BeforeBackwardAtHome,

    /// <summary>In rests and after the walk.</summary>
    InRests,
}

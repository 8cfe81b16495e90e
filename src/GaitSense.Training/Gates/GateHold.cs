namespace GaitSense.Training.Gates;

/// <summary>What a gate holds.</summary>
public enum GateHold
{
    /// <summary>All of today.</summary>
    Session,

    /// <summary>Walking backward.</summary>
    Backward,

    /// <summary>Walking backward at home.</summary>
    BackwardAtHome,

    /// <summary>A second task at home.</summary>
    SecondTaskAtHome,

    /// <summary>A part of the dose.</summary>
    Dose,
}

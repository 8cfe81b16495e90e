namespace GaitSense.Training.Progression;

/// <summary>What is proposed to a clinician.</summary>
public enum ProposalKind
{
    /// <summary>A little more, of one thing.</summary>
    Up,

    /// <summary>Less.</summary>
    Down,

    /// <summary>A pause: there is nothing less to go down to.</summary>
    Pause,
}

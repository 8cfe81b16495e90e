namespace GaitSense.Feedback.Plan;

/// <summary>What is practised.</summary>
public enum Practice
{
    /// <summary>Walking forward.</summary>
    Forward,

    /// <summary>Walking backward, behind its own gates (<see cref="BackwardPlan"/>).</summary>
    Backward,
}

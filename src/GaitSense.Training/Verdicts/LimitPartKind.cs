namespace GaitSense.Training.Verdicts;

/// <summary>What a limit is made of: the largest of these.</summary>
public enum LimitPartKind
{
    /// <summary>A published detectable change of the same definition.</summary>
    Published,

    /// <summary>What the person's own baseline visits differ by.</summary>
    Own,

    /// <summary>What measuring adds to two values.</summary>
    Measuring,
}

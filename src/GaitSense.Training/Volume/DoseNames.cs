namespace GaitSense.Training.Volume;

/// <summary>Names of the measures that a session's dose is read from.</summary>
public static class DoseNames
{
    /// <summary>Time walked, forward and backward, rests not counted, s.</summary>
    public const string WalkedS = "walked_s";

    /// <summary>Strides of both feet.</summary>
    public const string Strides = "strides";

    /// <summary>Walking without a pause: how many times.</summary>
    public const string Bouts = "bouts";

    /// <summary>Lengths of the path walked backward.</summary>
    public const string BackwardLengths = "backward_lengths";

    /// <summary>Distance walked backward, m.</summary>
    public const string BackwardM = "backward_m";
}

using GaitSense.Core;

namespace GaitSense.Feedback.Safety;

/// <summary>
/// Whether each foot has left the ground since it landed. A foot that is to land soon is in the air; where it is not, the walker has stopped, or started to
/// drag it, and its beat is taken back. A landing that does not come is known only after its beat; this is known before.
/// </summary>
internal sealed class LiftWatch
{
    /// <summary>
    /// So much of a step before its beat a foot must have been lifted. Feet leave the ground within the first 0.2 to 0.4 of a step, the later the slower the walk
    /// (double support); what is left is for the age of a sample when it comes here and for the output latency.
    /// </summary>
    public const double BeforeBeat = 0.35;

    // Swings of the shortest steps reach 0.4 m/s, standing feet stay below 0.1 m/s, rising heels reach 0.2 m/s.
    private const double LiftMps = 0.3;

    private readonly bool[] _isLifted = new bool[2];

    /// <summary>A sample of a foot.</summary>
    public void Observe(in FootPose pose)
    {
        if (pose.Phase == FootPhase.FootFlat) _isLifted[(int)pose.Foot] = false; // a heel that rose and came down again
        else if (pose.Phase == FootPhase.Swing || pose.VelocityMps.Length > LiftMps) _isLifted[(int)pose.Foot] = true;
    }

    /// <summary>A foot landed.</summary>
    public void Land(Foot foot) => _isLifted[(int)foot] = false;

    /// <summary>Whether a foot has been lifted since.</summary>
    public bool IsLifted(Foot foot) => _isLifted[(int)foot];
}

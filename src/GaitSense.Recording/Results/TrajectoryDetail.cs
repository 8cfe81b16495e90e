namespace GaitSense.Recording.Results;

/// <summary>Which points of the path go into <c>trajectory.csv</c>.</summary>
public enum TrajectoryDetail
{
    /// <summary>The mid-stance instants.</summary>
    MidStance,

    /// <summary>Every sample.</summary>
    Full,
}

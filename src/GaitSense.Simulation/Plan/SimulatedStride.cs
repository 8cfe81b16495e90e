using GaitSense.Core;

namespace GaitSense.Simulation.Plan;

/// <summary>The truth about one stride: the words of <see cref="Stride"/>, known rather than estimated.</summary>
public sealed record SimulatedStride
{
    /// <summary>The foot.</summary>
    public required Foot Foot { get; init; }

    /// <summary>Running number among this foot's strides, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The manner the script asked for.</summary>
    public required WalkManner Manner { get; init; }

    /// <summary>Whether observers would not agree to call it a step; the reference asks for no judgement there.</summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>Opening initial contact, s; null for a first stride after standing.</summary>
    public required double? StartS { get; init; }

    /// <summary>Where the sole begins to leave the ground, s.</summary>
    public required double HeelOffS { get; init; }

    /// <summary>Terminal contact, s.</summary>
    public required double TerminalContactS { get; init; }

    /// <summary>Closing initial contact, s.</summary>
    public required double EndS { get; init; }

    /// <summary>Where the foot is flat again, s.</summary>
    public required double FootFlatS { get; init; }

    /// <summary>Mid-stance instant before the swing, s.</summary>
    public required double MidStanceStartS { get; init; }

    /// <summary>Mid-stance instant after the swing, s.</summary>
    public required double MidStanceEndS { get; init; }

    /// <summary>Horizontal distance of the sensor between the mid-stance instants, m.</summary>
    public required double LengthM { get; init; }

    /// <summary>Where the swing went along the foot's axis; <see cref="WalkingDirection.Unknown"/> where that is ambiguous.</summary>
    public required WalkingDirection Direction { get; init; }

    /// <summary>Greatest height of the sensor above the line between the mid-stances, m.</summary>
    public required double ClearanceM { get; init; }

    /// <summary>Least height of the sole above the ground in the middle half of the swing, m.</summary>
    public required double ToeClearanceM { get; init; }

    /// <summary>Height at the end minus height at the start, m.</summary>
    public required double HeightChangeM { get; init; }

    /// <summary>Foot angle at the closing initial contact, rad, toe up positive.</summary>
    public required double AngleAtInitialContactRad { get; init; }

    /// <summary>Foot angle at terminal contact, rad, toe up positive.</summary>
    public required double AngleAtTerminalContactRad { get; init; }

    /// <summary>Change of heading between the mid-stances, rad, left positive.</summary>
    public required double TurnRad { get; init; }
}

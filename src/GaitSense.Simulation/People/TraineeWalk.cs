namespace GaitSense.Simulation.People;

/// <summary>What became of a walk that a simulated person was asked for.</summary>
public sealed record TraineeWalk
{
    /// <summary>Why it ended early; none: it did not.</summary>
    public required TraineeStop Stop { get; init; }

    /// <summary>Time walked, rests not counted, s.</summary>
    public required double WalkedS { get; init; }

    /// <summary>Time from start to end, with rests, s.</summary>
    public required double DurationS { get; init; }

    /// <summary>Strides of both feet.</summary>
    public required int Strides { get; init; }

    /// <summary>Bouts of walking.</summary>
    public required int Bouts { get; init; }

    /// <summary>Lengths walked backward, whole ones; 0: a walk forward.</summary>
    public int Lengths { get; init; }

    /// <summary>Distance walked backward, m.</summary>
    public double BackwardM { get; init; }

    /// <summary>Mean speed in the direction that was asked for, m/s.</summary>
    public required double SpeedMps { get; init; }

    /// <summary>Mean stride length in that direction, m.</summary>
    public required double StrideLengthM { get; init; }

    /// <summary>Fatigue before, faces 1 to 5.</summary>
    public required int FatigueBefore { get; init; }

    /// <summary>Fatigue after, faces 1 to 5.</summary>
    public required int FatigueAfter { get; init; }

    /// <summary>Pain after, faces 1 to 5.</summary>
    public required int Pain { get; init; }

    /// <summary>Fatigue was told when it was asked.</summary>
    public required bool ToldFatigue { get; init; }
}

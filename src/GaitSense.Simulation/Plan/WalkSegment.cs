using GaitSense.Core;

namespace GaitSense.Simulation.Plan;

/// <summary>
/// A part of a walk's script. Parts of the same manner follow each other without a stop; between others the feet come together and pause.
/// </summary>
public sealed record WalkSegment
{
    private WalkSegment()
    {
    }

    /// <summary>How the person moves; null while standing.</summary>
    public WalkManner? Manner { get; private init; }

    /// <summary>Number of steps, both feet together; 0 while standing.</summary>
    public int Steps { get; private init; }

    /// <summary>Change of heading over the whole part, rad, left positive.</summary>
    public double TurnRad { get; private init; }

    /// <summary>Stride length relative to the person's usual one for this manner. <value>The default is 1.</value></summary>
    public double LengthScale { get; init; } = 1;

    /// <summary>The foot that steps first where this part begins from standing. <value>The default is null: the one whose turn it is, at the start the right one.</value></summary>
    public Foot? FirstFoot { get; init; }

    /// <summary>How long the person stands, s; 0 while moving.</summary>
    public double StandS { get; private init; }

    /// <summary>Taps of a foot on the floor while standing, from the begin of this part; at least a second from its ends. <value>The default is none.</value></summary>
    public IReadOnlyList<FootTap> Taps { get; init; } = [];

    /// <summary>How long the feet tremble in place before the next step, s; 0 when they do not.</summary>
    public double FreezeS { get; private init; }

    /// <summary>
    /// Whether these steps are so small that observers would not agree to call them steps: the reference asks for no judgement there.
    /// <value>The default is false.</value>
    /// </summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>Freezing of gait: the feet stay where they are, apart from each other as they were, and tremble; then the walk goes on.</summary>
    /// <param name="seconds">How long the next step is late, s; 2 or more, for the feet are still before and after it.</param>
    public static WalkSegment Freeze(double seconds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seconds, 2);
        return new() { FreezeS = seconds };
    }

    /// <summary>Standing still.</summary>
    /// <param name="seconds">How long, s; 0.3 or more, so that both feet are seen at rest.</param>
    public static WalkSegment Stand(double seconds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seconds, 0.3);
        return new() { StandS = seconds };
    }

    /// <summary>A number of steps in one manner.</summary>
    /// <param name="manner">How.</param>
    /// <param name="steps">How many steps, both feet together; 1 or more.</param>
    /// <param name="turnRad">Change of heading spread evenly over them, rad, left positive; at most 1 rad a step.</param>
    public static WalkSegment Walk(WalkManner manner, int steps, double turnRad = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(turnRad, steps);
        ArgumentOutOfRangeException.ThrowIfLessThan(turnRad, -steps);
        return new() { Manner = manner, Steps = steps, TurnRad = turnRad };
    }
}

using GaitSense.Core;

namespace GaitSense.Streams;

/// <summary>How long a foot's samples were there in a walk, whatever became of them: lost on the air, not made, or without a sensor to make them.</summary>
/// <param name="Foot">The foot.</param>
/// <param name="WalkS">The walk, from its clock's 0 to the last sample of either foot, s.</param>
/// <param name="AwayS">Time without samples, in stretches of <see cref="MinAwayS"/> and more, s.</param>
/// <param name="AwayAtEndS">Of it the stretch that lasted to the end; 0 where it was back by then, s.</param>
/// <param name="Stretches">How many there were.</param>
public readonly record struct FootPresence(Foot Foot, double WalkS, double AwayS, double AwayAtEndS, int Stretches)
{
    /// <summary>What is shorter is lost packets, s.</summary>
    public const double MinAwayS = 0.5;
}

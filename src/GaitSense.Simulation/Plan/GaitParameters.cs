using GaitSense.Core;
using GaitSense.Simulation.Motion;

namespace GaitSense.Simulation.Plan;

/// <summary>How a person walks, in the words of a clinic. The defaults are a healthy adult at a comfortable speed.</summary>
public sealed record GaitParameters
{
    /// <summary>Steps a minute, both feet together. <value>The default is 112; 20 to 160.</value></summary>
    public double CadenceStepsPerMin { get; init; } = 112;

    /// <summary>Stride length walking forward, m. <value>The default is 1.40; 0.1 to 2.0.</value></summary>
    public double StrideLengthM { get; init; } = 1.40;

    /// <summary>Walking speed that follows from cadence and stride length, m/s.</summary>
    public double SpeedMps => StrideLengthM * CadenceStepsPerMin / 120;

    /// <summary>Sideways distance between the feet, m. <value>The default is 0.12.</value></summary>
    public double StepWidthM { get; init; } = 0.12;

    /// <summary>SD of the stride time, s. <value>The default is 0.018.</value></summary>
    public double StrideTimeSdS { get; init; } = 0.018;

    /// <summary>SD of the stride length, m. <value>The default is 0.03.</value></summary>
    public double StrideLengthSdM { get; init; } = 0.03;

    /// <summary>SD of foot angles, relative. <value>The default is 0.04.</value></summary>
    public double AngleVariation { get; init; } = 0.04;

    /// <summary>SD of the landing's and ringing's size, relative. <value>The default is 0.25.</value></summary>
    public double LandingVariation { get; init; } = 0.25;

    /// <summary>ln(right / left) of the step time. <value>The default is 0.</value></summary>
    public double StepTimeLnRatio { get; init; }

    /// <summary>ln(right / left) of the step length. <value>The default is 0.</value></summary>
    public double StepLengthLnRatio { get; init; }

    /// <summary>Relative change of stride length per minute, for fatigue. <value>The default is 0.</value></summary>
    public double LengthDriftPerMin { get; init; }

    /// <summary>Relative change of cadence per minute, for fatigue. <value>The default is 0.</value></summary>
    public double CadenceDriftPerMin { get; init; }

    /// <summary>Relative change of foot angles and clearance per minute, for fatigue. <value>The default is 0.</value></summary>
    public double LiftDriftPerMin { get; init; }

    /// <summary>Chance that a step hesitates. <value>The default is 0.</value></summary>
    public double HesitationChance { get; init; }

    /// <summary>Longest hesitation, s. <value>The default is 1.5.</value></summary>
    public double HesitationMaxS { get; init; } = 1.5;

    /// <summary>Chance that a start from standing is broken off once: the heel lifts and comes down again before the step. <value>The default is 0.</value></summary>
    public double FalseStartChance { get; init; }

    /// <summary>How much the feet sway while standing, rad. <value>The default is 0; thousandths are usual.</value></summary>
    public double SwayRad { get; init; }

    /// <summary>How far the heels tremble while standing or sitting, rad. <value>The default is 0; 0.01 to 0.03 are usual with tremor.</value></summary>
    public double TremorRad { get; init; }

    /// <summary>How fast they tremble, Hz. <value>The default is 4.</value></summary>
    public double TremorHz { get; init; } = 4;

    /// <summary>How far the heel of <see cref="ClonusFoot"/> beats in spells of clonus while standing or sitting, rad. <value>The default is 0; 0.04 to 0.1 are usual.</value></summary>
    public double ClonusRad { get; init; }

    /// <summary>The foot with clonus: 5 to 7 beats a second that die away. <value>The default is the left foot.</value></summary>
    public Foot ClonusFoot { get; init; } = Foot.Left;

    /// <summary>How hard the heel comes down with the first beats of a spell, m/s². <value>The default is 10.</value></summary>
    public double ClonusKnockMps2 { get; init; } = 10;

    /// <summary>How much the feet feel a walking stick touch the ground, m/s². <value>The default is 0: no stick.</value></summary>
    public double StickTapMps2 { get; init; }

    /// <summary>The foot with whose landing the stick lands; it is held in the other hand. <value>The default is the right foot.</value></summary>
    public Foot StickWith { get; init; } = Foot.Right;

    /// <summary>
    /// Backward stride length relative to forward. <value>The default is 0.65.</value> Backward, stride length and speed fall while cadence
    /// does not (Laufer 2005).
    /// </summary>
    public double BackwardLengthRatio { get; init; } = 0.65;

    /// <summary>Added to the stance share when walking backward: double support rises (Laufer 2005). <value>The default is 0.03.</value></summary>
    public double BackwardStanceGain { get; init; } = 0.03;

    /// <summary>Height of a stair, m. <value>The default is 0.17.</value></summary>
    public double RiserM { get; init; } = 0.17;

    /// <summary>Depth of a stair, m. <value>The default is 0.29.</value></summary>
    public double TreadM { get; init; } = 0.29;

    /// <summary>The left foot.</summary>
    public FootGait Left { get; init; } = new();

    /// <summary>The right foot.</summary>
    public FootGait Right { get; init; } = new();

    /// <summary>The shoe and where the sensor sits on it.</summary>
    public FootGeometry Geometry { get; init; } = new();

    /// <summary>Both feet changed in the same way.</summary>
    public GaitParameters WithBothFeet(Func<FootGait, FootGait> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this with { Left = change(Left), Right = change(Right) };
    }
}

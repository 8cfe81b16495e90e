using GaitSense.Core;
using GaitSense.Reference;
using GaitSense.Simulation.Motion;
using GaitSense.Simulation.Plan;

namespace GaitSense.Simulation;

/// <summary>A simulated walk: the exact motion of both feet and the truth about it.</summary>
public sealed class SimulatedWalk
{
    internal SimulatedWalk(FootTrajectory left, FootTrajectory right, double durationS, IReadOnlyList<BodyPlace> body)
    {
        (Left, Right, DurationS, Body) = (left, right, durationS, body);
        Strides = [.. WalkTruth.StridesOf(left, durationS).Concat(WalkTruth.StridesOf(right, durationS)).OrderBy(s => s.EndS)];
        Reference = new ReferenceData
        {
            Events =
            [
                .. Strides
                    .SelectMany(s => (ReferenceEvent[])
                    [
                        new(s.Foot, GaitEventKind.TerminalContact, DeviceTime.FromSeconds(s.TerminalContactS), s.Direction),
                        new(s.Foot, GaitEventKind.InitialContact, DeviceTime.FromSeconds(s.EndS), s.Direction),
                    ])
                    .OrderBy(e => e.Time),
            ],
            Strides =
            [
                .. Strides.Select(s => new ReferenceStride(
                    s.Foot, DeviceTime.FromSeconds(s.MidStanceStartS), DeviceTime.FromSeconds(s.MidStanceEndS), s.LengthM, s.Direction)),
            ],
            Ignored =
            [
                .. Strides.Where(s => s.IsAmbiguous).Select(s => new IgnoredSpan(
                    s.Foot, DeviceTime.FromSeconds(s.HeelOffS), DeviceTime.FromSeconds(s.FootFlatS), "a tiny step while freezing: observers would not agree to call it one")),
            ],
        };
    }

    /// <summary>Motion of the left foot.</summary>
    public FootTrajectory Left { get; }

    /// <summary>Motion of the right foot.</summary>
    public FootTrajectory Right { get; }

    /// <summary>Length of the walk, s, from time 0.</summary>
    public double DurationS { get; }

    /// <summary>Where the body was at each landing, in time order.</summary>
    public IReadOnlyList<BodyPlace> Body { get; }

    /// <summary>Every stride of both feet, in the order of their closing contacts.</summary>
    public IReadOnlyList<SimulatedStride> Strides { get; }

    /// <summary>Events and strides as a reference folder holds them.</summary>
    public ReferenceData Reference { get; }

    /// <summary>Motion of one foot.</summary>
    public FootTrajectory this[Foot foot] => foot == Foot.Left ? Left : Right;
}

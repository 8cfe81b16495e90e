using GaitSense.Core;
using GaitSense.Simulation.Motion;

namespace GaitSense.Simulation.Plan;

/// <summary>Reads the truth off a foot's exact motion.</summary>
internal static class WalkTruth
{
    /// <summary>A rest longer than this closes a stride and opens the next as a first one, s.</summary>
    private const double StandingS = 1.2;

    /// <summary>How far into a long rest its mid-stance instants lie from the movements, s.</summary>
    private const double SettleS = 0.3;

    public static List<SimulatedStride> StridesOf(FootTrajectory trajectory, double endS)
    {
        IReadOnlyList<MovementPlan> movements = trajectory.Movements;
        List<SimulatedStride> strides = [];
        for (int i = 0; i < movements.Count; i++)
        {
            StrideTiming t = movements[i].Timing;
            double restBefore = i == 0 ? 0 : movements[i - 1].Timing.FlatS;
            double restAfter = i == movements.Count - 1 ? endS : movements[i + 1].Timing.ReleaseS;
            bool first = i == 0 || t.ReleaseS - restBefore > StandingS;
            bool last = i == movements.Count - 1 || restAfter - t.FlatS > StandingS;
            double start = first ? Math.Max((restBefore + t.ReleaseS) / 2, t.ReleaseS - SettleS) : (restBefore + t.ReleaseS) / 2;
            double end = last ? Math.Min((t.FlatS + restAfter) / 2, t.FlatS + SettleS) : (t.FlatS + restAfter) / 2;
            strides.Add(Measure(trajectory, movements[i], i, first ? null : movements[i - 1].Timing.InitialContactS, start, end));
        }

        return strides;
    }

    /// <summary>
    /// The direction of a displacement seen along the foot's axis at the start and half way through the turn: forward or backward beyond
    /// cosines of +-0.6, sideways within +-0.4, in place below 0.10 m, otherwise ambiguous.
    /// </summary>
    public static WalkingDirection DirectionOf(Vector3D way, double startHeadingRad, double endHeadingRad)
    {
        double length = Math.Sqrt((way.X * way.X) + (way.Y * way.Y));
        if (length < 0.09) return WalkingDirection.InPlace;
        if (length < 0.11) return WalkingDirection.Unknown;
        WalkingDirection atStart = Along(startHeadingRad);
        return Along((startHeadingRad + endHeadingRad) / 2) == atStart ? atStart : WalkingDirection.Unknown;

        WalkingDirection Along(double heading)
        {
            (double s, double c) = Math.SinCos(heading);
            double along = ((way.X * c) + (way.Y * s)) / length, left = (way.Y * c) - (way.X * s);
            if (along > 0.6) return WalkingDirection.Forward;
            if (along < -0.6) return WalkingDirection.Backward;
            if (Math.Abs(along) > 0.4) return WalkingDirection.Unknown;
            return left > 0 ? WalkingDirection.Left : WalkingDirection.Right;
        }
    }

    private static SimulatedStride Measure(FootTrajectory trajectory, MovementPlan movement, int index, double? startS, double from, double to)
    {
        StrideTiming t = movement.Timing;
        FootState a = trajectory.At(from), b = trajectory.At(to);
        Vector3D way = b.PositionM - a.PositionM;
        double highest = 0, lowestSole = double.PositiveInfinity;
        const int Steps = 200;
        for (int i = 0; i <= Steps; i++)
        {
            double share = (double)i / Steps, time = t.ReleaseS + (share * (t.FlatS - t.ReleaseS));
            double line = a.PositionM.Z + (way.Z * (time - from) / (to - from));
            highest = Math.Max(highest, trajectory.At(time).PositionM.Z - line);
            double swing = t.TerminalContactS + ((0.25 + (0.5 * share)) * (t.InitialContactS - t.TerminalContactS));
            lowestSole = Math.Min(lowestSole, trajectory.SoleClearanceM(swing));
        }

        return new SimulatedStride
        {
            Foot = trajectory.Foot,
            Index = index,
            Manner = movement.Manner,
            IsAmbiguous = movement.IsAmbiguous,
            StartS = startS,
            HeelOffS = t.ReleaseS,
            TerminalContactS = t.TerminalContactS,
            EndS = t.InitialContactS,
            FootFlatS = t.FlatS,
            MidStanceStartS = from,
            MidStanceEndS = to,
            LengthM = Math.Sqrt((way.X * way.X) + (way.Y * way.Y)),
            Direction = DirectionOf(way, a.HeadingRad, b.HeadingRad),
            ClearanceM = highest,
            ToeClearanceM = lowestSole,
            HeightChangeM = way.Z,
            AngleAtInitialContactRad = trajectory.At(t.InitialContactS).AngleRad,
            AngleAtTerminalContactRad = trajectory.At(t.TerminalContactS).AngleRad,
            TurnRad = b.HeadingRad - a.HeadingRad,
        };
    }
}

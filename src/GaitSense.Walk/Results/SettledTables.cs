using GaitSense.Analysis.Walks;
using GaitSense.Core;
using GaitSense.Recording.Results;

namespace GaitSense.Walk;

/// <summary>The tables that a walk's end decides, from the one definition of which strides count.</summary>
internal static class SettledTables
{
    public static void Write(TableRowHandler rows, SettledWalk walk)
    {
        using SettledWriter tables = new(rows);
        for (int i = 0; i < walk.Uses.Count; i++)
        {
            Stride stride = walk.Walk.Strides[i];
            tables.Write(in stride, new SettledStride(walk.DoubleSupportPercent(i), walk.SingleSupportPercent(i), walk.BoutOf(i), Words.InFiles(walk.Uses[i])));
        }

        foreach (WalkTurn t in walk.Turns) tables.Write(new TurnRow(t.Foot, t.Start, t.End, t.AngleRad, t.PeakRateRadPerS, t.Steps));
        foreach (WalkBout b in walk.Bouts)
        {
            tables.Write(new BoutRow
            {
                Number = b.Number,
                Foot = b.Foot,
                Start = b.Start,
                End = b.End,
                Strides = (b.Strides, b.ValidStrides, b.SteadyStrides),
                Direction = b.Direction,
                DistanceM = b.DistanceM,
                SpeedMps = b.SpeedMps,
                CadenceStepsPerMin = b.CadenceStepsPerMin,
                StrideLengthM = b.StrideLengthM,
            });
        }
    }
}

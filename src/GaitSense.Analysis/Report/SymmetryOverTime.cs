using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Statistics;
using GaitSense.Analysis.Summary;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Report;

/// <summary>The symmetry index of the last strides, as it develops.</summary>
internal static class SymmetryOverTime
{
    /// <summary>Half of the neutral band, percent. A choice for the eye: healthy people are never exactly 0, and no norm is claimed.</summary>
    public const double BandPercent = 5;

    /// <summary>
    /// One point for each steady stride from which on the last <see cref="Gates.SymmetryStrides"/> steady strides of both feet go the same way; a change
    /// between forward and backward starts anew.
    /// </summary>
    public static List<PlotPoint> Of(SettledWalk walk, ReportTime time, StrideValue pick)
    {
        List<PlotPoint> result = [];
        Queue<double>[] last = [new(), new()];
        WalkingDirection direction = WalkingDirection.Unknown;
        GrowingList<Stride> strides = walk.Strides;
        foreach (int i in Enumerable.Range(0, strides.Count).Where(i => walk.Uses[i] == StrideUse.Steady).OrderBy(i => time.At(strides[i].Foot, strides[i].End)))
        {
            ref readonly Stride stride = ref strides[i];
            if (pick(in stride) is not { } value) continue;
            if (stride.Direction != direction)
            {
                direction = stride.Direction;
                foreach (Queue<double> q in last) q.Clear();
            }

            Queue<double> own = last[(int)stride.Foot];
            own.Enqueue(value);
            if (own.Count > Gates.SymmetryStrides) own.Dequeue();
            if (last.Any(q => q.Count < Gates.SymmetryStrides)) continue;
            double l = last[0].Average(), r = last[1].Average();
            if (l + r > 0) result.Add(new PlotPoint(time.At(stride.Foot, stride.End), 100 * (r - l) / (0.5 * (l + r))));
        }

        return result;
    }
}

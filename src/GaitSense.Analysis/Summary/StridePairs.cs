using GaitSense.Core;

namespace GaitSense.Analysis;

/// <summary>Each left stride with the right stride that lands next, in uninterrupted runs. Needs one clock.</summary>
internal sealed class StridePairs
{
    // Landings of a pair farther apart are not one stride but a pause.
    private const double LongestS = 3;

    private readonly List<List<(Stride Left, Stride Right)>> _runs = [];

    /// <param name="left">Left strides in time order.</param>
    /// <param name="right">Right strides in time order.</param>
    public StridePairs(List<Stride> left, List<Stride> right)
    {
        for (int l = 0, r = 0; l < left.Count; l++)
        {
            while (r < right.Count && right[r].End <= left[l].End) r++;
            if (r == right.Count) break;
            if (l + 1 < left.Count && left[l + 1].End < right[r].End) continue;
            if (right[r].End.SecondsSince(left[l].End) > LongestS) continue;
            bool follows = _runs.Count > 0 && left[l].Start == _runs[^1][^1].Left.End && right[r].Start == _runs[^1][^1].Right.End;
            if (!follows) _runs.Add([]);
            _runs[^1].Add((left[l], right[r]));
        }
    }

    /// <summary>The pairs in which both strides have the value, run by run; a pair without it ends a run.</summary>
    public IReadOnlyList<IReadOnlyList<(double Left, double Right)>> Of(Func<Stride, double?> pick)
    {
        List<List<(double, double)>> runs = [];
        foreach (List<(Stride Left, Stride Right)> run in _runs)
        {
            bool open = false;
            foreach ((Stride left, Stride right) in run)
            {
                bool has = pick(left) is { } && pick(right) is { };
                if (has && !open) runs.Add([]);
                if (has) runs[^1].Add((pick(left)!.Value, pick(right)!.Value));
                open = has;
            }
        }

        return runs;
    }
}

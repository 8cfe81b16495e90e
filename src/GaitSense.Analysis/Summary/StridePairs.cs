using GaitSense.Analysis.Walks;

namespace GaitSense.Analysis.Summary;

/// <summary>Each left stride with the right stride that lands next, in uninterrupted runs. Needs one clock.</summary>
internal sealed class StridePairs
{
    // Landings of a pair farther apart are not one stride but a pause.
    private const double MaxPairS = 3;

    private readonly StrideSeries _left;
    private readonly StrideSeries _right;
    private readonly List<List<(int Left, int Right)>> _runs = [];

    /// <param name="left">Left strides in time order.</param>
    /// <param name="right">Right strides in time order.</param>
    public StridePairs(StrideSeries left, StrideSeries right)
    {
        (_left, _right) = (left, right);
        for (int l = 0, r = 0; l < left.Count; l++)
        {
            while (r < right.Count && right[r].End <= left[l].End) r++;
            if (r == right.Count) break;
            if (l + 1 < left.Count && left[l + 1].End < right[r].End) continue;
            if (right[r].End.SecondsSince(left[l].End) > MaxPairS) continue;
            bool follows = _runs.Count > 0 && left[l].Start == left[_runs[^1][^1].Left].End && right[r].Start == right[_runs[^1][^1].Right].End;
            if (!follows) _runs.Add([]);
            _runs[^1].Add((l, r));
        }
    }

    /// <summary>The pairs in which both strides have a finite value, run by run; a pair without it ends a run.</summary>
    public IReadOnlyList<IReadOnlyList<(double Left, double Right)>> Of(StrideValue pick)
    {
        List<List<(double, double)>> runs = [];
        foreach (List<(int Left, int Right)> run in _runs)
        {
            bool open = false;
            foreach ((int l, int r) in run)
            {
                (double left, double right) = (pick(in _left[l]) ?? double.NaN, pick(in _right[r]) ?? double.NaN);
                bool has = double.IsFinite(left) && double.IsFinite(right);
                if (has && !open) runs.Add([]);
                if (has) runs[^1].Add((left, right));
                open = has;
            }
        }

        return runs;
    }
}

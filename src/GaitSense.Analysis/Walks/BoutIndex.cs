using GaitSense.Core;

namespace GaitSense.Analysis.Walks;

/// <summary>
/// Which bout each stride of a walk belongs to. Where the feet share no clock, or no bouts are known, an uninterrupted series of one foot's strides stands for a
/// bout of that foot.
/// </summary>
internal sealed class BoutIndex
{
    private readonly int?[] _bouts;
    private readonly List<List<int>> _series = [];

    private BoutIndex(WalkRecord walk)
    {
        _bouts = new int?[walk.Strides.Count];
        IsOfBothFeet = walk.Context.SharedClock && walk.Bouts.Count > 0;
        foreach (Foot foot in BothFeet.InOrder)
        {
            int last = -2;
            List<int> series = [];
            for (int i = 0; i < _bouts.Length; i++)
            {
                Stride stride = walk.Strides[i];
                if (stride.Foot != foot) continue;
                int bout = IsOfBothFeet ? BoutOf(walk.Bouts, in stride) : -1;
                bool opens = IsOfBothFeet ? bout != last : stride.Start is null;
                if (opens || series.Count == 0) _series.Add(series = []);
                series.Add(i);
                last = bout;
                _bouts[i] = IsOfBothFeet ? bout < 0 ? null : bout + 1 : _series.Count;
            }
        }

        Count = IsOfBothFeet ? walk.Bouts.Count : _series.Count;
    }

    /// <summary>How many bouts there are.</summary>
    public int Count { get; }

    /// <summary>Whether bouts are of both feet together.</summary>
    public bool IsOfBothFeet { get; }

    /// <summary>The strides of one foot in one bout, by their place in <see cref="WalkRecord.Strides"/>, in time order.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Series => _series;

    public static BoutIndex Of(WalkRecord walk) => new(walk);

    /// <summary>Number of a stride's bout, from 1; null: it is in none.</summary>
    public int? this[int stride] => _bouts[stride];

    private static int BoutOf(IReadOnlyList<Bout> bouts, in Stride stride)
    {
        int low = 0, high = bouts.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (bouts[middle].End >= stride.TerminalContact) high = middle;
            else low = middle + 1;
        }

        return low < bouts.Count && stride.End >= bouts[low].Start ? low : -1;
    }
}

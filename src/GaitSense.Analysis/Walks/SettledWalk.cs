using GaitSense.Analysis.Summary;
using GaitSense.Core;

namespace GaitSense.Analysis.Walks;

/// <summary>What is known of a walk's strides only once it is over: which bout each is in, and whether it counts as steady.</summary>
public sealed class SettledWalk
{
    private readonly BoutIndex _index;

    /// <summary>Looks at a walk.</summary>
    public SettledWalk(WalkRecord walk)
    {
        ArgumentNullException.ThrowIfNull(walk);
        _index = BoutIndex.Of(walk);
        Steps = new WalkSteps(walk.Steps);
        Walk = walk;
        Strides = walk.StridesInPlace;
        Uses = SteadyRule.Classify(walk, _index);
        Bouts = WalkBout.Of(walk, _index, Uses);
        Turns = WalkTurn.Of(walk);
    }

    /// <summary>The walk.</summary>
    public WalkRecord Walk { get; }

    /// <summary>The use of each of its strides.</summary>
    public IReadOnlyList<StrideUse> Uses { get; }

    /// <summary>The walk's strides, in its order.</summary>
    internal GrowingList<Stride> Strides { get; }

    /// <summary>The walk's steps.</summary>
    internal WalkSteps Steps { get; }

    /// <summary>Its bouts, by number.</summary>
    public IReadOnlyList<WalkBout> Bouts { get; }

    /// <summary>Its turns.</summary>
    public IReadOnlyList<WalkTurn> Turns { get; }

    /// <summary>Number of a stride's bout, from 1; null: it is in none.</summary>
    /// <param name="stride">Its place among the walk's strides.</param>
    public int? BoutOf(int stride) => _index[stride];

    /// <summary>Both double supports of a stride, percent of its time; null where they are not known.</summary>
    /// <param name="stride">Its place among the walk's strides.</param>
    public double? DoubleSupportPercent(int stride) => 100 * Steps.DoubleSupportS(in Strides[stride]) / Strides[stride].StrideTimeS;

    /// <summary>The part of a stride in which its foot alone is on the ground, percent of its time; null where it is not known.</summary>
    /// <param name="stride">Its place among the walk's strides.</param>
    public double? SingleSupportPercent(int stride) => 100 * Steps.SingleSupportS(in Strides[stride]) / Strides[stride].StrideTimeS;
}

using GaitSense.Benchmarks;
using GaitSense.Core;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;

namespace GaitSense.Analysis.Tests;

public sealed class CoverageTests
{
    private const int DrawnWalks = 30, WholeWalks = 16;

    private static readonly string[] Kinds = ["ln ratio", "SD", "CV", "mean"];

    private static readonly Lazy<CoverageTally> Drawn = new(() => CoverageStudy.Drawn(DrawnWalks, clockUncertaintyS: 0.010));

    private static readonly Lazy<CoverageTally> Whole = new(() => CoverageStudy.Whole(WholeWalks).Tally);

    public static TheoryData<string> Quantities => [.. StudiedQuantity.All.Select(q => q.Name)];

    [Theory]
    [MemberData(nameof(Quantities))]
    public void Intervals_ManySimulatedWalks_HoldWhatIsTrueOfTheWalker(string quantity) => ShouldHold(Drawn.Value, quantity, DrawnWalks);

    [Theory]
    [MemberData(nameof(Quantities))]
    public void Intervals_WholeCoreAndAnotherWalkerEachTime_HoldWhatIsTrueOfTheWalker(string quantity) => ShouldHold(Whole.Value, quantity, WholeWalks);

    [Fact]
    public void WalkerTruth_ALongWalk_ComesToIt()
    {
        GaitParameters person = SimulationPresets.All.First(p => string.Equals(p.Name, "ms-foot-drop", StringComparison.Ordinal)).Person;
        StudiedWalker walked = new("walked", person, 600), stated = new("stated", person);
        foreach (StudiedQuantity q in StudiedQuantity.All)
        {
            foreach (Foot foot in (Foot[])[Foot.Left, Foot.Right])
            {
                // 300 strides: an SD is known to 4 %, a mean to 6 % of the SD.
                walked.MeanOf(q, foot).ShouldBe(stated.MeanOf(q, foot), 0.25 * stated.SdOf(q, foot), q.Name);
                walked.SdOf(q, foot).ShouldBe(stated.SdOf(q, foot), 0.17 * stated.SdOf(q, foot), q.Name);
            }
        }
    }

    // Four standard deviations of a binomial share below 95 %.
    private static void ShouldHold(CoverageTally tally, string quantity, int walks)
    {
        double least = 0.95 - (4 * Math.Sqrt(0.95 * 0.05 / walks));
        foreach (string kind in Kinds) tally.Of(kind, quantity).ShouldBeGreaterThan(least, kind);
    }
}

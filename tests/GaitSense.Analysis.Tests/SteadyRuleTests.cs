using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Report;
using GaitSense.Analysis.Summary;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Tests;

/// <summary>Which strides count, and what the tables say of bouts and turns.</summary>
public sealed class SteadyRuleTests
{
    private const WalkingDirection Forward = WalkingDirection.Forward, Backward = WalkingDirection.Backward;

    [Fact]
    public void Classify_APauseWithinABout_LeavesOutTwoStridesOfThatFootOnEitherSide()
    {
        WalkRecord walk = new FakeWalk().Play((Forward, 20));
        int pause = IndexOf(walk, Foot.Left, 10);
        WalkRecord paused = With(walk, pause, s => s with { Start = null });
        IReadOnlyList<StrideUse> uses = SteadyRule.Classify(paused);
        Of(paused, uses, Foot.Left).Select((u, i) => (u, i)).Where(x => x.u == StrideUse.Pause).Select(x => x.i).ShouldBe([8, 9, 10, 11]);
        Of(paused, uses, Foot.Right).ShouldNotContain(StrideUse.Pause, "the other foot did not pause");
        new SettledWalk(paused).Bouts.Count.ShouldBe(1, "a short pause ends no bout");
    }

    [Fact]
    public void Classify_AChangeBetweenForwardAndBackward_LeavesOutTwoStridesOnEitherSide()
    {
        WalkRecord walk = new FakeWalk().Play((Forward, 20));
        WalkRecord turned = walk with { Strides = [.. walk.Strides.Select(s => s.Index < 12 ? s : s with { Direction = Backward })] };
        foreach (Foot foot in new[] { Foot.Left, Foot.Right })
        {
            StrideUse[] uses = Of(turned, SteadyRule.Classify(turned), foot);
            uses.Select((u, i) => (u, i)).Where(x => x.u == StrideUse.DirectionChange).Select(x => x.i).ShouldBe([10, 11, 12, 13]);
            (uses[9], uses[14]).ShouldBe((StrideUse.Steady, StrideUse.Steady));
        }
    }

    [Fact]
    public void Classify_AStrideOfUnknownDirection_IsNoChangeOfDirection()
    {
        WalkRecord walk = With(new FakeWalk().Play((Forward, 20)), 20, s => s with { Direction = WalkingDirection.Unknown });
        IReadOnlyList<StrideUse> uses = SteadyRule.Classify(walk);
        uses.ShouldNotContain(StrideUse.DirectionChange);
        uses[20].ShouldBe(StrideUse.OtherDirection);
        SteadyRule.Classify(With(walk, 20, s => s with { Direction = Backward, Confidence = 0.3 })).ShouldNotContain(StrideUse.DirectionChange, "the core is not sure of it");
    }

    [Fact]
    public void Bouts_WithoutASharedClock_AreThoseOfEachFoot()
    {
        SettledWalk shared = new(new FakeWalk().Play((Forward, 20), (Forward, 10))), separate = new(new FakeWalk { SharedClock = false }.Play((Forward, 20), (Forward, 10)));
        shared.Bouts.Select(b => (b.Number, b.Foot, b.Strides)).ShouldBe([(1, null, 40), (2, null, 20)]);
        separate.Bouts.Select(b => (b.Number, b.Foot, b.Strides)).ShouldBe([(1, Foot.Left, 20), (2, Foot.Left, 10), (3, Foot.Right, 20), (4, Foot.Right, 10)]);
        separate.Uses.Count(u => u == StrideUse.Steady).ShouldBe(shared.Uses.Count(u => u == StrideUse.Steady));
        foreach (SettledWalk walk in new[] { shared, separate })
            for (int i = 0; i < walk.Uses.Count; i++) walk.BoutOf(i).ShouldNotBeNull();
        shared.Bouts[0].DistanceM!.Value.ShouldBe(20 * 1.23, 0.3);
        shared.Bouts[0].SpeedMps!.Value.ShouldBe(1.23 / 1.1, 0.02);
    }

    [Fact]
    public void Turns_SeenByBothFeet_AreOneOfTheirMeanAngle()
    {
        WalkRecord walk = new FakeWalk().Play((Forward, 20)) with { Turns = [Turn(Foot.Left, 10, 13, 1.5), Turn(Foot.Right, 10.6, 13.6, 1.7), Turn(Foot.Left, 15, 17, -1), Turn(Foot.Right, 13.2, 14.4, -2)] };
        IReadOnlyList<WalkTurn> turns = WalkTurn.Of(walk);
        turns.Select(t => Math.Round(t.AngleRad, 9)).ShouldBe([1.6, -2, -1], "a turn the other way is another turn, also where it overlaps");
        turns[0].Foot.ShouldBeNull();
        WalkSummary.From(walk).Totals.Turns.ShouldBe(3);
        WalkTurn.Of(walk with { Context = walk.Context with { SharedClock = false } }).Select(t => t.Foot).ShouldBe([Foot.Left, Foot.Left, Foot.Right, Foot.Right]);
    }

    [Fact]
    public void Turns_OfHalfATurnInOneStride_GoTheWayOfTheOtherFoot()
    {
        WalkRecord walk = new FakeWalk().Play((Forward, 20)) with { Turns = [Turn(Foot.Left, 10, 12.5, -3.23), Turn(Foot.Right, 10.8, 12, 3.098)] };
        WalkTurn turn = WalkTurn.Of(walk).ShouldHaveSingleItem();
        turn.AngleRad.ShouldBe((-3.23 + 3.098 - (2 * Math.PI)) / 2, 1e-9);
    }

    [Fact]
    public void SymmetryOverTime_OfAWalkWhoseTurnsAreUneven_ShowsTheStraightPartsOnly()
    {
        // In a turn the outer foot goes farther: minutes of turns look like an asymmetry that nobody has.
        WalkRecord walk = new FakeWalk { LeftLengthM = 1.2, RightLengthM = 1.2, NoiseM = 0 }.Play((Forward, 60));
        WalkRecord turning = walk with { Strides = [.. walk.Strides.Select(s => s.Index % 3 == 0 && s.Foot == Foot.Right ? s with { LengthM = 1.6, TurnRad = 0.6 } : s)] };
        List<PlotPoint> points = SymmetryOverTime.Of(new SettledWalk(turning), new ReportTime(turning), (in s) => s.LengthM);
        points.Count.ShouldBeGreaterThan(20);
        points.ShouldAllBe(p => Math.Abs(p.Y) < 1e-9);
        WalkSummary.From(turning).Statistics.SteadyForward.Symmetry.StrideLength.Percent!.Value.ShouldBe(0, 1e-9);
    }

    private static Turn Turn(Foot foot, double fromS, double toS, double rad) => new(foot, DeviceTime.FromSeconds(fromS), DeviceTime.FromSeconds(toS), rad);

    private static WalkRecord With(WalkRecord walk, int at, Func<Stride, Stride> change) => walk with { Strides = [.. walk.Strides.Select((s, i) => i == at ? change(s) : s)] };

    private static int IndexOf(WalkRecord walk, Foot foot, int index) => walk.Strides.Select((s, i) => (s, i)).Single(x => x.s.Foot == foot && x.s.Index == index).i;

    private static StrideUse[] Of(WalkRecord walk, IReadOnlyList<StrideUse> uses, Foot foot) => [.. uses.Where((_, i) => walk.Strides[i].Foot == foot)];
}

using FsCheck;
using FsCheck.Fluent;
using GaitSense.Analysis.Statistics;
using GaitSense.Core;

namespace GaitSense.Analysis.Tests;

public sealed class SymmetryTests
{
    [Fact]
    public void Of_FeetExchanged_ChangesTheSignOfEverything()
    {
        Gen<double> value = Gen.Choose(200, 2000).Select(v => v / 1000.0);
        Prop.ForAll(value.ArrayOf(16).Two().ToArbitrary(), feet =>
        {
            SymmetryIndex a = SymmetryIndex.Of(feet.Item1, feet.Item2, 0.004), b = SymmetryIndex.Of(feet.Item2, feet.Item1, 0.004);
            return Near(a.LnRatioPercent, -b.LnRatioPercent) && Near(a.Percent, -b.Percent) && Near(a.SymmetryAnglePercent, -b.SymmetryAnglePercent)
                && Near(a.Ratio, 1 / b.Ratio) && Near(a.Ci95Low, -b.Ci95High) && Near(a.SymmetryAngleCi95High, -b.SymmetryAngleCi95Low)
                && Near(a.RatioCi95Low, 1 / b.RatioCi95High);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Of_AnyFeet_LieInTheirIntervals()
    {
        Gen<double> value = Gen.Choose(200, 2000).Select(v => v / 1000.0);
        Prop.ForAll(value.ArrayOf(12).Two().ToArbitrary(), feet =>
        {
            SymmetryIndex s = SymmetryIndex.Of(feet.Item1, feet.Item2);
            return s.Ci95Low <= s.Percent && s.Percent <= s.Ci95High && s.RatioCi95Low <= s.Ratio && s.Ratio <= s.RatioCi95High
                && s.SymmetryAngleCi95Low <= s.SymmetryAnglePercent && s.Percent > -200 && s.Percent < 200;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void OfPairs_WhatBothFeetShare_DoesNotWidenTheIntervalOfTheirRatio()
    {
        // Both feet change together from stride to stride, the right one always 10 % above the left.
        (double, double)[] run = [.. Enumerable.Range(0, 20).Select(i => 1 + (0.2 * Math.Sin(i))).Select(v => (v, 1.1 * v))];
        SymmetryIndex s = SymmetryIndex.OfPairs([run]);

        s.LnRatioPercent!.Value.ShouldBe(100 * Math.Log(1.1), 1e-9);
        (s.LnRatioCi95High!.Value - s.LnRatioCi95Low!.Value).ShouldBe(0, 1e-9);
    }

    [Fact]
    public void Phases_KnownLandings_GiveTheHandComputedIndex()
    {
        // 171 and 189 in turn: mean 180, mean deviation 9 = 5 %, SD = 9 sqrt(40 / 39).
        PhaseCoordination p = PhaseCoordination.Of([.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 171.0 : 189.0)], Foot.Right, 1.0);

        p.PhaseDeviationPercent!.Value.ShouldBe(5, 1e-9);
        p.PhaseCvPercent!.Value.ShouldBe(5 * Math.Sqrt(40.0 / 39), 1e-9);
        p.Percent!.Value.ShouldBe(5 + (5 * Math.Sqrt(40.0 / 39)), 1e-9);
        p.Provisional.ShouldBeTrue();
        p.Ci95Low!.Value.ShouldBeLessThanOrEqualTo(p.Percent.Value);
        p.Ci95High!.Value.ShouldBeGreaterThanOrEqualTo(p.Percent.Value);
    }

    [Fact]
    public void Phases_UncertainClock_WidensTheIntervalAndThenWithholds()
    {
        // All at 190: PCI = 10 / 180; 5 ms in a stride of 1 s are 1.8 degrees, 1 % of 180.
        double[] phases = [.. Enumerable.Repeat(190.0, 50)];
        PhaseCoordination p = PhaseCoordination.Of(phases, Foot.Left, 1.0, clockUncertaintyS: 0.005);

        p.ClockPartPercent!.Value.ShouldBe(1, 1e-9);
        (p.Ci95High!.Value - p.Percent!.Value).ShouldBe(1.96, 0.01);
        p.Provisional.ShouldBeFalse();
        PhaseCoordination.Of(phases, Foot.Left, 1.0, clockUncertaintyS: 0.011).Withheld!.ShouldContain("too uncertain");
        PhaseCoordination.Of(phases[..29], Foot.Left, 1.0).Withheld.ShouldBe("29 of at least 30 needed");
    }

    private static bool Near(double? a, double? b) => a is { } x && b is { } y && Math.Abs(x - y) <= 1e-9 * Math.Max(1, Math.Abs(x));
}

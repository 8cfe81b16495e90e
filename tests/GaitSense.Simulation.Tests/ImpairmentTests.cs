using GaitSense.Core;
using GaitSense.Simulation.Motion;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;

namespace GaitSense.Simulation.Tests;

public sealed class ImpairmentTests
{
    private static SimulatedWalk Walk(string preset, ulong seed = 3)
    {
        SimulationPreset p = SimulationPresets.Find(preset)!;
        return Walker.Walk(p.Person, p.ScriptFor(p.DurationS), seed);
    }

    private static double[] Readings(FootTrajectory foot, double fromS, double toS, Func<FootSample, double> of) =>
        [.. Enumerable.Range(0, (int)((toS - fromS) * 200)).Select(i => of(foot.IdealSample(fromS + (i / 200.0))))];

    private static double Rms(double[] x) => Math.Sqrt(x.Average(v => v * v));

    /// <summary>Rests of both feet of 2 s or more before a step, without half a second at either end.</summary>
    private static IEnumerable<(double FromS, double ToS)> LongRests(SimulatedWalk walk) => walk.Strides.OrderBy(s => s.HeelOffS)
        .Select(s => (FromS: walk.Strides.Where(o => o.HeelOffS < s.HeelOffS).Select(o => o.FootFlatS).DefaultIfEmpty(0).Max(), ToS: s.HeelOffS))
        .Where(r => r.ToS - r.FromS > 2)
        .Select(r => (r.FromS + 0.5, r.ToS - 0.5));

    [Fact]
    public void Freezing_Episodes_TrembleAtThreeToEightHertzWithoutAStep()
    {
        SimulatedWalk walk = Walk("freezing");
        (double FromS, double ToS)[] episodes = [.. LongRests(walk).Skip(1)];
        episodes.Length.ShouldBeGreaterThan(3);
        foreach ((double from, double to) in episodes)
            foreach (Foot foot in (Foot[])[Foot.Left, Foot.Right])
            {
                double[] rate = Readings(walk[foot], from + 0.5, to - 0.5, s => s.GyroRadPerS.Y);
                int crossings = rate.Zip(rate.Skip(1), (a, b) => a * b < 0 ? 1 : 0).Sum();
                (crossings / 2.0 / (rate.Length / 200.0)).ShouldBeInRange(3, 8);
                Rms(rate).ShouldBeInRange(0.3, 3);
                // The sole stays where it is: the sensor comes back, and its way is centimetres.
                (walk[foot].At(to).PositionM - walk[foot].At(from).PositionM).Length.ShouldBeLessThan(1e-9);
            }
    }

    [Fact]
    public void Freezing_TinySteps_AreTruthButNotJudged()
    {
        SimulatedWalk walk = Walk("freezing");
        SimulatedStride[] tiny = [.. walk.Strides.Where(s => s.IsAmbiguous)];
        tiny.Length.ShouldBeGreaterThan(12);
        walk.Reference.Ignored.Count.ShouldBe(tiny.Length);
        tiny.Where(s => s.StartS is not null).ShouldAllBe(s => s.LengthM < 0.3);
        foreach (SimulatedStride s in walk.Strides.Where(s => !s.IsAmbiguous))
            walk.Reference.Ignored.ShouldAllBe(i => i.Foot != s.Foot || i.End.Seconds <= s.HeelOffS || i.Start.Seconds >= s.FootFlatS);
    }

    [Fact]
    public void StandingSway_Rests_SwayBelowTheRotationOfAnyStep()
    {
        SimulatedWalk walk = Walk("standing-sway");
        (double FromS, double ToS)[] rests = [.. LongRests(walk)];
        rests.Length.ShouldBeGreaterThan(3);
        foreach ((double from, double to) in rests)
        {
            Rms(Readings(walk.Left, from + 0.5, to - 0.5, s => s.GyroRadPerS.Y)).ShouldBeInRange(0.01, 0.2);
            walk.Left.At(from).VelocityMps.Length.ShouldBe(0, 1e-12);
            walk.Left.At(to).VelocityMps.Length.ShouldBe(0, 1e-12);
        }
    }

    [Fact]
    public void StartHesitation_BeforeFirstSteps_LiftsTheHeelAndSetsItDownAgain()
    {
        SimulatedWalk walk = Walk("start-hesitation");
        int lifts = 0;
        foreach ((double from, double to) in LongRests(walk))
        {
            double highest = new[] { Foot.Left, Foot.Right }.Max(foot => Enumerable.Range(0, 100).Max(i => -walk[foot].At(from + ((to - from) * i / 100)).AngleRad));
            if (highest > 0.15) lifts++;
            for (double t = from; t < to; t += 0.05) walk.Right.SoleClearanceM(t).ShouldBe(0);
        }

        lifts.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void WalkingStick_Taps_AreFaintAndComeOnceAStride()
    {
        SimulationPreset preset = SimulationPresets.Find("walking-stick")!;
        SimulatedWalk with = Walk("walking-stick"), without = Walker.Walk(preset.Person with { StickTapMps2 = 0 }, preset.ScriptFor(preset.DurationS), 3);
        with.Strides.Select(s => s.EndS).ShouldBe(without.Strides.Select(s => s.EndS));
        double[] left = [.. Enumerable.Range(0, (int)(with.DurationS * 200)).Select(i => (with.Left.At(i / 200.0).AccelerationMps2 - without.Left.At(i / 200.0).AccelerationMps2).Length)];
        left.Max().ShouldBeInRange(0.4, 2);
        int taps = 0, quiet = 0;
        foreach (double size in left)
        {
            if (size > 0.01 && quiet > 40) taps++;
            quiet = size > 0.01 ? 0 : quiet + 1;
        }

        taps.ShouldBeInRange(with.Strides.Count(s => s.Foot == Foot.Right) - 2, with.Strides.Count(s => s.Foot == Foot.Right) + 2);
    }

    [Fact]
    public void WalkingStick_Gait_IsSlowWithLongerStanceOnTheAffectedSide()
    {
        SimulatedStride[] steady = [.. Walk("walking-stick").Strides.Where(s => s.StartS is not null && Math.Abs(s.TurnRad) < 0.2)];
        double Stance(Foot foot) => steady.Where(s => s.Foot == foot).Average(s => (s.TerminalContactS - s.StartS!.Value) / (s.EndS - s.StartS.Value));
        Stance(Foot.Right).ShouldBeGreaterThan(Stance(Foot.Left) + 0.01);
        (steady.Sum(s => s.LengthM) / steady.Sum(s => s.EndS - s.StartS!.Value)).ShouldBeInRange(0.35, 0.6);
    }

    [Fact]
    public void FootDropSevere_RightFoot_LandsOnTheToesAndSwingsOutward()
    {
        SimulatedWalk walk = Walk("ms-foot-drop-severe");
        foreach (SimulatedStride s in walk.Strides.Where(s => s.LengthM > 0.6 && Math.Abs(s.TurnRad) < 0.2))
        {
            if (s.Foot == Foot.Right) s.AngleAtInitialContactRad.ShouldBeInRange(-0.45, -0.15);
            else s.AngleAtInitialContactRad.ShouldBeGreaterThan(0.1);
            s.Direction.ShouldNotBe(WalkingDirection.Backward);
        }
    }

    [Fact]
    public void Spastic_LeftFoot_HardlyTurnsAndCircumducts()
    {
        SimulatedStride[] steady = [.. Walk("ms-spastic").Strides.Where(s => s.LengthM > 0.6)];
        double Sweep(Foot foot) => steady.Where(s => s.Foot == foot).Average(s => s.AngleAtInitialContactRad - s.AngleAtTerminalContactRad);
        Sweep(Foot.Left).ShouldBeLessThan(0.5 * Sweep(Foot.Right));
        SimulatedWalk walk = Walk("ms-spastic");
        double Outward(Foot foot) => walk.Strides.Where(s => s.Foot == foot && s.LengthM > 0.6 && Math.Abs(s.TurnRad) < 0.1).Average(s =>
        {
            FootState a = walk[foot].At(s.MidStanceStartS), m = walk[foot].At((s.TerminalContactS + s.EndS) / 2), b = walk[foot].At(s.MidStanceEndS);
            Vector3D way = (b.PositionM - a.PositionM).Normalized(), left = new(-way.Y, way.X, 0);
            return (foot == Foot.Left ? 1 : -1) * Vector3D.Dot(m.PositionM - a.PositionM, left);
        });
        (Outward(Foot.Left) - Outward(Foot.Right)).ShouldBeGreaterThan(0.03);
    }

    [Fact]
    public void Ataxic_Strides_VaryFarMoreThanHealthyOnes()
    {
        double Cv(string preset, Func<SimulatedStride, double> of)
        {
            double[] x = [.. Walk(preset).Strides.Where(s => s.StartS is not null && Math.Abs(s.TurnRad) < 0.2 && s.LengthM > 0.4).Skip(4).Select(of)];
            return Math.Sqrt(x.Average(v => Math.Pow(v - x.Average(), 2))) / x.Average();
        }

        Cv("ms-ataxic", s => s.LengthM).ShouldBeGreaterThan(1.6 * Cv("healthy", s => s.LengthM));
        Cv("ms-ataxic", s => s.EndS - s.StartS!.Value).ShouldBeGreaterThan(1.6 * Cv("healthy", s => s.EndS - s.StartS!.Value));
    }
}

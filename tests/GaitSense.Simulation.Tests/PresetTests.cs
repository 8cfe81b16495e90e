using GaitSense.Core;
using GaitSense.Simulation.Motion;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;

namespace GaitSense.Simulation.Tests;

public sealed class PresetTests
{
    private static readonly Dictionary<string, SimulatedWalk> Walks = SimulationPresets.All.ToDictionary(
        p => p.Name, p => Walker.Walk(p.Person, p.ScriptFor(Math.Min(p.DurationS, 45)), seed: 7), StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. SimulationPresets.All.Select(p => p.Name)];

    [Fact]
    public void All_NamesAndExplanations_AreUniqueOneLiners()
    {
        SimulationPresets.All.Select(p => p.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(SimulationPresets.All.Count);
        foreach (SimulationPreset preset in SimulationPresets.All)
        {
            preset.Explanation.ShouldNotContain("\n");
            SimulationPresets.Find(preset.Name.ToUpperInvariant()).ShouldBeSameAs(preset);
        }

        SimulationPresets.Find("no-such-walk").ShouldBeNull();
    }

    [Theory, MemberData(nameof(Names))]
    public void Walk_EveryPreset_KeepsTheSoleOnOrAboveTheGroundAndTheFeetInOrder(string name)
    {
        SimulatedWalk walk = Walks[name];
        foreach (SimulatedStride stride in walk.Strides)
        {
            string what = $"{name} {stride.Foot} {stride.Index} {stride.Manner}";
            stride.HeelOffS.ShouldBeLessThan(stride.TerminalContactS, what);
            stride.TerminalContactS.ShouldBeLessThan(stride.EndS - 0.15, what);
            stride.EndS.ShouldBeLessThan(stride.FootFlatS, what);
            stride.ClearanceM.ShouldBeInRange(0.005, 0.6, what);
            for (double t = stride.HeelOffS; t < stride.FootFlatS; t += 0.01)
                walk[stride.Foot].SoleClearanceM(t).ShouldBeInRange(-0.008, 0.45, what);
            for (double t = stride.HeelOffS; t < stride.FootFlatS; t += 0.01)
            {
                FootState state = walk[stride.Foot].At(t);
                state.VelocityMps.Length.ShouldBeLessThan(8, what);
                state.AccelerationMps2.Length.ShouldBeLessThan(260, what);
                state.AngularRateRadPerS.Length.ShouldBeLessThan(20, what);
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Walk_EveryPreset_DirectionLabelsAgreeWithDisplacementAlongTheFootAxis(string name)
    {
        SimulatedWalk walk = Walks[name];
        foreach (SimulatedStride stride in walk.Strides)
        {
            FootState from = walk[stride.Foot].At(stride.MidStanceStartS), to = walk[stride.Foot].At(stride.MidStanceEndS);
            double along = Vector3D.Dot(to.PositionM - from.PositionM, from.Axes.Forward);
            if (stride.Direction == WalkingDirection.Forward) along.ShouldBeGreaterThan(0.5 * stride.LengthM);
            if (stride.Direction == WalkingDirection.Backward) along.ShouldBeLessThan(-0.5 * stride.LengthM);
            if (stride.Direction == WalkingDirection.InPlace) stride.LengthM.ShouldBeLessThan(0.1);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Walk_EveryPreset_OneFootIsAlwaysOnTheGround(string name)
    {
        SimulatedStride[] left = [.. Walks[name].Strides.Where(s => s.Foot == Foot.Left)];
        foreach (SimulatedStride right in Walks[name].Strides.Where(s => s.Foot == Foot.Right))
            left.ShouldAllBe(l => l.EndS <= right.TerminalContactS + 0.001 || right.EndS <= l.TerminalContactS + 0.001);
    }

    [Theory, MemberData(nameof(Names))]
    public void IdealSample_EveryPreset_IntegratedTwiceReturnsThePathToAMillimetre(string name)
    {
        SimulatedWalk walk = Walks[name];
        // A rest between movements, fidgets included, is integrated with the stride that follows it.
        double[] reached = [0, 0];
        foreach (SimulatedStride stride in walk.Strides)
        {
            double from = Math.Max(reached[(int)stride.Foot], stride.MidStanceStartS - 3);
            Vector3D error = Inertial.Integrate(walk[stride.Foot], from, stride.MidStanceEndS, 0.0005) - walk[stride.Foot].At(stride.MidStanceEndS).PositionM;
            error.Length.ShouldBeLessThan(0.001, $"{name} {stride.Foot} {stride.Index} {stride.Manner}");
            reached[(int)stride.Foot] = stride.MidStanceEndS;
        }
    }

    [Theory, InlineData("backward-practice", 0.6), InlineData("ms-backward", 0.5), InlineData("there-and-back", 0.65)]
    public void Walk_BackwardParts_HaveShorterStridesAtLowerSpeedAndTheSameCadence(string name, double ratio)
    {
        SimulatedStride[] Full(WalkManner manner) =>
            [.. Walks[name].Strides.Where(s => s.Manner == manner && s.StartS is not null && Math.Abs(s.TurnRad) < 0.2).Where(s => s.LengthM > 0.35)];
        SimulatedStride[] forward = Full(WalkManner.Forward), backward = Full(WalkManner.Backward);
        double Speed(SimulatedStride[] strides) => strides.Sum(s => s.LengthM) / strides.Sum(s => s.EndS - s.StartS!.Value);
        double Cadence(SimulatedStride[] strides) => 120 / strides.Average(s => s.EndS - s.StartS!.Value);
        (backward.Average(s => s.LengthM) / forward.Average(s => s.LengthM)).ShouldBe(ratio, 0.08);
        (Speed(backward) / Speed(forward)).ShouldBe(ratio, 0.08);
        Cadence(backward).ShouldBe(Cadence(forward), 0.03 * Cadence(forward));
    }

    // Plausibility limits of people with multiple sclerosis in the laboratory (Mobilise-D): cadence 44 to 140.9 steps/min, speed 0.203 to
    // 1.878 m/s, stride length 0.363 to 1.721 m. The extremes that the project asks for beyond them are named here.
    [Theory]
    [InlineData("healthy", 1.1, 1.5)]
    [InlineData("healthy-slow", 0.6, 0.85)]
    [InlineData("healthy-fast", 1.6, 1.878)]
    [InlineData("ms-mild", 0.85, 1.15)]
    [InlineData("ms-foot-drop", 0.5, 0.9)]
    [InlineData("ms-spastic", 0.4, 0.8)]
    [InlineData("ms-ataxic", 0.8, 1.2)]
    [InlineData("ms-shuffle", 0.12, 0.25)]
    [InlineData("very-slow", 0.15, 0.25)]
    public void Walk_SteadyStrides_HaveTheSpeedOfTheirKind(string name, double leastMps, double mostMps)
    {
        SimulatedStride[] steady = [.. Walks[name].Strides.Where(s => s.StartS is not null && Math.Abs(s.TurnRad) < 0.2 && s.Manner == WalkManner.Forward)];
        double speed = steady.Sum(s => s.LengthM) / steady.Sum(s => s.EndS - s.StartS!.Value);
        double cadence = 120 / steady.Average(s => s.EndS - s.StartS!.Value);
        speed.ShouldBeInRange(leastMps, mostMps);
        cadence.ShouldBeInRange(38, 140.9);
        if (name is not "ms-shuffle") steady.Average(s => s.LengthM).ShouldBeInRange(0.363, 1.721);
    }

    [Fact]
    public void Walk_FootDrop_LandsOnTheToesWhileWalkingForward()
    {
        SimulatedStride[] strides = [.. Walks["ms-foot-drop"].Strides.Where(s => s.LengthM > 0.6)];
        strides.Where(s => s.Foot == Foot.Right).ShouldAllBe(s => s.AngleAtInitialContactRad < 0 && s.Direction != WalkingDirection.Backward);
        strides.Where(s => s.Foot == Foot.Left).ShouldAllBe(s => s.AngleAtInitialContactRad > 0.1);
    }

    [Fact]
    public void Walk_Asymmetric_RightStepsAreShorterAndQuicker()
    {
        SimulatedStride[] contacts = [.. Walks["asymmetric"].Strides];
        List<double> left = [], right = [];
        for (int i = 1; i < contacts.Length; i++)
        {
            if (contacts[i].StartS is null || contacts[i - 1].Foot == contacts[i].Foot) continue;
            (contacts[i].Foot == Foot.Left ? left : right).Add(contacts[i].EndS - contacts[i - 1].EndS);
        }

        Math.Log(right.Average() / left.Average()).ShouldBe(-0.10, 0.02);
    }

    [Fact]
    public void Walk_Fatigue_ShortensAndSlowsStridesOverMinutes()
    {
        SimulationPreset preset = SimulationPresets.Find("ms-fatigue")!;
        SimulatedStride[] steady = [.. Walker.Walk(preset.Person, preset.ScriptFor(300), 2).Strides.Where(s => s.StartS is not null && Math.Abs(s.TurnRad) < 0.2)];
        double first = steady.Where(s => s.EndS < 60).Average(s => s.LengthM), last = steady.Where(s => s.EndS > 240).Average(s => s.LengthM);
        (last / first).ShouldBeInRange(0.78, 0.90);
    }

    [Fact]
    public void Walk_Stairs_ClimbsAndDescendsTwoRisersAStride()
    {
        SimulatedStride[] full = [.. Walks["stairs"].Strides.Where(s => s.StartS is not null && s.LengthM > 0.4)];
        full.Length.ShouldBeGreaterThan(20);
        full.ShouldAllBe(s => Math.Abs(s.HeightChangeM - (s.Manner == WalkManner.StairsUp ? 0.34 : -0.34)) < 1e-9);
    }

    [Fact]
    public void Record_MidSwingStart_BeginsInMotion()
    {
        SimulatedRecording recording = SimulationPresets.Find("mid-swing-start")!.Record();
        recording.SamplesOf(Foot.Left)[0].Time.Microseconds.ShouldBe(0);
        (recording.SamplesOf(Foot.Left)[0].GyroRadPerS.Length + recording.SamplesOf(Foot.Right)[0].GyroRadPerS.Length).ShouldBeGreaterThan(2);
        recording.Reference.Events![0].Time.Seconds.ShouldBeLessThan(0.6);
        recording.Reference.Events.ShouldAllBe(e => e.Time.Microseconds >= 0);
    }

    [Fact]
    public void Record_RateAndDuration_CanBeChosen()
    {
        SimulatedRecording recording = SimulationPresets.Find("healthy")!.Record(seed: 3, durationS: 20, rateHz: 200);
        ImuSample[] samples = recording.SamplesOf(Foot.Right).ToArray();
        samples[^1].Time.Seconds.ShouldBeInRange(15, 25);
        samples.Length.ShouldBe((int)Math.Floor(recording.Walk.DurationS * 200) + 1);
    }
}

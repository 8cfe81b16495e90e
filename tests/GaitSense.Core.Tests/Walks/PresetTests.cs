using GaitSense.Simulation.Presets;

namespace GaitSense.Core.Tests;

/// <summary>What the core says about walks whose truth is known.</summary>
public sealed class PresetTests
{
    // Name, least share found, extra strides, least share of right directions, length cm, landing bias and SD ms, release bias and SD ms.
    [Theory]
    [InlineData("healthy", 1, 0, 1, 1.5, 10, 3, 10, 5)]
    [InlineData("healthy-fast", 1, 0, 1, 2, 15, 15, 10, 5)]
    [InlineData("healthy-slow", 1, 0, 1, 1.5, 15, 5, 10, 5)]
    [InlineData("ms-mild", 1, 0, 1, 1.5, 15, 5, 10, 8)]
    [InlineData("ms-foot-drop", 1, 0, 1, 1.5, 15, 8, 10, 5)]
    [InlineData("ms-spastic", 1, 0, 1, 1.5, 25, 40, 10, 5)]
    [InlineData("ms-shuffle", 0.95, 0, 1, 1, 20, 30, 10, 5)]
    [InlineData("very-slow", 1, 0, 1, 4.5, 15, 30, 20, 5)]
    [InlineData("backward-practice", 1, 0, 1, 1.5, 15, 15, 10, 15)]
    [InlineData("ms-backward", 1, 0, 1, 1.6, 15, 20, 10, 18)]
    [InlineData("sideways", 1, 0, 1, 1, 25, 30, 10, 5)]
    [InlineData("in-place", 1, 0, 1, 1, 35, 50, 10, 5)]
    [InlineData("stairs", 1, 0, 1, 1.2, 10, 20, 10, 5)]
    [InlineData("stop-and-go", 1, 0, 1, 1.5, 15, 15, 10, 5)]
    [InlineData("mid-swing-start", 1, 0, 1, 1.5, 15, 15, 10, 5)]
    [InlineData("unknown-mounting", 1, 0, 1, 2, 15, 15, 10, 5)]
    [InlineData("lost-packets", 0.95, 0, 1, 4.5, 15, 15, 10, 5)]
    public void Preset_AgainstItsTruth_AgreesWithin(
        string name, double found, int extra, double direction, double lengthCm, double landingMs, double landingSdMs, double releaseMs, double releaseSdMs)
    {
        Agreement a = WalkedPresets.AgreementOf(name);
        string all = $"{name}: {a}";
        a.FoundShare.ShouldBeGreaterThanOrEqualTo(found, all);
        a.Extra.ShouldBeLessThanOrEqualTo(extra, all);
        a.DirectionShare.ShouldBeGreaterThanOrEqualTo(direction, all);
        (100 * a.LengthRmseM).ShouldBeLessThanOrEqualTo(lengthCm, all);
        (1000 * Math.Abs(a.LandingBiasS)).ShouldBeLessThanOrEqualTo(landingMs, all);
        (1000 * a.LandingSdS).ShouldBeLessThanOrEqualTo(landingSdMs, all);
        (1000 * Math.Abs(a.ReleaseBiasS)).ShouldBeLessThanOrEqualTo(releaseMs, all);
        (1000 * a.ReleaseSdS).ShouldBeLessThanOrEqualTo(releaseSdMs, all);
    }

    // So slow a swing takes 0.7 s, and the speed at its end is off by more than a quarter metre per second.
    [Theory, InlineData(2), InlineData(3), InlineData(4), InlineData(5)]
    public void VerySlowWalk_OfAnySeed_LandsWhereItLands(ulong seed)
    {
        SimulatedRecording recording = SimulationPresets.Find("very-slow")!.Record(seed);
        Agreement a = new(recording, Walked.Through(recording));
        (1000 * Math.Abs(a.LandingBiasS)).ShouldBeLessThanOrEqualTo(20, a.ToString());
        (1000 * a.LandingSdS).ShouldBeLessThanOrEqualTo(40, a.ToString());
    }

    // The truth's greatest height of the sensor over the line between the mid-stances. Stairs are not here: along a slope the line's own timing matters.
    [Theory]
    [InlineData("healthy", 2), InlineData("healthy-fast", 2), InlineData("healthy-slow", 2), InlineData("ms-mild", 2), InlineData("ms-foot-drop", 2), InlineData("ms-spastic", 2)]
    [InlineData("ms-shuffle", 2), InlineData("very-slow", 2), InlineData("backward-practice", 2), InlineData("ms-backward", 2), InlineData("unknown-mounting", 2)]
    public void Clearance_AgainstItsTruth_IsWithin(string name, double cm)
    {
        Agreement a = WalkedPresets.AgreementOf(name);
        (100 * a.ClearanceRmsM).ShouldBeLessThanOrEqualTo(cm, a.ToString());
    }

    [Fact]
    public void HeightChange_OnStairs_HasTheRightSign()
    {
        Agreement a = WalkedPresets.AgreementOf("stairs");
        var steep = a.Pairs.Where(p => Math.Abs(p.True.HeightChangeM) > 0.05).ToList();
        steep.Count(p => p.True.HeightChangeM > 0).ShouldBeGreaterThan(8);
        steep.Count(p => p.True.HeightChangeM < 0).ShouldBeGreaterThan(8);
        foreach (var (t, found) in steep) Math.Sign(found.HeightChangeM!.Value).ShouldBe(Math.Sign(t.HeightChangeM), $"at {t.EndS} s");
        (100 * a.HeightRmsM).ShouldBeLessThan(4, a.ToString());
    }

    [Theory, InlineData("healthy"), InlineData("healthy-fast"), InlineData("ms-mild")]
    public void AngleAtInitialContact_OfHeelLandings_IsToeUp(string name)
    {
        foreach (var (t, found) in WalkedPresets.AgreementOf(name).Pairs.Where(p => p.True.AngleAtInitialContactRad > 0.15))
            found.AngleAtInitialContactRad!.Value.ShouldBeGreaterThan(0.05, $"at {t.EndS} s");
    }

    [Theory, InlineData("ms-foot-drop"), InlineData("backward-practice"), InlineData("ms-backward")]
    public void AngleAtInitialContact_OfToeLandings_IsNotToeUp(string name)
    {
        var toe = WalkedPresets.AgreementOf(name).Pairs.Where(p => p.True.AngleAtInitialContactRad < 0).ToList();
        toe.Count.ShouldBeGreaterThan(10);
        foreach (var (t, found) in toe) found.AngleAtInitialContactRad!.Value.ShouldBeLessThan(0.05, $"at {t.EndS} s");
    }

    [Theory, InlineData(Foot.Left), InlineData(Foot.Right)]
    public void Turn_OfHalfACircle_SumsToHalfACircle(Foot foot)
    {
        Agreement a = WalkedPresets.AgreementOf("there-and-back");
        double sum = a.Pairs.Where(p => p.Found.Foot == foot).Sum(p => p.Found.TurnRad!.Value);
        (Math.Abs(sum) * 180 / Math.PI).ShouldBe(180, 10);
    }

    [Theory, InlineData("healthy"), InlineData("healthy-slow"), InlineData("ms-foot-drop")]
    public void Stride_ItsParts_SumToTheWhole(string name)
    {
        Walked walked = WalkedPresets.Of(name);
        foreach (Stride s in walked.Strides.Where(s => s is { IsValid: true, Start: not null }))
        {
            (s.StanceTimeS!.Value + s.SwingTimeS).ShouldBe(s.StrideTimeS!.Value, 1e-9);
            s.StanceTimeS.Value.ShouldBeGreaterThan(0);
            s.SwingTimeS.ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public void Steps_OfAStride_SumToIt()
    {
        Walked walked = WalkedPresets.Of("healthy");
        int compared = 0;
        foreach (Stride s in walked.Strides.Where(s => s is { IsValid: true, Start: not null }))
        {
            Step[] inside = [.. walked.Steps.Where(x => x.Time > s.Start!.Value && x.Time <= s.End)];
            if (inside.Length != 2) continue;
            compared++;
            inside.Sum(x => x.StepTimeS).ShouldBe(s.StrideTimeS!.Value, 1e-6);
        }

        compared.ShouldBeGreaterThan(80);
    }

    [Fact]
    public void DoubleSupport_OfHealthyWalking_IsATwentiethToAFifth()
    {
        Walked walked = WalkedPresets.Of("healthy");
        double strideS = walked.Strides.Where(s => s.IsValid).Average(s => s.StrideTimeS) ?? 0;
        double[] shares = [.. walked.Steps.Where(s => s.DoubleSupportS is not null).Select(s => s.DoubleSupportS!.Value / strideS).Order()];
        shares.Length.ShouldBeGreaterThan(80);
        shares[shares.Length / 20].ShouldBeGreaterThan(0.05);
        shares[shares.Length / 2].ShouldBeInRange(0.05, 0.20);
    }
}

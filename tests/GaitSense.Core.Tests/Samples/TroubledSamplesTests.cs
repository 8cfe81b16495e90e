using GaitSense.Simulation;
using GaitSense.Simulation.Presets;

namespace GaitSense.Core.Tests;

/// <summary>Samples that are not as they should be.</summary>
public sealed class TroubledSamplesTests
{
    private static readonly ImuSample[] Left = SimulatedSamples.Left, Right = SimulatedSamples.Right;
    private static readonly WalkPipelineOptions Declared = new()
    {
        Left = new FootPipelineOptions { Mounting = MountingAxes.Identity, GyroDelayS = 0 },
        Right = new FootPipelineOptions { Mounting = MountingAxes.Identity, GyroDelayS = 0 },
    };

    private static readonly Walked Clean = Walked.Through(Left, Right, Declared);

    private static Stride Tenth => Clean.ValidOf(Foot.Left)[9];

    [Fact]
    public void Gap_OfSeventyMillisecondsInASwing_RejectsThatStrideOnly()
    {
        Walked walked = Walked.Through(Without(6), Right, Declared);
        Gap gap = walked.Gaps.ShouldHaveSingleItem();
        gap.Bridged.ShouldBeFalse();
        gap.End.SecondsSince(gap.Start).ShouldBe(0.07, 1e-6);
        Stride broken = walked.Strides.Single(s => s.Foot == Foot.Left && s.RejectReason == RejectReason.Gap);
        Math.Abs(broken.End.SecondsSince(Tenth.End)).ShouldBeLessThan(0.2);
        walked.ValidOf(Foot.Left).Length.ShouldBe(Clean.ValidOf(Foot.Left).Length - 1);
    }

    [Fact]
    public void Gap_OfFortyMillisecondsInASwing_IsBridged()
    {
        Walked walked = Walked.Through(Without(3), Right, Declared);
        walked.Gaps.ShouldHaveSingleItem().Bridged.ShouldBeTrue();
        Stride[] strides = walked.ValidOf(Foot.Left);
        strides.Length.ShouldBe(Clean.ValidOf(Foot.Left).Length);
        strides[9].LengthM!.Value.ShouldBe(Tenth.LengthM!.Value, 0.05);
    }

    [Fact]
    public void NotFinite_SevenSamples_AreCountedAndAreAGap()
    {
        ImuSample[] samples = [.. Left];
        int at = MidSwing();
        for (int i = at; i < at + 7; i++) samples[i] = samples[i] with { AccelMps2 = new(double.NaN, 0, double.PositiveInfinity) };
        Walked walked = Walked.Through(samples, Right, Declared);
        walked.LeftQuality.NotFinite.ShouldBe(7);
        walked.Gaps.ShouldHaveSingleItem().Bridged.ShouldBeFalse();
        walked.Strides.Count(s => s.RejectReason == RejectReason.Gap).ShouldBe(1);
    }

    [Fact]
    public void RepeatedAndLateSamples_AreSkippedAndCounted()
    {
        List<ImuSample> samples = [.. Left];
        samples.Insert(1500, samples[1499]);
        samples.Insert(900, samples[700]);
        samples.Insert(800, samples[799] with { GyroRadPerS = new(9, 9, 9) });
        Walked walked = Walked.Through([.. samples], Right, Declared);
        walked.LeftQuality.Duplicates.ShouldBe(2);
        walked.LeftQuality.OutOfOrder.ShouldBe(1);
        walked.Strides.ShouldBe(Clean.Strides);
    }

    [Fact]
    public void JitteredTimes_FindTheSameStrides()
    {
        DeterministicRandom random = new(5, 1);
        ImuSample[] samples = [.. Left.Select(s => s with { Time = s.Time.AddSeconds(Math.Clamp(random.NextNormal() * 0.0015, -0.003, 0.003)) })];
        ShouldFindTheSame(Walked.Through(samples, Right, Declared), 0.06);
    }

    [Theory, InlineData(50), InlineData(60), InlineData(128), InlineData(204.8), InlineData(400)]
    public void Rate_WhateverItIs_FindsEveryStride(double rateHz)
    {
        SimulatedRecording recording = SimulationPresets.Find("healthy")!.Record(durationS: 30, rateHz: rateHz);
        Agreement a = new(recording, Walked.Through(recording));
        a.FoundShare.ShouldBe(1, a.ToString());
        a.Extra.ShouldBe(0, a.ToString());
        a.DirectionShare.ShouldBe(1, a.ToString());
        a.LengthRmseM.ShouldBeLessThan(rateHz < 100 ? 0.05 : 0.025, a.ToString());
        Math.Abs(a.LandingBiasS).ShouldBeLessThan(0.02, a.ToString());
        Math.Abs(a.ReleaseBiasS).ShouldBeLessThan(0.02, a.ToString());
    }

    [Fact]
    public void OneFootAlone_HasStridesAndNoSteps()
    {
        Walked walked = Walked.Through([], Right, Declared with { HasLeft = false });
        walked.ValidOf(Foot.Right).ShouldBe(Clean.ValidOf(Foot.Right));
        walked.Steps.ShouldBeEmpty();
    }

    [Fact]
    public void ClocksOfTheirOwn_GiveNoSteps()
    {
        Walked walked = Walked.Through(Left, Right, Declared with { SharedClock = false });
        walked.Steps.ShouldBeEmpty();
        walked.Strides.Count.ShouldBe(Clean.Strides.Count);
        Clean.Steps.ShouldNotBeEmpty();
    }

    [Theory, InlineData(0), InlineData(1), InlineData(120)]
    public void Samples_NoneOneOrOnlyRest_GiveNeitherEventNorStride(int count)
    {
        Walked walked = Walked.Through(Left[..count], Right[..count], Declared);
        walked.Events.ShouldBeEmpty();
        walked.Strides.ShouldBeEmpty();
        walked.Steps.ShouldBeEmpty();
        walked.LeftQuality.Samples.ShouldBe(count);
    }

    [Fact]
    public void Clipping_AtEightGAndFiveHundredDegrees_IsCountedAndSurvived()
    {
        SimulationPreset preset = SimulationPresets.Find("healthy-fast")!;
        SimulatedRecording recording = preset.Record(
            durationS: 30, sensor: preset.Sensor with { AccelRangeMps2 = 8 * 9.81, GyroRangeRadPerS = 500 * Math.PI / 180 });
        Walked walked = Walked.Through(recording);
        Agreement a = new(recording, walked);
        (walked.LeftQuality.ClippedAccel + walked.LeftQuality.ClippedGyro).ShouldBeGreaterThan(0);
        a.FoundShare.ShouldBeGreaterThan(0.9, a.ToString());
        a.DirectionShare.ShouldBe(1, a.ToString());
        a.LengthRmseM.ShouldBeLessThan(0.25, a.ToString());
    }

    // The left foot's samples without some in the middle of the tenth stride's swing.
    private static ImuSample[] Without(int count)
    {
        List<ImuSample> samples = [.. Left];
        samples.RemoveRange(MidSwing(), count);
        return [.. samples];
    }

    private static int MidSwing() =>
        (int)Math.Round((Tenth.TerminalContact.Seconds + Tenth.End.Seconds) / 2 * SimulatedSamples.RateHz) - 2;

    private static void ShouldFindTheSame(Walked walked, double lengthM)
    {
        Stride[] expected = Clean.ValidOf(Foot.Left), actual = walked.ValidOf(Foot.Left);
        actual.Length.ShouldBe(expected.Length);
        foreach ((Stride a, Stride e) in actual.Zip(expected))
        {
            a.Direction.ShouldBe(e.Direction);
            a.LengthM!.Value.ShouldBe(e.LengthM!.Value, lengthM);
            Math.Abs(a.End.SecondsSince(e.End)).ShouldBeLessThan(0.04);
        }
    }
}

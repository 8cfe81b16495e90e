using GaitSense.Analysis.Accuracy;
using GaitSense.Core;
using GaitSense.Reference;

namespace GaitSense.Sessions.Tests;

/// <summary>How right the live path is on recordings of real walks. They are not part of this repository: without them, every test here is skipped.</summary>
public sealed class AccuracyTests
{
    [Theory, InlineData("gaitmap-healthy"), InlineData("gaitmap-healthy-raw-mounting")]
    public async Task Gaitmap_AgainstMotionCapture_IsWithinBounds(string name)
    {
        await RealWalks.OnlyAsync(name);
        EvaluationResult r = await RealWalks.EvaluateAsync(name);
        EventScore ic = r.InitialContact!, tc = r.TerminalContact!;
        ic.F1.ShouldBeGreaterThanOrEqualTo(0.99);
        ic.ErrorMs!.Sd.ShouldBeLessThanOrEqualTo(10);
        Math.Abs(ic.ErrorMs.Bias).ShouldBeLessThanOrEqualTo(20);
        tc.F1.ShouldBeGreaterThanOrEqualTo(0.99);
        tc.ErrorMs!.Sd.ShouldBeLessThanOrEqualTo(5);
        Math.Abs(tc.ErrorMs.Bias).ShouldBeLessThanOrEqualTo(15);
        r.Stride!.Matched.ShouldBe(56);
        r.Stride.Extra.ShouldBe(0);
        Math.Abs(r.Stride.LengthErrorCm!.Bias).ShouldBeLessThanOrEqualTo(1.5);
        r.Stride.LengthErrorCm.Rmse.ShouldBeLessThanOrEqualTo(4.5);
        ShouldBeKnownInTime(ic, tc);
    }

    [Fact]
    public async Task GaitmapFourTimesTenMetres_EveryLanding_IsFound()
    {
        await RealWalks.OnlyAsync("gaitmap-healthy-4x10m");
        EventScore ic = (await RealWalks.EvaluateAsync("gaitmap-healthy-4x10m")).InitialContact!;
        ic.Recall.ShouldBe(1);
        ic.ErrorMs!.Sd.ShouldBeLessThanOrEqualTo(10);
    }

    [Fact]
    public async Task Voisard_Pooled_IsWithinBounds()
    {
        EvaluationResult r = await RealWalks.EvaluateAsync(RealWalks.Named("voisard-"));
        EventScore ic = r.InitialContact!, tc = r.TerminalContact!;
        ic.F1.ShouldBeGreaterThanOrEqualTo(0.98);
        tc.F1.ShouldBeGreaterThanOrEqualTo(0.98);
        ic.ErrorMs!.Mae.ShouldBeLessThanOrEqualTo(17);
        tc.ErrorMs!.Mae.ShouldBeLessThanOrEqualTo(14);
        ShouldBeKnownInTime(ic, tc);
    }

    [Fact]
    public async Task Voisard_StridesAcrossLostPackets_AreRejected()
    {
        foreach (string name in RealWalks.Named("voisard-"))
        {
            Heard heard = await RealWalks.WalkAsync(name);
            foreach (Gap gap in heard.LongGaps)
                heard.Strides.ShouldNotContain(s => s.IsValid && s.Foot == gap.Foot && s.TerminalContact < gap.End && s.End > gap.Start, $"{name}: a valid stride across {gap}");
        }
    }

    [Fact]
    public async Task Pyshoe_ForwardStridesPooled_AreWithinBounds()
    {
        StrideScore r = (await RealWalks.EvaluateAsync(RealWalks.Named("pyshoe-"))).Stride!;
        r.ForwardFound!.Value.ShouldBeGreaterThanOrEqualTo(0.97);
        ((double)r.Extra / r.Labels).ShouldBeLessThanOrEqualTo(0.02);
        Math.Abs(r.ForwardLengthErrorCm!.Bias).ShouldBeLessThanOrEqualTo(2);
        r.ForwardLengthErrorCm.Rmse.ShouldBeLessThanOrEqualTo(3.1);
    }

    [Fact]
    public async Task GaitmapMs_BothFeet_AgreeOnLength()
    {
        Heard heard = await RealWalks.OnlyAsync("gaitmap-ms");
        Stride[] left = heard.ValidOf(Foot.Left), right = heard.ValidOf(Foot.Right);
        left.Length.ShouldBeGreaterThanOrEqualTo(72);
        right.Length.ShouldBeGreaterThanOrEqualTo(72);
        (left.Average(s => s.LengthM!.Value) / right.Average(s => s.LengthM!.Value)).ShouldBe(1, 0.03);
    }

    [Theory, InlineData("xio-short-walk", 0.30), InlineData("xio-long-walk", 0.42)]
    public async Task Xio_ItsPath_Closes(string name, double withinM)
    {
        (Vector3D first, Vector3D last) = (await RealWalks.OnlyAsync(name)).Ends[Foot.Right];
        (last - first).Length.ShouldBeLessThanOrEqualTo(withinM);
    }

    [Theory, InlineData(Foot.Left), InlineData(Foot.Right)]
    public async Task Tripod_AgainstItsSequence_AgreesInMediansAndCount(Foot foot)
    {
        Heard heard = await RealWalks.OnlyAsync("tripod-pws");
        ReferenceSequenceStride[] reference = [.. RealWalks.ReferenceOf("tripod-pws")!.StrideSequence!.Where(s => s.Foot == foot)];
        Stride[] strides = [.. heard.ValidOf(foot).Where(s => s.StrideTimeS is not null)];
        ((double)strides.Length / reference.Length).ShouldBe(1, 0.04);
        Median(strides.Select(s => s.LengthM!.Value)).ShouldBe(Median(reference.Select(s => s.LengthM)), 0.05);
        Median(strides.Select(s => s.StrideTimeS!.Value)).ShouldBe(Median(reference.Select(s => s.StrideTimeS)), 0.007);
    }

    [Theory, InlineData("gaitmap-stairs-up", 1), InlineData("gaitmap-stairs-down", -1)]
    public async Task Stairs_EachFoot_ClimbsOrDescends(string name, int sign)
    {
        Heard heard = await RealWalks.OnlyAsync(name);
        foreach (Foot foot in new[] { Foot.Left, Foot.Right })
            heard.ValidOf(foot).Count(s => s.HeightChangeM * sign > 0.08).ShouldBeGreaterThanOrEqualTo(9, $"{foot}");
    }

    private static void ShouldBeKnownInTime(EventScore ic, EventScore tc)
    {
        ic.KnownAfterReferenceMs!.MedianMs.ShouldBeLessThanOrEqualTo(50);
        ic.KnownAfterReferenceMs.P95Ms.ShouldBeLessThanOrEqualTo(100);
        tc.KnownAfterReferenceMs!.MedianMs.ShouldBeLessThanOrEqualTo(60);
        tc.KnownAfterReferenceMs.P95Ms.ShouldBeLessThanOrEqualTo(110);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] x = [.. values.Order()];
        return x[x.Length / 2];
    }

    // Backward strides of a person who walks, jogs and steps in all directions: played backward in time, forward ones are.
    [Fact]
    public async Task PyshoeReversed_StridesOfAllDirections_AreNotShort()
    {
        List<double> errors = [];
        foreach (string name in RealWalks.Named("pyshoe-"))
        {
            (Heard heard, ReferenceData reference) = await RealWalks.ReversedAsync(name);
            foreach (ReferenceStride r in reference.Strides!.Where(s => s.Direction != WalkingDirection.Unknown))
            {
                Stride[] inside = [.. heard.ValidOf(r.Foot).Where(s => (s.TerminalContact.Seconds + s.End.Seconds) / 2 is var middle && middle >= r.Start.Seconds && middle < r.End.Seconds)];
                if (inside.Length == 1) errors.Add(inside[0].LengthM!.Value - r.LengthM);
            }
        }

        errors.Count.ShouldBeGreaterThan(300);
        errors.Count(e => e < -0.1).ShouldBeLessThanOrEqualTo(1);
        errors.Average().ShouldBeInRange(-0.01, 0.01);
    }
}

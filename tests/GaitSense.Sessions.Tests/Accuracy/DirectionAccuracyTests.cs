using GaitSense.Analysis.Accuracy;
using GaitSense.Core;
using GaitSense.Reference;

namespace GaitSense.Sessions.Tests;

/// <summary>
/// How right directions are on real walks, and on real walks followed by their own time reversal. The recordings are not part of this
/// repository: without them, every test here is skipped.
/// </summary>
public sealed class DirectionAccuracyTests
{
    [Fact]
    public async Task GaitmapThereAndBack_EveryStride_IsForwardThenBackward()
    {
        Heard heard = await RealWalks.OnlyAsync("gaitmap-healthy-there-and-back");
        EvaluationResult r = await RealWalks.EvaluateAsync("gaitmap-healthy-there-and-back");
        ShouldRecall(r, 0.96);
        ShouldTurnRound(heard, RealWalks.ReferenceOf("gaitmap-healthy-there-and-back")!);
    }

    [Fact]
    public async Task GaitmapRawMounting_ThereAndBackByTimeReversal_IsForwardThenBackward()
    {
        await RealWalks.OnlyAsync("gaitmap-healthy-raw-mounting");
        (Heard heard, ReferenceData reference) = (await RealWalks.ThereAndBackAsync("gaitmap-healthy-raw-mounting"))!.Value;
        ShouldRecall(new Evaluation().Add("reversed", reference, heard.Events, heard.Strides).Result, 0.95);
        ShouldTurnRound(heard, reference);
    }

    [Fact]
    public async Task Voisard_ThereAndBackByTimeReversal_RecallsDirections()
    {
        Evaluation evaluation = new();
        foreach (string name in RealWalks.Named("voisard-"))
        {
            // One of the trials never comes to rest after its last label: there is nowhere to join it.
            if (await RealWalks.ThereAndBackAsync(name) is not { } both) continue;
            evaluation.Add(name, both.Reference, both.Heard.Events, both.Heard.Strides);
        }

        evaluation.Recordings.Count.ShouldBeGreaterThanOrEqualTo(RealWalks.Named("voisard-").Length - 1);
        ShouldRecall(evaluation.Pooled.Result, 0.95);
    }

    [Theory, InlineData("voisard-"), InlineData("gaitmap-ms")]
    public async Task MountingUnknown_ForwardWalks_AreNotCalledBackward(string prefix)
    {
        foreach (string name in RealWalks.Named(prefix))
        {
            Heard heard = await RealWalks.WithoutMountingAsync(name);
            IReadOnlyList<ReferenceEvent>? labels = RealWalks.ReferenceOf(name)?.Events;
            foreach (Foot foot in new[] { Foot.Left, Foot.Right })
            {
                // Behind the last label some people step back into place.
                Stride[] strides = [.. heard.ValidOf(foot).Where(s => labels is null || IsBetween(s, labels))];
                int forward = strides.Count(s => s.Direction == WalkingDirection.Forward), backward = strides.Count(s => s.Direction == WalkingDirection.Backward);
                if (forward + backward > 0) forward.ShouldBeGreaterThan(5 * backward, $"{name} {foot}: the sign of forward is wrong");
            }
        }
    }

    // A brace: the left foot leaves the ground almost flat and lands steeply. A declared walk of 26 s settles it for good.
    [Theory, InlineData("truong-tcon-neuro-100-1", 0), InlineData("truong-tcon-neuro-100-1", 26), InlineData("truong-tcon-neuro-100-2", 0), InlineData("truong-tcon-neuro-100-2", 26)]
    public async Task BracedFoot_MountingUnknown_IsNotCalledBackward(string name, double calibrationWalkS)
    {
        Heard heard = await RealWalks.MoreAsync(name, calibrationWalkS);
        foreach (Foot foot in new[] { Foot.Left, Foot.Right })
        {
            heard.ValidOf(foot).ShouldNotContain(s => s.Direction == WalkingDirection.Backward, $"{foot}");
            heard.ValidOf(foot).Count(s => s.Direction == WalkingDirection.Forward).ShouldBeGreaterThan(30);
        }
    }

    [Theory, InlineData("pyshoe-2017-11-22-11-27-30"), InlineData("pyshoe-2018-02-09-11-29-43")]
    public async Task Pyshoe_StepsToTheSideAndBackward_AreNamedSo(string name)
    {
        await RealWalks.OnlyAsync(name);
        (await RealWalks.EvaluateAsync(name)).Stride!.Direction.ShouldAllBe(d => IsRight(d.Key));
    }

    [Fact]
    public async Task Pyshoe_ForwardTrials_HaveNoBackwardStride()
    {
        foreach (string name in RealWalks.Named("pyshoe-").Except(["pyshoe-2017-11-22-11-27-30", "pyshoe-2018-02-09-11-29-43"], StringComparer.Ordinal))
            (await RealWalks.WalkAsync(name)).ValidOf(Foot.Right).ShouldNotContain(s => s.Direction == WalkingDirection.Backward, name);
    }

    private static bool IsRight(string pair) => pair.Split(" -> ") is [var label, var named] && string.Equals(label, named, StringComparison.Ordinal);

    private static void ShouldRecall(EvaluationResult r, double bound)
    {
        r.InitialContact!.DirectionRecall!.Value.ShouldBeGreaterThanOrEqualTo(bound);
        r.TerminalContact!.DirectionRecall!.Value.ShouldBeGreaterThanOrEqualTo(bound);
    }

    // Every stride before the turn-round forward, after it backward, except at most one at the join. What lies beyond the labels, and in the
    // rest between the two halves, is not judged.
    private static void ShouldTurnRound(Heard heard, ReferenceData reference)
    {
        ReferenceEvent[] there = [.. reference.Events!.Where(e => e.Direction == WalkingDirection.Forward)], back = [.. reference.Events!.Where(e => e.Direction == WalkingDirection.Backward)];
        Stride[] strides = [.. heard.ValidOf(Foot.Left), .. heard.ValidOf(Foot.Right)];
        Stride[] before = [.. strides.Where(s => IsBetween(s, there))], after = [.. strides.Where(s => IsBetween(s, back))];
        (before.Length, after.Length).ShouldSatisfyAllConditions(n => n.Item1.ShouldBeGreaterThanOrEqualTo(56), n => n.Item2.ShouldBeGreaterThanOrEqualTo(56));
        (before.Count(s => s.Direction != WalkingDirection.Forward) + after.Count(s => s.Direction != WalkingDirection.Backward)).ShouldBeLessThanOrEqualTo(1);
    }

    private static bool IsBetween(in Stride s, IReadOnlyList<ReferenceEvent> labels) => s.End >= labels.MinBy(e => e.Time).Time && s.TerminalContact <= labels.MaxBy(e => e.Time).Time;
}

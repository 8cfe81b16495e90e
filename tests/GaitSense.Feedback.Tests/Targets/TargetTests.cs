using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Engine;
using GaitSense.Feedback.Plan;

namespace GaitSense.Feedback.Tests;

/// <summary>A soft sound for a good step; words, rarely, when the band was left.</summary>
public sealed class TargetTests
{
    private static readonly CuePlan Plan = new()
    {
        DurationS = 3600,
        Rhythm = new RhythmPlan { Enabled = false, BaselineS = 10, BaselineStrides = 6 },
        Fading = new FadingPlan { ProbeS = 0 },
        Rest = new RestPlan { EveryS = 3600 },
        Targets = [new TargetPlan { Quantity = TargetQuantity.Clearance, From = 90, OfBaselinePercent = true }, new TargetPlan { Quantity = TargetQuantity.FootAngleAtContact, Foot = Foot.Right, From = 10 }],
    };

    private readonly Stepper _walk = new(Plan);

    [Fact]
    public void GoodSteps_AreHeardAtMostOnceAStride()
    {
        _walk.Walk(20);
        int before = Good();
        _walk.Walk(60);
        (Good() - before).ShouldBeInRange(50, 61);
        _walk.Cues.Said.ShouldBeEmpty();
    }

    [Fact]
    public void Band_LeftForFourSteps_IsSaidOnceForTheFootThatLeftIt()
    {
        _walk.Walk(20);
        _walk.ClearanceM = 0.05;
        for (int i = 0; i < 3; i++) _walk.Step();
        _walk.Cues.Said.ShouldBeEmpty();
        _walk.Walk(30);
        string said = _walk.Cues.Said.ShouldHaveSingleItem();
        said.ShouldBeOneOf(Phrases.LiftLeft, Phrases.LiftRight);
    }

    [Fact]
    public void Band_LeftAgainAfterGoodSteps_IsSaidAgainButRarely()
    {
        _walk.Walk(20);
        for (int i = 0; i < 20; i++)
        {
            _walk.ClearanceM = i % 2 == 0 ? 0.05 : 0.12;
            _walk.Walk(5);
        }

        Cue[] words = [.. _walk.Cues.Heard.Where(c => c.Kind == CueKind.Correction)];
        words.Length.ShouldBeInRange(3, 6);
        words.Zip(words.Skip(1)).ShouldAllBe(p => p.Second.DecidedAt.SecondsSince(p.First.DecidedAt) >= 19.9);
    }

    [Fact]
    public void SecondTarget_IsWorkedOnWhenTheFirstIsKept()
    {
        _walk.AngleDeg = 2;
        _walk.Walk(60);
        _walk.Cues.Said.ShouldAllBe(s => string.Equals(s, Phrases.HeelRight, StringComparison.Ordinal));
        _walk.Cues.Said.ShouldNotBeEmpty();
    }

    [Fact]
    public void SilentMinutes_AreSilentForTargetsToo()
    {
        Stepper walk = new(Plan with { Fading = new FadingPlan { CuedMinutesPercent = 50, ProbeS = 0 } });
        walk.Walk(7 * 60);
        int[] minutes = [.. walk.Cues.Heard.GroupBy(c => (int)(c.DecidedAt.SecondsSince(walk.Cues.Heard.First().DecidedAt) / 60)).Select(g => g.Key)];
        minutes.ShouldBe([0, 2, 4, 6], ignoreOrder: true);
    }

    [Fact]
    public void Rest_IsOfferedByTimeAndTakenByStanding()
    {
        Stepper walk = new(Plan with { Rest = new RestPlan { EveryS = 100, OfferEveryS = 30 } });
        walk.Walk(110);
        walk.Cues.Said.Count(s => string.Equals(s, Phrases.Rest, StringComparison.Ordinal)).ShouldBe(1);
        walk.Pass(30);
        walk.Walk(90);
        walk.Cues.Said.Count(s => string.Equals(s, Phrases.Rest, StringComparison.Ordinal)).ShouldBe(1, "rested, so the time counts anew");
    }

    [Fact]
    public void ShorterMinutes_ARestIsOffered()
    {
        Stepper walk = new(Plan);
        walk.Walk(70);
        walk.LengthM *= 0.8;
        walk.Walk(130);
        walk.Cues.Said.ShouldContain(s => string.Equals(s, Phrases.Rest, StringComparison.Ordinal));
    }

    [Fact]
    public void Task_CostsWhatItCosts()
    {
        Stepper walk = new(Plan with { Targets = [], Tasks = [new TaskPlan { Task = TaskKind.Sevens, AtS = 100, DurationS = 60 }] });
        walk.Walk(100);
        walk.LengthM *= 0.9;
        walk.Walk(60);
        walk.LengthM /= 0.9;
        walk.Walk(20);
        walk.Cues.Said.ShouldBe([Phrases.TaskSevens, Phrases.TaskEnd]);
        walk.Engine.Report().Tasks.ShouldHaveSingleItem().StrideLengthPercent!.Value.ShouldBe(10, 0.5);
    }

    [Fact]
    public void Benefit_ShorterStridesWithCues_AreSaidToBeWorse()
    {
        Stepper walk = new(Plan with { Targets = [], Rhythm = new RhythmPlan { Enabled = false, BaselineS = 30, BaselineStrides = 100 } });
        walk.Walk(34);
        walk.LengthM *= 0.9;
        walk.Walk(150);
        BenefitVerdict verdict = walk.Engine.Report().StrideLength!.Value;
        verdict.IsWorse.ShouldBeTrue();
        verdict.ChangePercent.ShouldBe(-10, 1.5);
    }

    [Fact]
    public void Walking_AllocatesNothing()
    {
        CueEngine engine = new(Plan, new WalkPipelineOptions(), new Nobody());
        Feed(engine, 0, 200);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Feed(engine, 200, 400);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static void Feed(CueEngine engine, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            Foot foot = (Foot)(i & 1);
            DeviceTime at = DeviceTime.FromSeconds(0.5 * i);
            for (int k = 0; k < 50; k++) engine.OnPose(new FootPose((Foot)(k & 1), at.AddSeconds(0.01 * k), default, default, 0, 0, default));
            engine.OnEvent(new GaitEvent(foot, GaitEventKind.InitialContact, at.AddSeconds(0.48), at.AddSeconds(0.49), WalkingDirection.Forward, 0.98, at));
            engine.OnStride(new Stride { Foot = foot, Start = at.AddSeconds(-0.5), End = at.AddSeconds(0.5), TerminalContact = at, LengthM = 1, ClearanceM = 0.1, AngleAtInitialContactRad = 0.2, Direction = WalkingDirection.Forward });
        }
    }

    private int Good() => _walk.Cues.Heard.Count(c => c.Kind == CueKind.GoodStep);

    private sealed class Nobody : ICueSink
    {
        public void OnCue(in Cue cue)
        {
        }
    }
}

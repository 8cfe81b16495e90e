using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Rhythm;
using GaitSense.Feedback.Targets;

namespace GaitSense.Feedback.Tests;

/// <summary>Which steps are good, when a band is left, when that is said, and when the next target's turn is.</summary>
public sealed class TargetWatchTests
{
    private static readonly CorrectionPlan Correction = new() { AfterSteps = 4, EveryS = 20, KeptOfTen = 8 };

    [Theory]
    [InlineData(0.99, false)]
    [InlineData(1.0, true)]
    [InlineData(1.2, true)]
    [InlineData(1.4, true)]
    [InlineData(1.41, false)]
    public void Step_WithinItsBand_IsGood_EndsIncluded(double value, bool isGood)
    {
        TargetWatch target = Length(1.0, 1.4);
        target.Judge(value, Foot.Left, out _).ShouldBe(isGood);
        target.Judge(1.2, Foot.Left, out _).ShouldBe(true);
        target.Dose.ShouldBe((2, isGood ? 2 : 1));
    }

    // The baseline's stride was 1.2 m: 110 to 130 % of it are 1.32 to 1.56 m.
    [Theory, InlineData(1.31, false), InlineData(1.33, true), InlineData(1.55, true), InlineData(1.57, false)]
    public void Band_OfTheBaseline_IsAShareOfIt(double value, bool isGood)
    {
        WalkSums baseline = new();
        TargetWatch target = new(new TargetPlan { Quantity = TargetQuantity.StrideLength, OfBaselinePercent = true, From = 110, To = 130 }, Practice.Forward, Correction, baseline);
        target.Judge(value, Foot.Left, out bool isLeft).ShouldBeNull("there is none yet");
        isLeft.ShouldBeFalse();
        target.Dose.ShouldBe((0, 0));
        baseline.Add(new Stride { Foot = Foot.Left, LengthM = 1.2 });
        baseline.Add(new Stride { Foot = Foot.Right, LengthM = 9 });
        target.Judge(value, Foot.Left, out _).ShouldBe(isGood);
    }

    // 15 degrees, and 0.1 m.
    [Theory]
    [InlineData(TargetQuantity.FootAngleAtContact, 16.4, false)]
    [InlineData(TargetQuantity.FootAngleAtContact, 16.6, true)]
    [InlineData(TargetQuantity.Clearance, 0.109, false)]
    [InlineData(TargetQuantity.Clearance, 0.111, true)]
    public void Band_OfTheBaseline_IsInThePlansUnits(TargetQuantity quantity, double value, bool isGood)
    {
        WalkSums baseline = new();
        baseline.Add(new Stride { Foot = Foot.Right, AngleAtInitialContactRad = 15 * Math.PI / 180, ClearanceM = 0.1 });
        TargetWatch target = new(new TargetPlan { Quantity = quantity, OfBaselinePercent = true, From = 110 }, Practice.Forward, Correction, baseline);
        target.Judge(value, Foot.Right, out _).ShouldBe(isGood);
    }

    // Words can make a step longer and the toes lower; what is too much of something good is not mended.
    [Theory]
    [InlineData(TargetQuantity.StrideLength, Practice.Forward, 0.9, true)]
    [InlineData(TargetQuantity.StrideLength, Practice.Forward, 2.1, false)]
    [InlineData(TargetQuantity.StrideLength, Practice.Backward, 0.9, true)]
    [InlineData(TargetQuantity.FootAngleAtContact, Practice.Forward, 0.9, true)]
    [InlineData(TargetQuantity.FootAngleAtContact, Practice.Forward, 2.1, false)]
    [InlineData(TargetQuantity.FootAngleAtContact, Practice.Backward, 2.1, true)]
    [InlineData(TargetQuantity.FootAngleAtContact, Practice.Backward, 0.9, false)]
    [InlineData(TargetQuantity.StepSymmetry, Practice.Forward, 2.1, true)]
    [InlineData(TargetQuantity.StepSymmetry, Practice.Forward, 0.9, false)]
    [InlineData(TargetQuantity.Clearance, Practice.Backward, 0.9, true)]
    [InlineData(TargetQuantity.StrideLength, Practice.Forward, 1.0, false)]
    [InlineData(TargetQuantity.StepSymmetry, Practice.Forward, 2.0, false)]
    public void Band_IsLeftAtTheFourthStepOnTheSideThatWordsMend(TargetQuantity quantity, Practice practice, double value, bool leaves)
    {
        TargetWatch target = new(new TargetPlan { Quantity = quantity, From = 1, To = 2 }, practice, Correction, new WalkSums());
        for (int i = 1; i <= 4; i++)
        {
            target.Judge(value, Foot.Left, out bool isLeft);
            isLeft.ShouldBe(leaves && i == 4, $"step {i}");
        }

        target.HasSpoken();
        target.Judge(value, Foot.Left, out bool again);
        again.ShouldBeFalse("four more steps first");
    }

    [Fact]
    public void Band_IsLeftByStepsInARow()
    {
        TargetWatch target = Length(1.0, 1.4);
        foreach (double value in (double[])[0.9, 0.9, 0.9, 1.2, 0.9, 0.9, 0.9])
        {
            target.Judge(value, Foot.Left, out bool isLeft);
            isLeft.ShouldBeFalse();
        }
    }

    // 5 % of the band's edge into it, twice: at 1.05 m of 1 m, and at 9.5 of 10 points.
    [Theory]
    [InlineData(TargetQuantity.StrideLength, new[] { 1.05, 1.05 }, true)]
    [InlineData(TargetQuantity.StrideLength, new[] { 1.04, 1.04 }, false)]
    [InlineData(TargetQuantity.StrideLength, new[] { 1.05, 1.04, 1.05 }, false)]
    [InlineData(TargetQuantity.StrideLength, new[] { 1.05 }, false)]
    [InlineData(TargetQuantity.StepSymmetry, new[] { 9.5, 9.5 }, true)]
    [InlineData(TargetQuantity.StepSymmetry, new[] { 9.6, 9.6 }, false)]
    [InlineData(TargetQuantity.StepSymmetry, new[] { 1.0, 1.0 }, true)]
    public void WhoWasTold_IsToldAgainOnlyAfterTwoStepsWellInside(TargetQuantity quantity, double[] values, bool maySpeak)
    {
        TargetWatch target = new(new TargetPlan { Quantity = quantity, From = quantity == TargetQuantity.StrideLength ? 1 : null, To = 10, HysteresisPercent = 5 }, Practice.Forward, Correction, new WalkSums());
        target.MaySpeak(0).ShouldBeTrue();
        target.HasSpoken();
        target.MaySpeak(59.9).ShouldBeFalse();
        target.MaySpeak(60).ShouldBeTrue("three times the plan's while ago");
        foreach (double value in values) target.Judge(value, null, out _);
        target.MaySpeak(0).ShouldBe(maySpeak);
    }

    [Theory]
    [InlineData(TargetQuantity.Clearance, Practice.Forward, Phrases.LiftLeft, Phrases.LiftRight)]
    [InlineData(TargetQuantity.FootAngleAtContact, Practice.Forward, Phrases.HeelLeft, Phrases.HeelRight)]
    [InlineData(TargetQuantity.FootAngleAtContact, Practice.Backward, Phrases.ReachLeft, Phrases.ReachRight)]
    [InlineData(TargetQuantity.StrideLength, Practice.Forward, Phrases.LongerLeft, Phrases.LongerRight)]
    [InlineData(TargetQuantity.StepSymmetry, Practice.Forward, Phrases.Even, Phrases.Even)]
    public void Words_AreOfTheQuantityAndTheFoot(TargetQuantity quantity, Practice practice, string left, string right)
    {
        TargetWatch target = new(new TargetPlan { Quantity = quantity }, practice, Correction, new WalkSums());
        (target.Phrase(Foot.Left), target.Phrase(Foot.Right)).ShouldBe((left, right));
    }

    [Fact]
    public void Target_IsKeptWithEightGoodStepsOfTen_UntilFiveOrFewerAre()
    {
        TargetWatch target = Length(1.0, 1.4);
        Judge(9, true);
        target.IsKept.ShouldBeFalse("nine steps");
        Judge(1, false);
        target.IsKept.ShouldBeTrue("nine of ten");
        Judge(3, false);
        target.IsKept.ShouldBeTrue("six of ten");
        Judge(1, false);
        target.IsKept.ShouldBeFalse("five of ten");
        Judge(7, true);
        target.IsKept.ShouldBeFalse("seven of ten");
        Judge(1, true);
        target.IsKept.ShouldBeTrue("eight of ten");

        void Judge(int steps, bool isGood)
        {
            for (int i = 0; i < steps; i++) target.Judge(isGood ? 1.2 : 0.9, Foot.Left, out _);
        }
    }

    // Words at most every 20 s, each sound a second after the one before; nothing of either where the plan does not want it.
    [Theory, InlineData(true), InlineData(false)]
    public void Coach_SpeaksOnlyAsOftenAsThePlanSays(bool corrects)
    {
        TargetPlan length = new() { Quantity = TargetQuantity.StrideLength, From = 1, Correct = corrects };
        TargetCoach coach = new(new CuePlan { Targets = [length], Correction = Correction }, new WalkSums());
        string?[] said = [.. Enumerable.Range(0, 4).Select(i => Stride(i, 0.9).Phrase)];
        said.ShouldBe([null, null, null, corrects ? Phrases.LongerLeft : null]);
        Stride(10, 1.2).IsGood.ShouldBeTrue();
        Stride(10.9, 1.2).IsGood.ShouldBeFalse("the last sound was 0.9 s ago");
        Stride(11, 1.2).IsGood.ShouldBeTrue();
        for (int i = 0; i < 5; i++) Stride(12 + i, 0.9).Phrase.ShouldBeNull("the last words were 9 to 13 s ago");
        Stride(22.9, 0.9).Phrase.ShouldBeNull();
        Stride(23, 0.9).Phrase.ShouldBe(corrects ? Phrases.LongerLeft : null);

        CoachAdvice Stride(double atS, double lengthM) => coach.Stride(new Stride { Foot = Foot.Left, LengthM = lengthM, KnownAt = DeviceTime.FromSeconds(atS) }, maySpeak: true);
    }

    private static TargetWatch Length(double from, double to) => new(new TargetPlan { Quantity = TargetQuantity.StrideLength, From = from, To = to }, Practice.Forward, Correction, new WalkSums());
}

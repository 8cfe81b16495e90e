using FsCheck;
using FsCheck.Fluent;
using GaitSense.Core;
using GaitSense.Training.TimedTests;
using GaitSense.Training.TimedTests.Feet;

namespace GaitSense.Training.Tests.TimedTests;

/// <summary>When the line was crossed, by feet whose truth is arithmetic.</summary>
public sealed class LineCrossingTests
{
    private static readonly LineCourseLayout Course = new(7.62, 2, false);

    [Fact]
    public void FeetThatLandFarFromTheLine_GiveOneValue()
    {
        HandMadeFeet feet = new HandMadeFeet().Walk(5, 9.62 / 14, 0.5, 14);
        LineCrossing found = Find(feet, Course);
        found.Candidates.ShouldHaveSingleItem().TimeS.ShouldBe(feet.Passes(7.62)!.Value.TimeS, 0.02);
        found.IsClosed.ShouldBeTrue();
        found.LeavesS.ShouldBe(5, 1e-6);
        found.Leads.ShouldBe(Foot.Right);
    }

    [Fact]
    public void SensorsThatMakeAMetreLong_AreSetRightByTheSecondLine()
    {
        HandMadeFeet feet = new HandMadeFeet { Scale = [1.03, 0.98] }.Walk(5, 9.62 / 14, 0.5, 14);
        CrossingCandidate found = Find(feet, Course).Candidates.ShouldHaveSingleItem();
        (double truth, Foot foot) = feet.Passes(7.62)!.Value;
        found.TimeS.ShouldBe(truth, 0.02);
        found.Foot.ShouldBe(foot);
    }

    [Fact]
    public void WithoutASecondLine_ThatMuchIsNotKnown_AndMoreThanOneIsPossible()
    {
        HandMadeFeet feet = new HandMadeFeet().Walk(5, 7.70 / 11, 0.5, 14);
        Find(feet, Course with { RunOutM = null }).Candidates.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void FeetThatStopElsewhere_DoNotPassForTheSecondLine()
    {
        HandMadeFeet feet = new HandMadeFeet().Walk(5, 0.69, 0.5, 17);
        Find(feet, Course).IsClosed.ShouldBeFalse();
    }

    [Theory]
    [InlineData(7.62, 2, 0.9, true)]
    [InlineData(7.62, 2, 1.05, false)]
    [InlineData(1.2, 0.8, 0.26, true)]
    [InlineData(1.2, 0.8, 0.34, false)]
    public void FeetStandAtTheSecondLine_WithinATenthOfTheWay_OrThreeTenthsOfAMetre(double lengthM, double runOutM, double beyondM, bool isClosed)
    {
        double all = lengthM + runOutM + beyondM;
        int steps = (int)Math.Round(all / 0.6);
        Find(new HandMadeFeet().Walk(5, all / steps, 0.5, steps), new LineCourseLayout(lengthM, runOutM, false)).IsClosed.ShouldBe(isClosed);
    }

    [Theory]
    [InlineData(4.20, 4.30, true)]
    [InlineData(4.10, 4.20, false)]
    [InlineData(4.40, 4.455, true)]
    [InlineData(4.40, 4.445, false)]
    public void SamplesMissingNearALine_AreSaid(double fromS, double toS, bool isSaid)
    {
        TimedTestRun run = Asked.Run("t25fw");
        HandMadeFeet feet = new HandMadeFeet().Walk(5, 9.62 / 14, 0.5, 14).Lose(Foot.Left, fromS, toS);
        feet.Play(run, feet.EndS + 2, Asked.Go(4), Asked.Stop(11));
        run.Outcome!.Notes.Any(n => n.EndsWith("near a line", StringComparison.Ordinal)).ShouldBe(isSaid);
    }

    [Fact]
    public void FeetThatNeverComeThatFar_GiveNothing()
    {
        FeetRecord record = new();
        new HandMadeFeet().Walk(5, 0.6, 0.5, 6).Play(record, 20);
        LineCrossing.Find(record, Course, 4.5).ShouldBeNull();
    }

    [Fact]
    public void TruthIsAmongTheCandidates_WhateverTheStepsAndTheSensors()
    {
        Gen<(int Steps, int Left, int Right, int StepMs, int OffMm, bool Back)> walks =
            from steps in Gen.Choose(9, 32)
            from left in Gen.Choose(-15, 15)
            from right in Gen.Choose(-15, 15)
            from ms in Gen.Choose(400, 900)
            from off in Gen.Choose(-20, 20)
            from back in Gen.Elements(true, false)
            select (steps, left, right, ms, off, back);
        Prop.ForAll(walks.ToArbitrary(), w =>
        {
            // Both feet stop within 2 cm of the second line; the sensors are off by up to 1.5 %.
            HandMadeFeet feet = new HandMadeFeet { Scale = [1 + (w.Left / 1000.0), 1 + (w.Right / 1000.0)] };
            double stepM = (9.62 + (w.OffMm / 1000.0)) / w.Steps * (w.Back ? -1 : 1);
            feet.Walk(5, stepM, w.StepMs / 1000.0, w.Steps);
            (double truth, _) = feet.Passes(7.62)!.Value;
            LineCrossing closed = Find(feet, Course with { IsBackward = w.Back }), open = Find(feet, new LineCourseLayout(7.62, null, w.Back));
            return Holds(closed, truth) && Holds(open, truth);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

        static bool Holds(LineCrossing found, double truthS) => found.Candidates.Any(c => Math.Abs(c.TimeS - truthS) < 0.1 || (truthS > c.EarliestS - 0.02 && truthS < c.LatestS + 0.02));
    }

    [Fact]
    public void SharesAreInOrder_AndNeverMoreThanAll()
    {
        Prop.ForAll(Gen.Choose(8, 40).ToArbitrary(), steps =>
        {
            IReadOnlyList<CrossingCandidate> found = Find(new HandMadeFeet().Walk(5, 9.62 / steps, 0.5, steps), Course).Candidates;
            return found.Sum(c => c.Share) <= 1 + 1e-9 && found.Zip(found.Skip(1)).All(p => p.First.Share >= p.Second.Share) && found.All(c => c.EarliestS <= c.TimeS && c.TimeS <= c.LatestS);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    private static LineCrossing Find(HandMadeFeet feet, LineCourseLayout course)
    {
        FeetRecord record = new();
        feet.Play(record, feet.EndS + 2);
        return LineCrossing.Find(record, in course, 4.5).ShouldNotBeNull();
    }
}

using FsCheck;
using FsCheck.Fluent;
using GaitSense.Core;
using GaitSense.Training.TimedTests.Feet;

namespace GaitSense.Training.Tests.TimedTests;

/// <summary>What one swing says of when it crossed: one time where that is known to a tenth of a second, else its parts.</summary>
public sealed class CrossingCandidateTests
{
    [Fact]
    public void SwingThatIsKnownToATenthOfASecond_IsOneCandidate()
    {
        CrossingCandidate one = Of([.. Enumerable.Range(0, 20).Select(i => (10 + (0.01 * i), 1.0))]).ShouldHaveSingleItem();
        one.TimeS.ShouldBe(10.095, 0.006);
        one.Share.ShouldBe(1, 1e-9);
    }

    [Fact]
    public void SwingThatCreepsOverTheLine_IsAsManyCandidatesAsItTakes()
    {
        CrossingCandidate[] parts = Of([.. Enumerable.Range(0, 60).Select(i => (10 + (0.01 * i), 1.0))]);
        parts.Length.ShouldBe(3);
        parts.Sum(p => p.Share).ShouldBe(1, 1e-9);
        foreach (int i in Enumerable.Range(0, 60)) parts.ShouldContain(p => Math.Abs(p.TimeS - (10 + (0.01 * i))) < 0.1001);
    }

    [Theory]
    [InlineData(0.019, 1)]
    [InlineData(0.021, 2)]
    public void PartThatIsLessLikelyThanTwoInAHundred_StaysInTheRangeOfItsNeighbour(double late, int candidates)
    {
        CrossingCandidate[] parts = Of([(10, 1 - late), (10.3, late)]);
        parts.Length.ShouldBe(candidates);
        parts[0].TimeS.ShouldBe(10, 1e-9);
        parts[0].LatestS.ShouldBe(candidates == 1 ? 10.3 : 10, 1e-9);
        Of([(9.7, late), (10, 1 - late)]).Length.ShouldBe(candidates);
    }

    [Fact]
    public void WhateverTheTimes_NearlyAllOfThemAreWithinATenthOfACandidate()
    {
        Prop.ForAll(Gen.Choose(0, 900).NonEmptyListOf().ToArbitrary(), times =>
        {
            (double TimeS, double Weight)[] all = [.. times.Order().Select(t => (10 + (t / 1000.0), 1.0))];
            CrossingCandidate[] parts = Of(all);
            double missed = (double)all.Count(t => !parts.Any(p => Math.Abs(p.TimeS - t.TimeS) <= 0.1001)) / all.Length;
            return missed <= 0.04 * parts.Length && Math.Abs(parts.Sum(p => p.Share) - 1) < 1e-9 && parts.All(p => p.EarliestS <= p.TimeS && p.TimeS <= p.LatestS);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    private static CrossingCandidate[] Of((double TimeS, double Weight)[] times) =>
        [.. CrossingCandidate.OfSwing([.. times.Select(t => (t.TimeS, Foot.Left, t.Weight))], 0, times.Length, times.Sum(t => t.Weight))];
}

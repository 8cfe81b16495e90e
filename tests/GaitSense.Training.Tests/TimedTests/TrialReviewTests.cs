using GaitSense.Core;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;

namespace GaitSense.Training.Tests.TimedTests;

/// <summary>A person's look at trials that are kept: what waits, what it may count as, and what stays as it is.</summary>
public sealed class TrialReviewTests
{
    private static readonly Trial Waiting = new()
    {
        Id = Guid.NewGuid(),
        Test = "t25fw@1",
        No = 1,
        Instruction = "fast",
        WatchS = 5.9,
        Feet = [new FeetTime(3, 8.1, Foot.Left, 0.6), new FeetTime(3, 8.6, Foot.Right, 0.4)],
        Official = 5.9,
        Definition = "watch-from-go",
        Validity = Validity.Attention,
        Reason = "a foot stood at the line; nobody has looked at it",
    };

    [Theory]
    [InlineData("t25fw@1", Validity.Attention, 5.9, false, true)]
    [InlineData("t25fw@1", Validity.Valid, 5.9, false, false)]
    [InlineData("t25fw@1", Validity.Valid, null, false, true)] // taken without a result
    [InlineData("t25fw@1", Validity.Valid, null, true, false)] // practice has no need of one
    [InlineData("t25fw@1", Validity.Invalid, null, false, false)]
    [InlineData("dual@1", Validity.Valid, null, false, false)] // the walk alone has no result of its own
    [InlineData("dual@1", Validity.Attention, null, false, true)]
    public void ATrial_WaitsUntilAPersonHasLookedAtIt_AndItHasItsResult(string test, Validity validity, double? official, bool practice, bool waits) =>
        TrialReview.Waits(Waiting with { Test = test, Validity = validity, Official = official, Practice = practice }).ShouldBe(waits);

    [Fact]
    public void Accepted_ItCountsAsItIs_AndKeepsWhatWasNoted()
    {
        Trial valid = Take(Waiting, new TrialDecision());
        (valid.Validity, valid.Official, valid.Definition, valid.Reason).ShouldBe((Validity.Valid, 5.9, "watch-from-go", "a foot stood at the line"));
        TrialReview.Waits(valid).ShouldBeFalse();
    }

    [Fact]
    public void CandidateThatIsChosen_IsTheResultAndStandsFirst()
    {
        Trial second = Take(Waiting, new TrialDecision { Candidate = 1 });
        (second.Definition, second.Feet[0].Crosses, second.Feet.Count).ShouldBe(("feet-leave-to-cross", Foot.Right, 2));
        second.Official!.Value.ShouldBe(5.6, 1e-9);
        Trial first = Take(Waiting, new TrialDecision { Definition = "feet-leave-to-cross", Candidate = 0 });
        first.Official!.Value.ShouldBe(5.1, 1e-9);
        first.Feet.ShouldBe(Waiting.Feet);
    }

    [Fact]
    public void Rejected_ItHasNoResultAndItsReason_AndStaysSo()
    {
        Trial invalid = Take(Waiting, new TrialDecision { Rejected = "somebody was in the way" });
        (invalid.Validity, invalid.Official, invalid.Definition, invalid.Reason).ShouldBe((Validity.Invalid, null, null, "somebody was in the way"));
        Why(invalid, new TrialDecision()).ShouldContain("that stays");
        Why(invalid, new TrialDecision { Rejected = "again" }).ShouldContain("that stays");
    }

    [Fact]
    public void TrialThatCounted_CanBeLookedAtAgain()
    {
        Trial counted = Waiting with { Validity = Validity.Valid, Reason = "a foot stood at the line" };
        Take(counted, new TrialDecision { Rejected = "the button was wrong" }).Validity.ShouldBe(Validity.Invalid);
        Take(counted, new TrialDecision { Candidate = 0 }).Definition.ShouldBe("feet-leave-to-cross");
        TrialReview.Take([counted], 1, new TrialDecision()).Changed.ShouldBeEmpty(); // nothing to change
    }

    [Theory]
    [InlineData("there is no candidate 3", null, 2, null)]
    [InlineData("there is no candidate 0", null, -1, null)]
    [InlineData("2 candidates: say which", "feet-leave-to-cross", null, null)]
    [InlineData("a candidate is a time by the feet", "watch-from-go", 0, null)]
    [InlineData("has no definition \"mine\"", "mine", null, null)]
    [InlineData("needs a reason", null, null, " ")]
    public void DecisionThatCannotBe_ChangesNothingAndSaysWhy(string why, string? definition, int? candidate, string? rejected) =>
        Why(Waiting, new TrialDecision { Definition = definition, Candidate = candidate, Rejected = rejected }).ShouldContain(why);

    [Fact]
    public void TrialWithoutAValue_IsNotTaken_HoweverItIsAsked()
    {
        Trial none = Waiting with { WatchS = null, Feet = [], Official = null, Definition = null };
        Why(none, new TrialDecision()).ShouldContain("say by which definition (watch-from-go, feet-leave-to-cross)");
        Why(none, new TrialDecision { Definition = "watch-from-go" }).ShouldContain("no value by watch-from-go");
        Why(none, new TrialDecision { Definition = "feet-leave-to-cross" }).ShouldContain("no value by feet-leave-to-cross");
        Why(none with { Test = "t25fw@9" }, new TrialDecision()).ShouldContain("t25fw@9 is not known here");
        TrialReview.Take([none], 2, new TrialDecision()).Why.ShouldBe("there is no trial 2");
    }

    [Fact]
    public void SixMinutes_CountByLapsOrByTheStrideSum_EachWhereItIs()
    {
        Trial walk = Waiting with { Test = "6mwt@1", Instruction = "comfortable", Feet = [], WatchS = null, Official = null, Definition = null, DistanceM = 352, Parts = [new("stride_sum", 349.5, "m"), new("lengths", 11, "1"), new("rest_of_length", 22, "m")] };
        Take(walk, new TrialDecision { Definition = "lap-distance" }).Official.ShouldBe(352);
        Take(walk, new TrialDecision { Definition = "stride-sum" }).Official.ShouldBe(349.5);
        // Without a corridor the distance is the sum, and no lap's.
        Why(walk with { DistanceM = 349.5, Parts = [walk.Parts[0]] }, new TrialDecision { Definition = "lap-distance" }).ShouldContain("no value by lap-distance");
        Why(walk with { Reason = "9 of 100 strides could not be measured: the stride sum is too short" }, new TrialDecision { Definition = "stride-sum" }).ShouldContain("no value by stride-sum");
    }

    [Fact]
    public void DualTask_HasItsCostWhenBothWalksCount_AndLosesItWithEither()
    {
        Trial alone = Waiting with { Id = Guid.NewGuid(), Test = "dual@1", Instruction = "single", Official = null, Definition = null, Validity = Validity.Valid, Reason = "", Parts = [new("speed", 1.2, "m/s")] };
        Trial dual = alone with { Id = Guid.NewGuid(), No = 2, Instruction = "dual", Validity = Validity.Attention, Parts = [new("speed", 0.9, "m/s")] };
        Trial priced = TrialReview.Take([alone, dual], 2, new TrialDecision()).Changed.ShouldHaveSingleItem();
        priced.Official!.Value.ShouldBe(25, 1e-9);
        IReadOnlyList<Trial> after = TrialReview.Take([alone, priced], 1, new TrialDecision { Rejected = "slowed" }).Changed;
        after.Select(t => (t.No, t.Validity, t.Official)).ShouldBe([(1, Validity.Invalid, null), (2, Validity.Valid, null)]);
        TrialReview.Take([alone, dual], 2, new TrialDecision { Definition = "speed-cost" }).Why!.ShouldContain("the cost of both");
    }

    private static Trial Take(Trial trial, TrialDecision decision)
    {
        (string? why, IReadOnlyList<Trial> changed) = TrialReview.Take([trial], trial.No, decision);
        why.ShouldBeNull();
        return changed.ShouldHaveSingleItem();
    }

    private static string Why(Trial trial, TrialDecision decision)
    {
        (string? why, IReadOnlyList<Trial> changed) = TrialReview.Take([trial], trial.No, decision);
        changed.ShouldBeEmpty();
        return why.ShouldNotBeNull();
    }
}

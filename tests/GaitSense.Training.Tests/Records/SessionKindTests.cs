using GaitSense.Training.Plans;
using GaitSense.Training.Progression;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;
using GaitSense.Training.Tests.Verdicts;
using GaitSense.Training.Verdicts;

namespace GaitSense.Training.Tests.Records;

/// <summary>A session of timed tests says so, and is no practice.</summary>
public sealed class SessionKindTests
{
    private static readonly Session Walk = Some.Session(0), Test = Some.Session(0, [Some.Trial("t25fw@1", 2, 7), Some.Trial("t25fw@1", 1, 7.2)]), TwoTests = Some.Session(0, [Some.Trial("tug@1", 2, 12), Some.Trial("t25fw@1", 1, 7)]);

    [Fact]
    public void ASession_IsItsTests_OrWhatWasPractised()
    {
        new[] { Walk, Test, TwoTests }.Select(SessionKind.Of).ShouldBe(["comfortable_walk", "timed test t25fw", "timed test t25fw, tug"]);
        new[] { Walk, Test, TwoTests }.Select(SessionKind.KeyOf).ShouldBe(["comfortable_walk", "t25fw@1", "t25fw@1+tug@1"]);
        new[] { Walk, Test, TwoTests }.Select(SessionKind.IsTest).ShouldBe([false, true, true]);
    }

    [Fact]
    public void ATestThatNeverCameToAnAttempt_IsATestAllTheSame()
    {
        Trial unbegun = UnbegunTrial.Of(Guid.NewGuid(), new TestSetting { Test = TestDefinitions.Find("6mwt")!, Instruction = "comfortable", CorridorM = 30 });
        SessionKind.Of(Some.Session(0, [unbegun])).ShouldBe("timed test 6mwt");
        (unbegun.Instruction, unbegun.Validity, unbegun.Official, unbegun.GoS).ShouldBe(("comfortable", Validity.Invalid, null, null));
    }

    [Fact]
    public void WhatWasWalkedInATest_StandsInNoSeriesOfWalks()
    {
        Measure steps = new() { Name = "steps", Direction = Core.WalkingDirection.Unknown, Value = 40, N = 40, Unit = "1" };
        IReadOnlyList<Series> series = SeriesBuilder.Of([Some.Session(0, measures: [steps]), Some.Session(1, [Some.Trial("t25fw@1", 1, 7)], [steps])]);
        series.Where(s => s.Key.Name is "steps").Select(s => (s.Key.Instruction, s.Values.Count)).Order().ShouldBe([("comfortable_walk", 1), ("t25fw@1", 1)]);
    }

    [Fact]
    public void ATestThatWasEnded_IsNoDoseThatWasEndedEarly_ButItsPainCounts()
    {
        Session ended = Test with { Status = SessionStatus.EndedEarly, StopReason = StopReason.Pain };
        SessionWindow window = new([ended], Some.Monday, Some.Monday);
        window.EarlyStops.ShouldBeEmpty();
        window.PainStops.ShouldHaveSingleItem();
        new SessionWindow([ended with { Trials = [], Task = TrainingTask.ComfortableWalk }], Some.Monday, Some.Monday).EarlyStops.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("watch-from-go", "s")]
    [InlineData("feet-leave-to-cross", "s")]
    [InlineData("lap-distance", "m")]
    [InlineData("stride-sum", "m")]
    [InlineData("speed-cost", "%")]
    public void AResult_HasTheUnitOfItsDefinition(string definition, string unit) => ResultUnit.Of(Some.Trial("of-one's-own@1", 1, 3, definition: definition)).ShouldBe(unit);

    [Fact]
    public void EveryDefinitionOfEveryTest_HasTheUnitThatTheTestSays() =>
        TestDefinitions.All.SelectMany(t => t.Definitions.Select(d => (d, ResultUnit.Of(d), t.Unit))).ShouldAllBe(x => x.Item2 == x.Unit);

    [Fact]
    public void ADefinitionThatIsNotKnownHere_HasTheUnitOfItsTest_OrNone()
    {
        ResultUnit.Of(Some.Trial("tug@1", 1, 3, definition: "mine")).ShouldBe("s");
        ResultUnit.Of(Some.Trial("mine@1", 1, 3, definition: "mine")).ShouldBeNull();
    }
}

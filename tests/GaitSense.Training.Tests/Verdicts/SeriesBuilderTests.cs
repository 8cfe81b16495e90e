using FsCheck;
using FsCheck.Fluent;
using GaitSense.Core;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.Verdicts;

namespace GaitSense.Training.Tests.Verdicts;

/// <summary>Sessions become series: what belongs together, what is left out, one value for each visit.</summary>
public sealed class SeriesBuilderTests
{
    [Fact]
    public void Of_TwoTrialsOfADay_AreOneVisitWithTheirMean()
    {
        Series s = SeriesBuilder.Of([Some.Session(0, [Some.Trial("t25fw@1", 1, 7.0), Some.Trial("t25fw@1", 2, 8.0)])]).ShouldHaveSingleItem();
        s.Values.ShouldHaveSingleItem().ShouldSatisfyAllConditions(v => v.Value.ShouldBe(7.5), v => v.Of.ShouldBe(2), v => v.Day.ShouldBe(Some.Monday));
    }

    [Fact]
    public void Of_SixMinutesTwice_CountsTheLastWalk() =>
        SeriesBuilder.Of([Some.Session(0, [Some.Trial("6mwt@1", 1, 400, definition: "lap-distance"), Some.Trial("6mwt@1", 2, 390, definition: "lap-distance")])]).Single().Values.Single().Value.ShouldBe(390);

    [Fact]
    public void Of_PracticeFalseStartsAndUnseenTrials_AreLeftOutAndSaid()
    {
        Series s = SeriesBuilder.Of([Some.Session(0, [Some.Trial("tug@1", 1, 15, practice: true), Some.Trial("tug@1", 2, 3, validity: Validity.Invalid), Some.Trial("tug@1", 3, 4, validity: Validity.Attention), Some.Trial("tug@1", 4, 10)])]).Single();
        s.Values.Single().Value.ShouldBe(10);
        s.LeftOut.ShouldBe(
        [
            "2026-01-05: a practice trial is kept, not judged", "2026-01-05: attempt 2 does not count (invalid: false start)", "2026-01-05: attempt 3 does not count (attention: false start)",
        ]);
    }

    [Theory]
    [InlineData("another instruction (comfortable, not fast)")]
    [InlineData("another definition (feet-leave-to-cross, not watch-from-go)")]
    [InlineData("another version of the test (2, not 1)")]
    [InlineData("another aid (one stick, not none)")]
    [InlineData("another orthosis (brace, not none)")]
    [InlineData("another aid (not said, not none)")]
    public void Of_WhatIsNotAlike_IsAnotherSeriesThatSaysInWhatItDiffers(string difference)
    {
        Session other = difference.Split(' ')[1] switch
        {
            "instruction" => Some.Session(2, [Some.Trial("t25fw@1", 1, 9, instruction: "comfortable")]),
            "definition" => Some.Session(2, [Some.Trial("t25fw@1", 1, 9, definition: "feet-leave-to-cross")]),
            "version" => Some.Session(2, [Some.Trial("t25fw@2", 1, 9)]),
            "aid" when difference.Contains("not said", StringComparison.Ordinal) => Some.Session(2, [Some.Trial("t25fw@1", 1, 9)]) with { Aid = null },
            "aid" => Some.Session(2, [Some.Trial("t25fw@1", 1, 9)], aid: WalkingAid.OneStick),
            _ => Some.Session(2, [Some.Trial("t25fw@1", 1, 9)]) with { Orthosis = Orthosis.Brace },
        };
        IReadOnlyList<Series> series = SeriesBuilder.Of([Some.Session(0, [Some.Trial("t25fw@1", 1, 7)]), other]);
        series.Count.ShouldBe(2);
        Series nine = series.Single(s => s.Values[0].Value == 9), seven = series.Single(s => s.Values[0].Value == 7);
        nine.Key.DifferencesFrom(seven.Key).ShouldBe([difference]);
        seven.Key.DifferencesFrom(seven.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Of_ForwardAndBackwardAndTwoTasks_AreNeverMixed()
    {
        Session comfortable = Some.Session(0, measures: [Some.Speed(1.0), Some.Speed(0.4, WalkingDirection.Backward)]), dual = Some.Session(2, measures: [Some.Speed(0.8)], task: TrainingTask.DualTask);
        SeriesBuilder.Of([comfortable, dual]).Select(s => (s.Key.Direction, s.Key.Instruction, s.Values.Single().Value)).ShouldBe(
            [(WalkingDirection.Forward, "comfortable_walk", 1.0), (WalkingDirection.Backward, "comfortable_walk", 0.4), (WalkingDirection.Forward, "dual_task", 0.8)], ignoreOrder: true);
        IReadOnlyList<Series> ways = SeriesBuilder.Of([comfortable]);
        ways[0].Key.DifferencesFrom(ways[1].Key).ShouldHaveSingleItem().ShouldStartWith("another direction");
    }

    [Fact]
    public void Of_TwoSessionsOfADay_AreOneVisitMeasuredNoBetterThanOne()
    {
        Session morning = Some.Session(0, measures: [Some.Speed(1.0)]), evening = Some.Session(0, measures: [Some.Speed(1.2)]) with { Id = Guid.CreateVersion7(), Start = morning.Start.AddHours(8) };
        VisitValue v = SeriesBuilder.Of([evening, morning]).Single().Values.Single();
        (v.Value, v.Of, v.MeasuringSd).ShouldBe((1.1, 2, 0.01));
        v.Sessions.ShouldBe([morning.Id, evening.Id]);
    }

    // 22:30 UTC is the next morning in Auckland, and the afternoon before in Los Angeles.
    [Theory, InlineData("Pacific/Auckland", 6), InlineData("America/Los_Angeles", 5)]
    public void Of_ASession_IsAVisitOfTheDayWhereItTookPlace(string zone, int day) =>
        SeriesBuilder.Of([LateInTheEvening(zone)]).Single().Values.Single().Day.ShouldBe(new DateOnly(2026, 1, day));

    // Taken for UTC it would be a visit of another day, or no visit of its own: what is offered today refuses such a session too.
    [Fact]
    public void Of_ASessionOfAZoneThatNobodyKnows_IsRefusedWithItsName() =>
        Should.Throw<GaitSenseException>(() => SeriesBuilder.Of([LateInTheEvening("Nowhere/Land")])).Message.ShouldContain("zone Nowhere/Land is not known here");

    private static Session LateInTheEvening(string zone) => Some.Session(0, measures: [Some.Speed(1.0)]) with { Start = new DateTimeOffset(2026, 1, 5, 22, 30, 0, TimeSpan.Zero), Zone = zone };

    [Fact]
    public void Of_SimulatedSessions_AreNoVisitsOfAPerson()
    {
        Session[] sessions = [Some.Session(0, measures: [Some.Speed(1.0)]), Some.Session(2, measures: [Some.Speed(2.0)], source: SessionSource.Simulation)];
        SeriesBuilder.Of(sessions).Single().Values.Single().Value.ShouldBe(1.0);
        SeriesBuilder.Of(sessions).Single().LeftOut.ShouldBe(["2026-01-07: a simulated session is no visit"]);
        SeriesBuilder.Of(sessions, simulated: true).Single().Values.Single().Value.ShouldBe(2.0);
    }

    [Fact]
    public void Of_ATrialWithoutAChosenResultOrItsDefinition_IsNoVisit()
    {
        Trial good = Some.Trial("tug@1", 1, 10);
        foreach (Trial bad in (Trial[])[good with { Official = null }, good with { Definition = null }])
            SeriesBuilder.Of([Some.Session(0, [good]), Some.Session(2, [bad])]).Where(s => s.Values.Count > 0).ShouldHaveSingleItem().Values.Single().Day.ShouldBe(Some.Monday);
    }

    [Fact]
    public void Of_TestsAndMeasures_ComeTestsFirstEachByName() =>
        SeriesBuilder.Of([Some.Session(0, [Some.Trial("tug@1", 1, 10), Some.Trial("3mbw@1", 2, 6)], [Some.Speed(1.0)])]).Select(s => s.Key.Name).ShouldBe(["3mbw", "tug", "speed_mps"]);

    [Fact]
    public void Of_AWithheldMeasure_IsNoValueAndSaysWhy() =>
        SeriesBuilder.Of([Some.Session(0, measures: [Some.Speed(1.0)]), Some.Session(2, measures: [Some.Speed(1.0) with { Value = null, Withheld = "too few strides" }])]).Single().LeftOut.ShouldBe(["2026-01-07: withheld: too few strides"]);

    [Fact]
    public void Of_AnyOrderOfSessions_GivesTheSameSeriesWithRisingDays() => Prop.ForAll(Gen.Shuffle(Enumerable.Range(0, 12).ToArray()).ToArbitrary(), order =>
    {
        IReadOnlyList<Series> series = SeriesBuilder.Of(order.Select(day => Some.Session(day / 2, [Some.Trial("t25fw@1", 1, day)], [Some.Speed(day / 10.0)]) with { Id = new Guid(day, 0, 0, new byte[8]) }));
        return series.Count == 2 && series.All(s => s.Values.Count == 6 && s.Values.Zip(s.Values.Skip(1)).All(p => p.First.Day < p.Second.Day))
            && series[0].Values.Select(v => v.Value).SequenceEqual([0.5, 2.5, 4.5, 6.5, 8.5, 10.5]);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));
}

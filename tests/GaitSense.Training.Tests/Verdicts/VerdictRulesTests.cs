using GaitSense.Training.Verdicts;

namespace GaitSense.Training.Tests.Verdicts;

/// <summary>What is said of series made by hand.</summary>
public sealed class VerdictRulesTests
{
    // Five visits with mean 1.00 and SD 0.0158.
    private static readonly double[] Steady = [0.98, 0.99, 1.00, 1.01, 1.02];

    [Fact]
    public void Judge_FewerVisitsThanABaselineNeeds_IsNotEnoughData()
    {
        Some.Judge(Some.Feet("speed_mps"), 1, 1.01, 0.99, 1).ShouldSatisfyAllConditions(v => v.Kind.ShouldBe(VerdictKind.NotEnoughData), v => v.Missing.ShouldBe("4 of the 5 visits that a baseline needs"), v => v.Limit.ShouldBeNull());
        Some.Judge(Some.Feet("speed_mps"), Steady).ShouldSatisfyAllConditions(v => v.Kind.ShouldBe(VerdictKind.NotEnoughData), v => v.Missing!.ShouldContain("complete"), v => v.Limit!.Up.ShouldBeGreaterThan(0));
    }

    [Theory, InlineData("watch-from-go", 3), InlineData("feet-leave-to-cross", 5)]
    public void Judge_APublishedChange_AllowsAShorterBaselineForItsOwnDefinitionOnly(string definition, int visits) =>
        Some.Judge(Some.Test("t25fw@1", definition: definition), 7.0, 7.2).Missing.ShouldBe($"2 of the {visits} visits that a baseline needs");

    [Theory]
    [InlineData("t25fw@1", "comfortable")]
    [InlineData("3mbw@1", "comfortable")]
    [InlineData("tug@1", "comfortable")]
    public void Judge_AnotherInstructionThanThePublishedOne_LeansOnThePersonAlone(string test, string instruction)
    {
        Verdict v = Some.Judge(Some.Test(test, instruction), 7, 7.1, 6.9, 7.2, 6.8, 7);
        v.Limit!.Parts.Select(p => p.Kind).ShouldBe([LimitPartKind.Own]);
    }

    [Fact]
    public void Judge_OneTestBeyond_IsNoChangeYet()
    {
        Verdict v = Some.Judge(Some.Test("t25fw@1"), 7, 7.1, 6.9, 14);
        v.Kind.ShouldBe(VerdictKind.NoClearChange);
        v.Notes.ShouldBe(["beyond the limit at one visit: 3 must agree", "near the published 20 %: repeat"]);
        v.Meaning.ShouldBe("not larger than measuring noise; a change is not ruled out");
    }

    [Fact]
    public void Judge_AThirdTestThatAgrees_IsAChangeForTheWorse()
    {
        Some.Judge(Some.Test("t25fw@1"), 7, 7.1, 6.9, 14, 14).Kind.ShouldBe(VerdictKind.NoClearChange);
        Verdict v = Some.Judge(Some.Test("t25fw@1"), 7, 7.1, 6.9, 14, 14, 13.5);
        (v.Kind, v.Way).ShouldBe((VerdictKind.ChangedAndMeaningful, ChangeWay.Worse));
        v.Words.ShouldBe("changed and meaningful: worse");
        v.Change!.Value.ShouldBe(6.5, 1e-9);
    }

    [Theory]
    [InlineData(14, 7, 14)]
    [InlineData(14, 0.5, 14)]
    [InlineData(14, 14, 0.5)]
    public void Judge_TestsThatDoNotAgree_AreNoChange(double a, double b, double c) => Some.Judge(Some.Test("t25fw@1"), 7, 7.1, 6.9, a, b, c).Kind.ShouldBe(VerdictKind.NoClearChange);

    [Fact]
    public void Judge_AMeasureOfEverySession_NeedsTwoWeeksOfThreeSessions()
    {
        double[] slow = [0.5, 0.5, 0.5, 0.5, 0.5];
        Some.Judge(Some.Feet("speed_mps"), [.. Steady, .. slow]).Kind.ShouldBe(VerdictKind.NoClearChange);
        Some.Judge(Some.Feet("speed_mps"), [.. Steady, .. slow, 0.5]).ShouldSatisfyAllConditions(v => v.Kind.ShouldBe(VerdictKind.Changed), v => v.Way.ShouldBe(ChangeWay.Worse));
        Some.Judge(Some.Feet("speed_mps"), [.. Steady, .. slow, 1.0, 0.5, 0.5]).Kind.ShouldBe(VerdictKind.NoClearChange);
    }

    // Two tests at the end of a plan: no third will come, and the limit is the wider one that two need.
    [Fact]
    public void Judge_APlanOfTwoTests_AsksNoThird_AndHasAWiderLimit()
    {
        Series s = Some.Of(Some.Test("t25fw@1"), 7, 7.1, 6.9, 14, 14);
        Verdict two = VerdictRules.Judge(s, new VerdictFamily { TestVisits = 2 }, Some.Statement), three = VerdictRules.Judge(s, new VerdictFamily { TestVisits = 3 }, Some.Statement);
        (two.InARow, two.Kind).ShouldBe((2, VerdictKind.ChangedAndMeaningful));
        (three.InARow, three.Kind).ShouldBe((3, VerdictKind.NoClearChange));
        two.Limit!.Parts.Single(p => p.Kind == LimitPartKind.Own).Up.ShouldBeGreaterThan(three.Limit!.Parts.Single(p => p.Kind == LimitPartKind.Own).Up);
    }

    // Good and bad weeks: 0.5 is what simulated people are tried with (benchmarks/results/verdicts.md).
    [Theory, InlineData("t25fw@1"), InlineData("speed_mps")]
    public void Judge_ALimit_AllowsForVisitsThatDependOnEachOther(string name)
    {
        LimitTable independent = LimitTable.BuiltIn with { Settings = LimitTable.BuiltIn.Settings with { TestCorrelation = 0, MeasureCorrelation = 0 } };
        Series s = Some.Of(name is "speed_mps" ? Some.Feet(name) : Some.Test(name), 1, 1.05, 0.95, 1.02, 0.98, 1);
        VerdictRules.Judge(s, new VerdictFamily(), Some.Statement).Limit!.Up.ShouldBeGreaterThan(1.3 * VerdictRules.Judge(s, new VerdictFamily(), Some.Statement, independent).Limit!.Up);
        (LimitTable.BuiltIn.Settings.TestCorrelation, LimitTable.BuiltIn.Settings.MeasureCorrelation).ShouldBe((0.5, 0.5));
    }

    [Fact]
    public void Judge_AChangeThatGoesBack_IsNoChangeAnyMore() => Some.Judge(Some.Test("t25fw@1"), 7, 7.1, 6.9, 14, 14, 14, 7.1).Kind.ShouldBe(VerdictKind.NoClearChange);

    [Theory]
    [InlineData("speed_mps", 2, ChangeWay.Better)]
    [InlineData("speed_mps", 0.2, ChangeWay.Worse)]
    [InlineData("cadence_steps_per_min", 2, ChangeWay.Up)]
    [InlineData("cadence_steps_per_min", 0.2, ChangeWay.Down)]
    [InlineData("double_support_percent", 0.2, ChangeWay.Better)]
    public void Judge_EachQuantity_KnowsWhichWayIsBetter(string name, double factor, ChangeWay way)
    {
        double scale = name is "speed_mps" ? 1 : 100;
        Some.Judge(Some.Feet(name), [.. Steady.Concat(Enumerable.Repeat(factor, 6)).Select(v => v * scale)]).Way.ShouldBe(way);
    }

    [Theory]
    [InlineData(10, 40, ChangeWay.Worse, false)]
    [InlineData(10, 0, ChangeWay.Better, false)]
    [InlineData(-10, -1, ChangeWay.Better, false)]
    [InlineData(10, -8, ChangeWay.Better, true)]
    [InlineData(10, -30, ChangeWay.Worse, true)]
    public void Judge_LeftAgainstRight_IsBetterNearerZero(double from, double to, ChangeWay way, bool otherSide)
    {
        Verdict v = Some.Judge(Some.Feet("swing_time_symmetry_percent"), [from - 0.2, from, from + 0.2, from - 0.1, from + 0.1, to, to, to, to, to, to]);
        (v.Kind, v.Way).ShouldBe((VerdictKind.Changed, way));
        v.Notes.Contains("the other side is the larger one now", StringComparer.Ordinal).ShouldBe(otherSide);
    }

    [Theory, InlineData(8.3, true), InlineData(8.1, false), InlineData(5.7, true), InlineData(5.9, false)]
    public void Judge_TheShortWalk_SaysNearThePublishedChange(double last, bool said) =>
        Some.Judge(Some.Test("t25fw@1"), 7, 7, 7, last).Notes.Contains("near the published 20 %: repeat", StringComparer.Ordinal).ShouldBe(said);

    [Fact]
    public void Judge_UpAndGo_HasALimitForEachSide()
    {
        LimitPart published = Some.Judge(Some.Test("tug@1"), 10, 10, 10, 10).Limit!.Parts.Single(p => p.Kind == LimitPartKind.Published);
        published.Up.ShouldBe(3.1, 1e-9);
        published.Down.ShouldBe(2.3, 1e-9);
        published.Source.ShouldContain("n 43");
    }

    // Six minutes: +60 m is beyond 19.7 m, which was found with the comfortable instruction and for the better only.
    [Theory]
    [InlineData("comfortable", 500, VerdictKind.ChangedAndMeaningful)]
    [InlineData("as-far-as-possible", 500, VerdictKind.Changed)]
    [InlineData("comfortable", 300, VerdictKind.Changed)]
    public void Judge_SixMinutes_IsMeaningfulForItsInstructionAndTheBetterOnly(string instruction, double last, VerdictKind kind) =>
        Some.Judge(Some.Test("6mwt@1", instruction, "lap-distance"), 400, 402, 398, 401, 399, last, last, last).Kind.ShouldBe(kind);

    [Fact]
    public void Judge_TwoMinutes_AsksTheLargerOfBothViews()
    {
        // 8.5 m: more than the therapists called important, less than the patients did.
        Verdict v = VerdictRules.Judge(Some.Of(Some.Test("2mwt@1", "comfortable", "lap-distance"), [.. Enumerable.Range(0, 30).Select(i => 150.0 + (i % 2)), 159, 159, 159]), new VerdictFamily { BaselineThrough = Some.Monday.AddDays(59) }, Some.Statement);
        v.Kind.ShouldBe(VerdictKind.Changed);
        VerdictRules.Judge(v.Series with { Values = [.. v.Series.Values.Select(x => x.Value > 155 ? x with { Value = 161 } : x)] }, v.Family, Some.Statement).Kind.ShouldBe(VerdictKind.ChangedAndMeaningful);
    }

    [Theory, InlineData("dual"), InlineData("distance_walked_index_percent"), InlineData("9hpt")]
    public void Judge_WhatIsNeverJudged_IsRefused(string name) => Should.Throw<ArgumentException>(() => Some.Judge(Some.Test(name), 1, 2, 3)).Message.ShouldContain("has no verdict");

    [Fact]
    public void Judge_AStatementThatSaysNothing_IsRefused() =>
        Should.Throw<ArgumentException>(() => VerdictRules.Judge(Some.Of(Some.Test("tug@1"), 10), new VerdictFamily(), Some.Statement with { Reference = " " }));

    [Fact]
    public void Judge_ValuesOutOfOrder_AreRefused()
    {
        Series s = Some.Of(Some.Test("tug@1"), 10, 11);
        Should.Throw<ArgumentException>(() => VerdictRules.Judge(s with { Values = [s.Values[1], s.Values[0]] }, new VerdictFamily(), Some.Statement));
        Should.Throw<ArgumentException>(() => VerdictRules.Judge(s with { Values = [s.Values[0], s.Values[0]] }, new VerdictFamily(), Some.Statement));
    }

    [Fact]
    public void ALimit_IsBeyondOnlyWhatItReaches()
    {
        VerdictLimit limit = new() { Parts = [new LimitPart(LimitPartKind.Own, 2, 1, "own"), new LimitPart(LimitPartKind.Published, 1, 3, "published")] };
        new[] { 2.0, 2.01, -3, -3.01, 0 }.Select(limit.Side).ShouldBe([0, 1, 0, -1, 0]);
        (limit.UpSource, limit.DownSource).ShouldBe(("own", "published"));
    }

    // Three visits tell little of how much a person varies: the published SD counts as four degrees of freedom beside their two.
    [Fact]
    public void Judge_AThreeVisitBaseline_LeansOnThePublishedSd()
    {
        Verdict v = Some.Judge(Some.Test("3mbw@1"), 5.9, 6.1, 6.3);
        double published = 1.69 / 2.7718, own = 0.2, factor = double.Parse(v.Limit!.Parts[1].Source.Split(": ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        (v.Limit.Parts[1].Up / factor).ShouldBe(Math.Sqrt(((2 * ((own * own) + (0.1 * 0.1 / 12))) + (4 * published * published)) / 6), 2e-3);
    }

    [Fact]
    public void AFamily_OfWhichNothingIsSaid_IsNineMeasuresOverEightWeeks() =>
        new VerdictFamily().ShouldBe(new VerdictFamily { Measures = 9, MeasureVisits = 3 * 8, TestVisits = 8, BaselineThrough = null });

    [Fact]
    public void Judge_MoreThanNineMeasures_IsRefused() =>
        Should.Throw<ArgumentException>(() => VerdictRules.Judge(Some.Of(Some.Test("tug@1"), 10), new VerdictFamily { Measures = 10 }, Some.Statement)).Message.ShouldContain("1 to 9");

    [Fact]
    public void Judge_MeasuringErrorsLargerThanAllElse_AreTheLimit()
    {
        Series s = Some.Of(Some.Feet("speed_mps"), [.. Steady, 1.2]);
        Verdict v = VerdictRules.Judge(s with { Values = [.. s.Values.Select(x => x with { MeasuringSd = x.Value > 1.1 ? 0.4 : 0.3 })] }, new VerdictFamily(), Some.Statement);
        v.Limit!.Up.ShouldBe(1.959964 * 0.5, 1e-9);
        v.Limit.UpSource.ShouldStartWith("measuring error");
    }

    [Fact]
    public void Judge_MeasuringErrorsNotKnownOfAllBaselineVisits_AreNoPart()
    {
        Series s = Some.Of(Some.Feet("speed_mps"), [.. Steady, 1.2]);
        VerdictRules.Judge(s with { Values = [.. s.Values.Select((x, i) => i == 2 ? x : x with { MeasuringSd = 0.4 })] }, new VerdictFamily(), Some.Statement).Limit!.Parts.ShouldHaveSingleItem();
    }

    [Fact]
    public void Judge_ALongerBaseline_IsTheOneThatWasSaid()
    {
        Verdict v = VerdictRules.Judge(Some.Of(Some.Feet("speed_mps"), [.. Steady, .. Steady, 1]), new VerdictFamily { BaselineThrough = Some.Monday.AddDays(18) }, Some.Statement);
        (v.Baseline!.N, v.Baseline.To).ShouldBe((10, Some.Monday.AddDays(18)));
    }

    [Fact]
    public void Judge_MoreVisitsThanPlanned_WidensAndSaysSo()
    {
        VerdictFamily family = new() { TestVisits = 2 };
        Verdict two = VerdictRules.Judge(Some.Of(Some.Test("t25fw@1"), 7, 7.1, 6.9, 7, 7), family, Some.Statement), three = VerdictRules.Judge(Some.Of(Some.Test("t25fw@1"), 7, 7.1, 6.9, 7, 7, 7), family, Some.Statement);
        (two.Looks, three.Looks).ShouldBe((2, 4));
        three.Limit!.Up.ShouldBeGreaterThan(two.Limit!.Up);
        three.Notes.ShouldBe(["more visits than planned: the limit was widened"]);
        two.Notes.ShouldBeEmpty();
    }

    // A watch read in whole seconds: a rise by one step is what reading does.
    [Fact]
    public void Judge_ValuesWrittenInSteps_NeedMoreThanAStep()
    {
        Some.Judge(Some.Test("tug@1", "comfortable"), 10, 10, 10, 10, 10, 11, 11, 11, 11).Kind.ShouldBe(VerdictKind.NoClearChange);
        Some.Judge(Some.Test("tug@1", "comfortable"), 10, 10, 10, 10, 10, 10.1, 10.1, 10.1).Kind.ShouldBe(VerdictKind.NoClearChange);
        Some.Judge(Some.Test("tug@1", "comfortable"), 10, 10, 10, 10, 10, 20, 20, 20).Kind.ShouldBe(VerdictKind.Changed);
    }

    [Fact]
    public void Judge_AnyVerdict_CarriesWhatItWasComputedFrom()
    {
        Verdict v = Some.Judge(Some.Test("t25fw@1"), 7, 7.1, 6.9, 14, 14, 13.5);
        v.Series.Values.Count.ShouldBe(6);
        v.Statement.ShouldBe(Some.Statement);
        v.LimitsVersion.ShouldBe(LimitTable.BuiltIn.Version);
        v.Limit!.Parts.Select(p => p.Kind).ShouldBe([LimitPartKind.Published, LimitPartKind.Own]);
        v.Limit.Parts[1].Source.ShouldContain("n 3");
        v.Meaningful.Single().Source.ShouldBe("Hobart and others 2013");
    }
}

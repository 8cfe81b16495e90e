using FsCheck;
using FsCheck.Fluent;
using GaitSense.Analysis.Statistics;
using GaitSense.Core;
using GaitSense.Training.Verdicts;

namespace GaitSense.Training.Tests.Verdicts;

/// <summary>What holds of verdicts whatever the values are.</summary>
public sealed class VerdictProperties
{
    private static readonly SeriesKey[] Keys =
        [Some.Test("t25fw@1"), Some.Test("tug@1"), Some.Test("3mbw@1", direction: WalkingDirection.Backward), Some.Test("6mwt@1", "comfortable", "lap-distance"), Some.Feet("speed_mps"), Some.Feet("swing_time_symmetry_percent"), Some.Feet("cadence_steps_per_min")];

    // Around 10, now and then far from it.
    private static readonly Gen<double> AnyValue = Gen.Choose(800, 1200).SelectMany(near => Gen.Frequency((5, Gen.Constant(1.0)), (1, Gen.Elements(0.3, 2.5))).Select(far => near / 100.0 * far));

    private static readonly Arbitrary<(SeriesKey Key, double[] Values)> AnySeries =
        Gen.Elements(Keys).SelectMany(key => AnyValue.ArrayOf().Select(values => (key, values[..Math.Min(16, values.Length)]))).ToArbitrary();

    [Fact]
    public void Judge_AChange_IsBeyondTheLimitInAllVisitsThatMustAgreeAndOnOneSide() => Check(v => !IsChange(v) ||
        After(v).TakeLast(v.InARow).Select(c => v.Limit!.Side(c)).Distinct().ToArray() is [not 0]);

    [Fact]
    public void Judge_NoChange_HasAVisitOfThemWithinOrOnTheOtherSide() => Check(v => v.Kind != VerdictKind.NoClearChange || v.Series.Values.Count - v.Baseline!.N < v.InARow ||
        After(v).TakeLast(v.InARow).Select(c => v.Limit!.Side(c)).Distinct().ToArray() is not [1] and not [-1]);

    [Fact]
    public void Judge_ALimit_IsNeverBelowThePublishedOneOrThePredictionInterval() => Check(v =>
    {
        if (v.Limit is null) return v.Kind == VerdictKind.NotEnoughData;
        ChangeLimit[] published = [.. LimitTable.BuiltIn.For(v.Series.Key, LimitSays.Changed)];
        bool above = published.All(p => v.Limit.Up >= p.UpFrom(v.Baseline!.Mean) && v.Limit.Down >= p.DownFrom(v.Baseline.Mean));
        double prediction = RepeatedLooks.StudentPoint(v.Baseline!.N - 1, 0.975) * v.Baseline.Sd * Math.Sqrt(1 + (1.0 / v.Baseline.N));
        // Where an SD is published it counts too, and the person's own may be the larger one.
        return above && (published.Length > 0 || v.Limit.Up >= prediction);
    });

    [Fact]
    public void Judge_Words_ClaimNoMoreThanTheKind() => Check(v => v.Words.StartsWith("changed", StringComparison.Ordinal) == IsChange(v) && (v.Way is null) != IsChange(v) && (v.Missing is null) != (v.Kind == VerdictKind.NotEnoughData));

    [Fact]
    public void Judge_TheBaselineInAnotherOrder_SaysTheSame() => Prop.ForAll(AnySeries, s =>
    {
        Verdict one = Some.Judge(s.Key, s.Values);
        if (one.Baseline is null) return true;
        Verdict other = Some.Judge(s.Key, [.. s.Values.Take(one.Baseline.N).Reverse(), .. s.Values.Skip(one.Baseline.N)]);
        return one.Kind == other.Kind && one.Way == other.Way && Math.Abs(one.Limit!.Up - other.Limit!.Up) < 1e-9;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Judge_ValuesTurnedAround_TurnTheVerdictAround() => Prop.ForAll(AnySeries, s =>
    {
        SeriesKey key = Some.Feet("cadence_steps_per_min"); // nothing of it is published, and neither way is better
        Verdict one = Some.Judge(key, s.Values), other = Some.Judge(key, [.. s.Values.Select(v => 100 - v)]);
        return one.Kind == other.Kind && (one.Way, other.Way) is (null, null) or (ChangeWay.Up, ChangeWay.Down) or (ChangeWay.Down, ChangeWay.Up);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    // Of plans that are long enough for all visits that must agree; a shorter one asks fewer of them, and its limit is wider for that.
    [Fact]
    public void Judge_MoreMeasuresOrMoreVisits_NeverNarrowTheLimit() => Prop.ForAll(AnySeries, Gen.Choose(1, 8).ToArbitrary(), Gen.Elements(6, 8, 24).ToArbitrary(), (s, measures, visits) =>
    {
        Series series = Some.Of(s.Key, s.Values);
        Verdict few = VerdictRules.Judge(series, new VerdictFamily { Measures = measures, MeasureVisits = visits, TestVisits = visits }, Some.Statement);
        Verdict more = VerdictRules.Judge(series, new VerdictFamily { Measures = measures + 1, MeasureVisits = visits, TestVisits = visits }, Some.Statement);
        Verdict longer = VerdictRules.Judge(series, new VerdictFamily { Measures = measures, MeasureVisits = 40, TestVisits = 40 }, Some.Statement);
        return few.Limit is null || (more.Limit!.Up >= few.Limit.Up && longer.Limit!.Up >= few.Limit.Up);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Judge_ThatNothingChanged_IsNeverCalledChanged() => Prop.ForAll(Gen.Elements(Keys).ToArbitrary(), Gen.Choose(1, 5000).ToArbitrary(), Gen.Choose(1, 30).ToArbitrary(), (key, value, visits) =>
        !IsChange(Some.Judge(key, [.. Enumerable.Repeat(value / 100.0, visits)]))).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static bool IsChange(Verdict v) => v.Kind is VerdictKind.Changed or VerdictKind.ChangedAndMeaningful;

    private static IEnumerable<double> After(Verdict v) => v.Series.Values.Skip(v.Baseline!.N).Select(x => x.Value - v.Baseline.Mean);

    private static void Check(Func<Verdict, bool> holds) => Prop.ForAll(AnySeries, s => holds(Some.Judge(s.Key, s.Values))).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}

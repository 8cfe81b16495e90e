using FsCheck;
using FsCheck.Fluent;
using GaitSense.Core;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;
using GaitSense.Training.TimedTests.Feet;

namespace GaitSense.Training.Tests.TimedTests;

/// <summary>Turns, lengths of a corridor, sums of strides, what a button tells, what a second task costs.</summary>
public sealed class FeetRulesTests
{
    [Fact]
    public void TurnIsFromTheFirstTurningFootsLeaving_ToTheLastOnesLanding()
    {
        HandMadeFeet feet = new HandMadeFeet().Walk(1, 0.6, 0.5, 4, Foot.Right);
        double t = feet.EndS + 0.2;
        for (int i = 1; i <= 5; i++) feet.Swing(i % 2 == 0 ? Foot.Left : Foot.Right, t + (0.5 * i), t + (0.5 * i) + 0.3, 2.4, headingRad: Math.PI * Math.Min(1, i / 4.0));
        FeetRecord record = new();
        feet.Play(record, feet.EndS + 1);
        FeetTurn turn = FeetTurn.Find([.. record.Strides], 1.7).ShouldHaveSingleItem();
        turn.FromS.ShouldBe(t + 0.5, 1e-6);
        turn.ToS.ShouldBe(t + 2.8, 1e-6);
        turn.AngleRad.ShouldBe(Math.PI, 1e-6);
    }

    [Theory]
    [InlineData(16, 0.5, 0, 1)]
    [InlineData(14, 0.5, 0, 0)]
    [InlineData(60, 0.9, 0, 1)]
    [InlineData(60, 1.1, 0, 2)]
    [InlineData(55, 0.5, 0.3, 1)]
    [InlineData(60, 0.5, 0.3, 2)]
    [InlineData(60, 0.5, 0.26, 2)]
    [InlineData(60, 0.5, 0.24, 1)]
    public void TwoTurns_AreOneWhereTheyAreCloseAndNoStraightStepPartsThem(double swingDeg, double apartS, double stepM, int turns)
    {
        // Four swings that turn, twice, with a step of so many metres between: each swing is half of a foot's turn to the body.
        List<Stride> strides = [.. Turning(0), S(Foot.Left, 4.05, 4.1, stepM), .. Turning(3.8 + apartS)];
        FeetTurn.Find([.. strides], 0.1).Count.ShouldBe(turns);

        IEnumerable<Stride> Turning(double fromS) => Enumerable.Range(0, 4).Select(i => S(i % 2 == 0 ? Foot.Left : Foot.Right, fromS + i, fromS + i + 0.8, 0.3) with { TurnRad = swingDeg * Math.PI / 180 });
    }

    [Theory]
    [InlineData(0.18, 2)]
    [InlineData(0.15, 2)]
    [InlineData(0.12, 1)]
    public void ButtonStrikesOut_WhatIsLessLikelyThanTwoInAHundred(double stopS, int left)
        => ButtonEvidence.Weigh([new(0, Foot.Left, 0.5, 0, 0), new(0.6, Foot.Right, 0.5, 0.6, 0.6)], stopS).Count.ShouldBe(left);

    [Fact]
    public void UpAndGo_ComesApartIntoItsSegments()
    {
        // Drawn back under the chair at 5.5 s; first step at 7 s.
        HandMadeFeet feet = new HandMadeFeet().Swing(Foot.Left, 5.5, 5.7, -0.06);
        for (int i = 0; i < 4; i++) feet.Swing(i % 2 == 0 ? Foot.Right : Foot.Left, 7 + (0.5 * i), 7.3 + (0.5 * i), 0.7 * (i + 1));
        for (int i = 0; i < 4; i++) feet.Swing(i % 2 == 0 ? Foot.Right : Foot.Left, 9 + (0.5 * i), 9.3 + (0.5 * i), 2.8, headingRad: Math.PI * Math.Min(1, (i + 1) / 3.0));
        for (int i = 0; i < 4; i++) feet.Swing(i % 2 == 0 ? Foot.Right : Foot.Left, 11 + (0.5 * i), 11.3 + (0.5 * i), 2.8 - (0.65 * (i + 1)), headingRad: Math.PI);
        for (int i = 0; i < 4; i++) feet.Swing(i % 2 == 0 ? Foot.Right : Foot.Left, 13 + (0.5 * i), 13.3 + (0.5 * i), 0.2, headingRad: Math.PI * (1 + Math.Min(1, (i + 1) / 3.0)));
        TimedTestRun run = Asked.Run("tug");
        feet.Play(run, 18, Asked.Go(5), Asked.Stop(16));
        TrialOutcome outcome = run.Outcome!;
        outcome.Notes.ShouldBeEmpty();
        outcome.Parts.Select(p => (p.Name, Math.Round(p.Value, 6))).ShouldBe([("first_step", 2), ("way_out", 2), ("turn", 1.8), ("way_back", 2.2), ("last_step", 1.8), ("sit", 1.2)]);
        outcome.Values["watch-from-go"].ShouldBe(11, 1e-9);
    }

    [Fact]
    public void LengthsOfACorridor_AreItsTurns_WithAHeadingThatDrifts()
    {
        Gen<(int Lengths, int Extra, int DriftDegPerMin, bool Left)> walks =
            from lengths in Gen.Choose(0, 14)
            from extra in Gen.Choose(1, 18)
            from drift in Gen.Choose(-25, 25)
            from left in Gen.Elements(true, false)
            select (lengths, extra, drift, left);
        Prop.ForAll(walks.ToArbitrary(), w =>
        {
            List<Stance> stances = Corridor(w.Lengths, w.Extra, w.DriftDegPerMin * Math.PI / 180 / 60, w.Left, 20);
            LapCount count = LapCount.Of(stances, 0.5, 1e9, 20);
            return count.Lengths == w.Lengths && count.ShortLegs == 0 && Math.Abs(count.RestM - w.Extra) < 1.6;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void TurnWithinTheCorridor_IsNoEnd_AndIsSaid()
    {
        // To 6 m, back to 3 m, on to the end at 20 m and 5 m back.
        List<Stance> stances = [new(0, 0, 0, 0)];
        Leg(stances, 6, 0);
        Leg(stances, 3, Math.PI);
        Leg(stances, 17, 0);
        Leg(stances, 5, Math.PI);
        LapCount count = LapCount.Of(stances, 0.5, 1e9, 20);
        count.Lengths.ShouldBe(1);
        count.ShortLegs.ShouldBe(1);
    }

    [Theory]
    [InlineData(0, 90, 0)]
    [InlineData(0, 100, 1)]
    [InlineData(32, 102, 0)]
    [InlineData(38, 102, 1)]
    public void FootHasTurnedBack_WhereItLeavesTheWayItWalks_ByMoreThanARightAngle(double walksDeg, double turnsToDeg, int lengths)
    {
        // A way that bends by a third of a right angle is followed, one that bends by more is none of the corridor's.
        List<Stance> stances = [new(0, 0, 0, 0)];
        Leg(stances, 2, 0);
        Leg(stances, 20, walksDeg * Math.PI / 180);
        stances.Add(stances[^1] with { TimeS = stances[^1].TimeS + 1, HeadingRad = turnsToDeg * Math.PI / 180 });
        LapCount.Of(stances, 0.5, 1e9, 20).Lengths.ShouldBe(lengths);
    }

    [Fact]
    public void SumOfStrides_IsTheMeanOfBothFeet_AndIsCutAtItsEnds()
    {
        Stride[] strides = [S(Foot.Left, 1, 2, 1.2), S(Foot.Right, 2, 3, 1.4), S(Foot.Left, 3, 4, 1.2), S(Foot.Right, 4, 5, 1.4) with { RejectReason = RejectReason.Gap }];
        WalkedWay.Of(strides, 0, 10).ShouldBe(new WalkedWay(1.9, 4, 1, 0));
        WalkedWay.Of(strides, 1.5, 2.25).LengthM.ShouldBe((0.6 + 0.35) / 2, 1e-9);
        Prop.ForAll(Gen.Choose(0, 100).ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), (a, b) =>
        {
            (double from, double cut) = (Math.Min(a, b) / 20.0, Math.Max(a, b) / 20.0);
            return Math.Abs(WalkedWay.Of(strides, from, cut).LengthM + WalkedWay.Of(strides, cut, 6).LengthM - WalkedWay.Of(strides, from, 6).LengthM) < 1e-9;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Button_ChoosesTheNearest_AndNeverMovesATime()
    {
        Gen<(int[] Times, int Stop)> presses =
            from times in Gen.Choose(0, 3000).NonEmptyListOf()
            from stop in Gen.Choose(-500, 4000)
            select (times.Distinct().Take(4).ToArray(), stop);
        Prop.ForAll(presses.ToArbitrary(), p =>
        {
            CrossingCandidate[] all = [.. p.Times.Select(t => new CrossingCandidate(t / 1000.0, Foot.Left, 1.0 / p.Times.Length, t / 1000.0, t / 1000.0))];
            IReadOnlyList<CrossingCandidate> left = ButtonEvidence.Weigh(all, p.Stop / 1000.0);
            double nearest = all.Min(c => Math.Abs(c.TimeS - (p.Stop / 1000.0)));
            return left.Count >= 1 && left.All(c => all.Any(a => a.TimeS == c.TimeS)) && Math.Abs(Math.Abs(left[0].TimeS - (p.Stop / 1000.0)) - nearest) < 1e-9;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void Button_StrikesOutWhatIsFarFromIt_AndKeepsBothWhereItIsBetween()
    {
        CrossingCandidate[] two = [new(10, Foot.Left, 0.5, 10, 10), new(10.6, Foot.Right, 0.5, 10.6, 10.6)];
        ButtonEvidence.Weigh(two, 10.05).ShouldHaveSingleItem().TimeS.ShouldBe(10);
        ButtonEvidence.Weigh(two, 10.55).ShouldHaveSingleItem().TimeS.ShouldBe(10.6);
        ButtonEvidence.Weigh(two, 10.29).Select(c => c.TimeS).ShouldBe([10, 10.6]);
        // A hand that is off altogether says nothing.
        ButtonEvidence.Weigh(two, 14).Count.ShouldBe(2);
    }

    [Fact]
    public void SecondTask_CostsWhatItTakesAway()
    {
        Trial alone = Dual(1.2), dual = Dual(0.9);
        DualTaskCost.Percent(alone, dual)!.Value.ShouldBe(25, 1e-9);
        DualTaskCost.Percent(alone, Dual(1.5))!.Value.ShouldBe(-25, 1e-9);
        DualTaskCost.Percent(alone, dual with { Validity = Validity.Invalid }).ShouldBeNull();
        DualTaskCost.Percent(alone, dual, "cadence").ShouldBeNull();

        static Trial Dual(double speed) => new() { Id = default, Test = "dual@1", No = 1, Instruction = "dual", Validity = Validity.Valid, Parts = [new("speed", speed, "m/s")] };
    }

    [Fact]
    public void DualTaskWalk_CountsErrors_AndTakesSteadyStridesOnly()
    {
        TimedTestRun run = Asked.Run("dual", instruction: "dual");
        new HandMadeFeet().Walk(5, 0.6, 0.5, 130).Play(run, 67, Asked.Go(5), Asked.Of(TestRequestKind.Error, 20), Asked.Of(TestRequestKind.Error, 21), Asked.Of(TestRequestKind.Error, 66));
        run.State.ShouldBe(TestState.Ended);
        TrialOutcome outcome = run.Outcome!;
        outcome.Part("errors").ShouldBe(2);
        outcome.Part("speed").ShouldBe(1.2, 1e-6);
        outcome.Part("cadence").ShouldBe(120, 1e-6);
    }

    private static Stride S(Foot foot, double leavesS, double landsS, double lengthM) =>
        new() { Foot = foot, TerminalContact = DeviceTime.FromSeconds(leavesS), End = DeviceTime.FromSeconds(landsS), LengthM = lengthM };

    // One foot's stances of 1 m, turns of three, by arithmetic.
    private static List<Stance> Corridor(int lengths, int extraM, double driftRadPerS, bool left, int corridorM)
    {
        List<Stance> stances = [new(0, 0, 0, 0)];
        double heading = 0;
        for (int i = 0; i < lengths; i++)
        {
            Leg(stances, corridorM, heading + (driftRadPerS * stances[^1].TimeS), driftRadPerS);
            double from = stances[^1].HeadingRad;
            for (int k = 1; k <= 3; k++) stances.Add(stances[^1] with { TimeS = stances[^1].TimeS + 1, HeadingRad = from + ((left ? 1 : -1) * Math.PI * k / 3) });
            heading += left ? Math.PI : -Math.PI;
        }

        Leg(stances, extraM, heading + (driftRadPerS * stances[^1].TimeS), driftRadPerS);
        return stances;
    }

    private static void Leg(List<Stance> stances, int metres, double heading, double driftRadPerS = 0)
    {
        for (int i = 0; i < metres; i++)
        {
            Stance s = stances[^1];
            double h = heading + (driftRadPerS * i);
            stances.Add(new Stance(s.TimeS + 1, s.XM + Math.Cos(h), s.YM + Math.Sin(h), h));
        }
    }
}

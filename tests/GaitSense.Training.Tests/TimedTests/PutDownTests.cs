using GaitSense.Core;
using GaitSense.Training.TimedTests;
using GaitSense.Training.TimedTests.Feet;

namespace GaitSense.Training.Tests.TimedTests;

/// <summary>When a foot has landed that was put down softly: the segments of an Up and Go end there.</summary>
public sealed class PutDownTests
{
    private const double ToeUpRad = 8 * Math.PI / 180;

    [Theory]
    [InlineData(-0.20, "a slow instant in mid-air")]
    [InlineData(0.10, "where the foot came to rest")]
    [InlineData(0, "where it touched")]
    public void LastStep_EndsWhereTheHeelTouched_WhereverAKnockWasSeen(double knockOffS, string what)
    {
        TrialOutcome outcome = UpAndGo(ToeUpRad, knockOffS);
        outcome.Part("last_step").ShouldBe(1.8, 0.011, what);
        outcome.Part("sit").ShouldBe(1.2, 0.011, what);
    }

    [Theory]
    [InlineData(-0.07, 1.73)]
    [InlineData(-0.09, 1.8)]
    [InlineData(0.07, 1.87)]
    [InlineData(0.09, 1.8)]
    public void KnockCloseToTheHeelsTouch_IsTheLanding(double knockOffS, double lastStepS)
        => UpAndGo(ToeUpRad, knockOffS).Part("last_step").ShouldBe(lastStepS, 1e-6);

    [Theory]
    [InlineData(2.2, 0.38, true)]
    [InlineData(1.8, 0.1, false)]
    public void HeelsTouch_IsWhereTheToeWasHighest_WithinTheTimeThatAFootTakesToRoll(double toeUpDeg, double rollsS, bool isHeel)
    {
        PutDown down = PutDown.After(Points(t => t < 2 ? toeUpDeg * (t - 1) : toeUpDeg * (1 - ((t - 2) / rollsS)), 2 + rollsS), 1)!.Value;
        down.RestS.ShouldBe(2 + rollsS, 0.011);
        down.HeelS.HasValue.ShouldBe(isHeel);
        if (isHeel) down.HeelS!.Value.ShouldBe(2, 0.011);
    }

    [Fact]
    public void FootIsLevel_FromWhereItTiltsByLessThanADegree()
    {
        PutDown.After(Points(t => t < 2.05 ? -1.1 : -0.9, 2.2), 1)!.Value.LevelS.ShouldBe(2.05, 0.011);
        // Level all the time: that tells nothing.
        PutDown flat = PutDown.After(Points(_ => 0, 2.2), 1)!.Value;
        flat.LevelS.ShouldBe(flat.RestS);
        // Tilted once more before: only the last counts.
        PutDown.After(Points(t => t is > 2.08 and < 2.12 ? -3 : 0, 2.2), 1)!.Value.LevelS.ShouldBe(2.12, 0.011);
    }

    [Fact]
    public void FootIsPutDown_OnlyAfterItWasUp() => PutDown.After(Points(_ => 0, 2.2), 0.9)!.Value.RestS.ShouldBe(2.2, 0.011);

    [Fact]
    public void FootThatHasNotComeToRest_IsNotPutDown() => PutDown.After(Points(_ => 0, 9), 1).ShouldBeNull();

    [Theory]
    [InlineData(0.075, 1.84)]
    [InlineData(0.065, 1.865)]
    public void LandingThatIsTheRestItself_WasBeforeTheFootWasLevel(double knockOffS, double lastStepS)
        => UpAndGo(-ToeUpRad, knockOffS).Part("last_step").ShouldBe(lastStepS, 1e-6);

    [Fact]
    public void FootThatLandsOnItsToes_HasTouchedBeforeItWasLevel()
    {
        // Its toe is up again within a degree 0.0875 s after the touch; the knock was seen only as it rested.
        UpAndGo(-ToeUpRad, 0.10).Part("last_step").ShouldBe(1.8, 0.05);
        UpAndGo(-ToeUpRad, 0).Part("last_step").ShouldBe(1.8, 1e-6);
    }

    [Fact]
    public void TurnEnds_WhereItsLastHeelTouched()
        => UpAndGo(0, 0, ToeUpRad, 0.15).Part("turn").ShouldBe(1.8, 0.011);

    [Theory]
    [InlineData(0.16, 0.5)]
    [InlineData(0.14, 2)]
    public void FirstStep_IsTheFirstThatGoesSomewhere(double shiftM, double firstStepS)
        => UpAndGo(0, 0, shiftM: shiftM).Part("first_step").ShouldBe(firstStepS, 1e-6);

    // Earlier than half a second before its stop it is what it seems; the other foot's landing is the last then.
    [Theory]
    [InlineData(0.28, -0.1, 0.3, 1.75)]
    [InlineData(0.32, -0.1, 0.3, 1.7)]
    [InlineData(0.28, -0.45, 0.8, 1.575)]
    [InlineData(0.28, -0.55, 0.8, 1.3)]
    public void SmallStepThatSeemsToLandEarly_LandsHalfWayToTheStop(double stepM, double knockOffS, double swingS, double lastStepS)
        => UpAndGo(-ToeUpRad, knockOffS, lastM: stepM, lastSwingS: swingS).Part("last_step").ShouldBe(lastStepS, 0.006);

    // A foot that leaves at 1 s and is flat from a time on, to 3 s; its toe's angle, degrees.
    private static TracePoint[] Points(Func<double, double> pitchDeg, double restS) =>
        [.. Enumerable.Range(0, 301).Select(k => k * 0.01).Select(t => new TracePoint(t, 0, 0, 0, 0, t <= 1 || t >= restS ? 0 : pitchDeg(t) * Math.PI / 180, t <= 1 || t >= restS))];

    // Four steps out, a turn of four, four steps back, a turn of four; the last step lands at 14.8 s, the first turn's at 10.8 s.
    private static TrialOutcome UpAndGo(double toeUpRad, double knockOffS, double turnToeUpRad = 0, double turnKnockOffS = 0, double shiftM = 0, double lastM = 0, double lastSwingS = 0.3)
    {
        HandMadeFeet feet = new();
        if (shiftM > 0) feet.Swing(Foot.Left, 5.5, 5.7, shiftM);
        for (int i = 0; i < 4; i++) feet.Swing(i % 2 == 0 ? Foot.Right : Foot.Left, 7 + (0.5 * i), 7.3 + (0.5 * i), 0.7 * (i + 1));
        for (int i = 0; i < 4; i++)
        {
            double lands = 9.3 + (0.5 * i);
            feet.Swing(i % 2 == 0 ? Foot.Right : Foot.Left, lands - 0.3, lands, 2.8, headingRad: Math.PI * Math.Min(1, (i + 1) / 3.0), toeUpRad: i == 3 ? turnToeUpRad : 0, knockS: lands + (i == 3 ? turnKnockOffS : 0));
        }

        for (int i = 0; i < 4; i++) feet.Swing(i % 2 == 0 ? Foot.Right : Foot.Left, 11 + (0.5 * i), 11.3 + (0.5 * i), 2.8 - (0.65 * (i + 1)), headingRad: Math.PI);
        for (int i = 0; i < 4; i++)
        {
            double lands = 13.3 + (0.5 * i);
            feet.Swing(i % 2 == 0 ? Foot.Right : Foot.Left, lands - (i == 3 ? lastSwingS : 0.3), lands, 0.2 + (i == 3 ? lastM : 0), headingRad: Math.PI * (1 + Math.Min(1, (i + 1) / 3.0)), toeUpRad: i == 3 ? toeUpRad : 0, knockS: lands + (i == 3 ? knockOffS : 0));
        }

        TimedTestRun run = Asked.Run("tug");
        feet.Play(run, 18, Asked.Go(5), Asked.Stop(16));
        return run.Outcome!;
    }
}

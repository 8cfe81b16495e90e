using GaitSense.Core;
using GaitSense.Training.TimedTests;

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

    [Fact]
    public void KnockAtTheHeelsTouch_IsTheLanding()
        => UpAndGo(ToeUpRad, -0.05).Part("last_step").ShouldBe(1.75, 1e-6);

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

    // Four steps out, a turn of four, four steps back, a turn of four; the last step lands at 14.8 s, the first turn's at 10.8 s.
    private static TrialOutcome UpAndGo(double toeUpRad, double knockOffS, double turnToeUpRad = 0, double turnKnockOffS = 0)
    {
        HandMadeFeet feet = new();
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
            feet.Swing(i % 2 == 0 ? Foot.Right : Foot.Left, lands - 0.3, lands, 0.2, headingRad: Math.PI * (1 + Math.Min(1, (i + 1) / 3.0)), toeUpRad: i == 3 ? toeUpRad : 0, knockS: lands + (i == 3 ? knockOffS : 0));
        }

        TimedTestRun run = Asked.Run("tug");
        feet.Play(run, 18, Asked.Go(5), Asked.Stop(16));
        return run.Outcome!;
    }
}

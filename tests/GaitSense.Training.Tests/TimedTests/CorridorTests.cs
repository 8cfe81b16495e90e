using GaitSense.Core;
using GaitSense.Training.TimedTests;
using GaitSense.Training.TimedTests.Feet;

namespace GaitSense.Training.Tests.TimedTests;

/// <summary>A walk to and fro that ends in a turn, strides that cannot have been so, and feet that do not agree.</summary>
public sealed class CorridorTests
{
    [Theory]
    [InlineData(-0.9, 9, false)]
    [InlineData(-0.45, 9, true)]
    [InlineData(-0.2, 9, true)]
    [InlineData(0.2, 10, true)]
    [InlineData(0.45, 10, true)]
    [InlineData(0.9, 10, false)]
    public void TimeThatIsOverInATurn_CountsTheLengthOnceThePersonHasHalfTurned(double stopsAfterS, int lengths, bool isSaid)
    {
        (HandMadeFeet feet, double tenthHalfTurnS) = ToAndFro();
        TimedTestRun run = Asked.Run("2mwt", corridorM: 10);
        feet.Play(run, tenthHalfTurnS + 4, Asked.Go(tenthHalfTurnS + stopsAfterS - 120));
        TrialOutcome outcome = run.Outcome!;
        outcome.Part("lengths").ShouldBe(lengths);
        outcome.Notes.Any(n => n.StartsWith("the time was over in a turn: 9 lengths", StringComparison.Ordinal)).ShouldBe(isSaid);
        outcome.DistanceM!.Value.ShouldBe(100, 1.01);
    }

    // Both feet then count one length too few, and agree.
    [Theory]
    [InlineData(0, 58, false)]
    [InlineData(4, 53, false)]
    [InlineData(4, 58, true)]
    public void TurnThatNeitherFootShows_IsSaid_WhenTheyHaveGoneFartherThanTheCorridorIsLong(int unseen, double stopS, bool isSaid)
    {
        (HandMadeFeet feet, _) = ToAndFro(unseen);
        TimedTestRun run = Asked.Run("2mwt", corridorM: 10);
        feet.Play(run, 70, Asked.Go(4), Asked.Stop(stopS));
        run.Outcome!.Notes.Any(n => n.Contains("m in a corridor of 10 m: a turn was not seen, and the lap distance is too short", StringComparison.Ordinal)).ShouldBe(isSaid, string.Join("; ", run.Outcome.Notes));
        run.Outcome.Part("lengths").ShouldBe(unseen > 0 ? 3 : 4);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3.5, true)]
    public void SamplesThatAreMissingForSomeStrides_AreSaidOfEachFoot(double forS, bool isSaid)
    {
        (HandMadeFeet feet, _) = ToAndFro();
        feet.Lose(Foot.Left, 30, 30 + forS).Lose(Foot.Right, 30, 30 + forS);
        TimedTestRun run = Asked.Run("2mwt", official: TestDefinitions.StrideSum);
        feet.Play(run, 130, Asked.Go(4));
        string[] missing = [.. run.Outcome!.Notes.Where(n => n.Contains("what it walked then is in no sum", StringComparison.Ordinal))];
        missing.ShouldBe(isSaid ? ["samples of the left foot are missing for 3.5 s: what it walked then is in no sum", "samples of the right foot are missing for 3.5 s: what it walked then is in no sum"] : []);
    }

    [Fact]
    public void StrideThatTheOtherFootsDoNotBear_CountsAsTheirs()
    {
        Stride[] strides = Even();
        strides[4] = strides[4] with { LengthM = 0.25 };
        strides[7] = strides[7] with { RejectReason = RejectReason.Gap };
        WalkedWay.Of(strides, 0, 20).ShouldBe(new WalkedWay(5, 10, 0, 2));
        strides[4] = strides[4] with { LengthM = 2.1 };
        WalkedWay.Of(strides, 0, 20).ShouldBe(new WalkedWay(5, 10, 0, 2));
        // Half as long again or a little more than half is walked by some.
        strides[4] = strides[4] with { LengthM = 1.9 };
        WalkedWay.Of(strides, 0, 20).LengthM.ShouldBe(5.45, 1e-9);
        strides[4] = strides[4] with { LengthM = 0.55 };
        WalkedWay.Of(strides, 0, 20).LengthM.ShouldBe(4.775, 1e-9);
    }

    [Fact]
    public void StrideInATurn_AtAnEnd_OrBetweenUnevenOnes_IsLeftAsItWasMeasured()
    {
        Stride[] strides = Even();
        strides[4] = strides[4] with { LengthM = 0.25, TurnRad = 0.5 };
        WalkedWay.Of(strides, 0, 20).Replaced.ShouldBe(0);
        strides[4] = strides[4] with { TurnRad = 0.1 };
        WalkedWay.Of(strides, 0, 20).Replaced.ShouldBe(1);
        strides[3] = strides[3] with { LengthM = 0.7 };
        WalkedWay.Of(strides, 0, 20).Replaced.ShouldBe(0);
        strides = Even();
        strides[0] = strides[0] with { LengthM = 0.3 };
        strides[9] = strides[9] with { RejectReason = RejectReason.Gap };
        WalkedWay.Of(strides, 0, 20).ShouldBe(new WalkedWay(4.15, 10, 1, 0));
    }

    [Fact]
    public void StridesBeforeAndAfterARest_AreNotBesideEachOther()
    {
        Stride[] strides = [.. Even(), .. Even(30)];
        strides[9] = strides[9] with { LengthM = 0.3 };
        strides[10] = strides[10] with { LengthM = 0.3 };
        WalkedWay.Of(strides, 0, 60).Replaced.ShouldBe(0);
    }

    [Theory]
    [InlineData(0.45, 0, 1, 0.4, 1)]
    [InlineData(0.55, 0, 1, 0.4, 0)]
    [InlineData(0.45, 0.25, 1, 0.4, 1)]
    [InlineData(0.45, 0.28, 1, 0.4, 0)]
    [InlineData(0.40, 0, 0.78, 0.4, 1)]
    [InlineData(0.40, 0, 0.72, 0.4, 0)]
    [InlineData(0.45, 0, 1, 1.4, 1)]
    [InlineData(0.45, 0, 1, 1.6, 0)]
    public void StrideIsHeldAgainstTheOtherFootsBesideIt_WhereTheyAreEvenStraightAndClose(double lengthM, double turnRad, double beforeM, double apartS, int replaced)
    {
        Stride[] strides = Even()[3..6];
        strides[0] = strides[0] with { LengthM = beforeM, TerminalContact = DeviceTime.FromSeconds(1), End = DeviceTime.FromSeconds(4 - apartS) };
        strides[1] = strides[1] with { LengthM = lengthM, TurnRad = turnRad };
        WalkedWay.Of(strides, 0, 20).Replaced.ShouldBe(replaced);
    }

    [Theory]
    [InlineData(60, 4.75, 5.625)]
    [InlineData(38, 4.75, 5.625)]
    [InlineData(32, 5.625, 5.625)]
    public void FeetThatDifferInATurn_LeaveOpenWhenItWasHalf(double thirdDeg, double firstHalfS, double lastHalfS)
    {
        // Landings half a second apart, at 4.3 s straight on, then 100 degrees, so many, 120 and 180.
        HandMadeFeet feet = new HandMadeFeet().Swing(Foot.Left, 3.5, 3.8, 1).Swing(Foot.Right, 4, 4.3, 1.5);
        double[] headings = [100, thirdDeg, 120, 180];
        for (int i = 0; i < 4; i++) feet.Swing(i % 2 == 0 ? Foot.Left : Foot.Right, 4.5 + (0.5 * i), 4.8 + (0.5 * i), 2, headingRad: headings[i] * Math.PI / 180);
        FeetRecord record = new();
        feet.Play(record, 8);
        (double from, double middle, double to) = HalfTurn.Last(record, 0, 0, 0, 7)!.Value;
        (from + 0.5).ShouldBe(firstHalfS, 0.2);
        (to - 0.5).ShouldBe(lastHalfS, 0.2);
        middle.ShouldBe((from + to) / 2, 1e-9);
    }

    [Fact]
    public void StepsBeforeAndAfterTheRightAngle_DoNotMakeItLessSure()
    {
        HandMadeFeet feet = new HandMadeFeet().Swing(Foot.Left, 3.5, 3.8, 1);
        double[] headings = [0, 50, 60, 120, 180];
        for (int i = 0; i < 5; i++) feet.Swing(i % 2 == 0 ? Foot.Right : Foot.Left, 4 + (0.5 * i), 4.3 + (0.5 * i), 1, headingRad: headings[i] * Math.PI / 180);
        FeetRecord record = new();
        feet.Play(record, 8);
        (double from, double middle, double to) = HalfTurn.Last(record, 0, 0, 0, 7)!.Value;
        (from, middle, to).ShouldBe((5.05, 5.55, 6.05));
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void ButtonThatCountsOtherLengthsThanTheFeet_IsSaid(int presses, bool isSaid)
    {
        (HandMadeFeet feet, double tenthHalfTurnS) = ToAndFro();
        TimedTestRun run = Asked.Run("2mwt", corridorM: 10);
        double go = tenthHalfTurnS - 121;
        feet.Play(run, tenthHalfTurnS + 4, [Asked.Go(go), .. Enumerable.Range(1, presses).Select(i => Asked.Of(TestRequestKind.Lap, go + (12 * i)))]);
        run.Outcome!.Notes.Any(n => n.StartsWith("the button counts", StringComparison.Ordinal)).ShouldBe(isSaid);
    }

    [Fact]
    public void HalfTurn_IsBetweenTheLandingsBeforeAndAfterIt_AndNotKnownBetterThanThat()
    {
        HandMadeFeet feet = new HandMadeFeet().Swing(Foot.Left, 3.9, 4, 1).Swing(Foot.Right, 4.1, 4.2, 1, headingRad: 120 * Math.PI / 180);
        FeetRecord record = new();
        feet.Play(record, 8);
        (double from, double middle, double to) = HalfTurn.Last(record, 0, 0, 0, 7)!.Value;
        middle.ShouldBe(4.15, 1e-6);
        (from, to).ShouldBe((middle - 0.3, middle + 0.3));
        HalfTurn.Last(record, 0, 0, 0, 4.1).ShouldBeNull();
    }

    [Theory]
    [InlineData(27, 1, false, true)]
    [InlineData(33, 1, true, false)]
    [InlineData(27, 0, false, true)]
    [InlineData(33, 0, true, true)]
    public void MoreThanThreeInAHundredStridesNotMeasured_AreSaid_AndNoSumWhereNothingStandsForThem(int strides, double turnRad, bool isSaid, bool hasSum)
    {
        FeetRecord feet = new();
        Stride[] all = Even(0, 1000);
        for (int i = 0; i < strides; i++) all[20 + (30 * i)] = all[20 + (30 * i)] with { RejectReason = RejectReason.Gap, TurnRad = turnRad };
        foreach (Stride s in all) feet.OnStride(in s);
        TrialDraft draft = new(1, false) { GoS = 0, StopS = 1000 };
        TestSetting setting = new() { Test = TestDefinitions.Find("6mwt")!, Official = TestDefinitions.StrideSum };
        TrialOutcome outcome = DistanceOutcome.Of(new TrialOutcome(), setting, draft, feet);
        outcome.Notes.Any(n => n.Contains("could not be measured", StringComparison.Ordinal)).ShouldBe(isSaid);
        outcome.Values.ContainsKey(TestDefinitions.StrideSum).ShouldBe(hasSum);
    }

    [Theory]
    [InlineData(1.06, true)]
    [InlineData(1.04, false)]
    [InlineData(0.96, false)]
    [InlineData(0.94, true)]
    public void FeetThatDoNotAgreeOnHowFarTheyWent_AreSaid(double leftScale, bool isSaid)
    {
        TimedTestRun run = Asked.Run("2mwt", official: TestDefinitions.StrideSum);
        new HandMadeFeet { Scale = [leftScale, 1] }.Walk(5, 0.6, 0.5, 245).Play(run, 130, Asked.Go(4.5));
        run.Outcome!.Notes.Any(n => n.StartsWith("the feet do not agree", StringComparison.Ordinal)).ShouldBe(isSaid);
    }

    // Steps of half a second, lengths of 10 m, turns of four steps; and when the second of the tenth turn lands, which has turned by a right angle.
    private static (HandMadeFeet Feet, double HalfTurnS) ToAndFro(int unseenTurn = 0)
    {
        HandMadeFeet feet = new();
        double t = 5, x = 0, heading = 0, half = 0;
        Foot foot = Foot.Right;
        for (int length = 1; length <= 11; length++)
        {
            for (int i = 0; i < 20; i++) Step(x += length % 2 == 1 ? 0.5 : -0.5, 0);
            for (int i = 1; i <= 4; i++)
            {
                Step(x, length == unseenTurn ? 0 : Math.PI / 4);
                if (length == 10 && i == 2) half = feet.EndS;
            }
        }

        return (feet, half);

        void Step(double toM, double turnRad)
        {
            feet.Swing(foot, t, t + 0.3, toM, headingRad: heading += turnRad);
            (foot, t) = (1 - foot, t + 0.5);
        }
    }

    // Strides of a metre, the feet in turn.
    private static Stride[] Even(double fromS = 0, int count = 10) =>
    [
        .. Enumerable.Range(0, count).Select(i => new Stride
        {
            Foot = i % 2 == 0 ? Foot.Left : Foot.Right,
            TerminalContact = DeviceTime.FromSeconds(fromS + i),
            End = DeviceTime.FromSeconds(fromS + i + 0.6),
            LengthM = 1,
        }),
    ];
}

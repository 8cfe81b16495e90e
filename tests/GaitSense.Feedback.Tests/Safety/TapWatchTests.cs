using GaitSense.Core;
using GaitSense.Feedback.Safety;

namespace GaitSense.Feedback.Tests;

/// <summary>A double tap is an answer only as the rules say: its gap, its hardness, what the tapping foot and the other one do meanwhile. One reading of a hundred is a tap, 0.325 of which is felt.</summary>
public sealed class TapWatchTests
{
    private const double FirstS = 3;

    private readonly TapWatch _taps = new();
    private readonly List<(double AtS, Foot Foot, double Mps2)> _knocks = [];
    private readonly List<(double AtS, Foot Foot, double Rad)> _turns = [];

    [Theory]
    [InlineData(0.16, false)]
    [InlineData(0.18, true)]
    [InlineData(0.45, true)]
    [InlineData(0.85, true)]
    [InlineData(0.86, false)]
    public void TwoTaps_AreAnAnswerAtAGapOfASixthToSevenEighthsOfASecond(double gapS, bool isAnswer) => Answers(gapS).ShouldBe(isAnswer);

    [Theory]
    [InlineData(4.8, 4.8, true)]
    [InlineData(4.4, 30, false)] // too soft
    [InlineData(30, 4.4, false)]
    [InlineData(4.4, 4.4, false)]
    [InlineData(10, 39, true)]
    [InlineData(10, 42, false)] // not of one kind
    [InlineData(42, 10, false)]
    public void TwoTaps_AreAlikeAndNotTooSoft(double firstMps2, double secondMps2, bool isAnswer) => Answers(0.45, firstMps2, secondMps2).ShouldBe(isAnswer);

    [Theory, InlineData(Foot.Left, 17, true), InlineData(Foot.Left, 19, false), InlineData(Foot.Right, 17, true), InlineData(Foot.Right, 19, false)]
    public void WhatElseIsFelt_OfEitherFoot_IsAtMostSixTenthsOfATap(Foot foot, double mps2, bool isAnswer)
    {
        _knocks.Add((FirstS - 0.6, foot, mps2));
        Answers(0.45).ShouldBe(isAnswer);
    }

    // A heel or toe that taps turns the foot and comes back.
    [Theory]
    [InlineData(Foot.Left, 0.55, 0, true)]
    [InlineData(Foot.Left, 0.65, 0, false)]
    [InlineData(Foot.Left, 0.1, 0.1, true)]
    [InlineData(Foot.Left, 0.15, 0.15, false)]
    [InlineData(Foot.Right, 0.18, 0, true)]
    [InlineData(Foot.Right, 0.25, 0, false)]
    [InlineData(Foot.Right, 0.1, 0.1, true)]
    [InlineData(Foot.Right, 0.15, 0.15, false)]
    public void FeetThatTurnFar_OrEndElsewhere_Step(Foot foot, double mostRad, double leftRad, bool isAnswer)
    {
        _turns.Add((FirstS - 0.1, foot, mostRad));
        _turns.Add((FirstS + 0.3, foot, leftRad - mostRad));
        Answers(0.45).ShouldBe(isAnswer);
    }

    // A tap is 12 ms long: readings farther apart than 1/95 s, and 3 % more, miss it.
    [Theory, InlineData(0.01, true), InlineData(0.0108, true), InlineData(0.0111, false)]
    public void ReadingsTooFewASecond_NothingIsHeard(double everyS, bool isAnswer)
    {
        Answers(0.5, everyS: everyS, firstMps2: 60, secondMps2: 60).ShouldBe(isAnswer);
        _taps.IsTooSlow.ShouldBe(!isAnswer);
    }

    [Fact]
    public void Answer_IsForgottenOnRequest()
    {
        Answers(0.45).ShouldBeTrue();
        _taps.Forget();
        _taps.Last.ShouldBeNull();
    }

    [Fact]
    public void Feet_AreAtRestAfterTwoSecondsInWhichBothWereHeardAndHardlyTurned()
    {
        _turns.Add((3, Foot.Right, 0.3));
        Read(0, 1.5, 0.01, Foot.Left, Foot.Right);
        _taps.AreAtRest(At(1.49), 2).ShouldBeFalse("not heard for 2 s");
        Read(1.5, 2.6, 0.01, Foot.Left, Foot.Right);
        _taps.AreAtRest(At(2.59), 2).ShouldBeTrue();
        Read(2.6, 4, 0.01, Foot.Left, Foot.Right);
        _taps.AreAtRest(At(3.99), 2).ShouldBeFalse("one turned 1 s ago");
        Read(4, 5.5, 0.01, Foot.Left, Foot.Right);
        _taps.AreAtRest(At(5.49), 2).ShouldBeTrue();
    }

    [Fact]
    public void OneFootThatIsNotHeard_IsNotAtRest()
    {
        Read(0, 3, 0.01, Foot.Left);
        _taps.AreAtRest(At(2.99), 2).ShouldBeFalse();
    }

    // Left taps twice; told once, with the foot and the first tap's time, while readings are judged every 50 ms.
    private bool Answers(double gapS, double firstMps2 = 30, double secondMps2 = 30, double everyS = 0.01)
    {
        _knocks.Add((FirstS, Foot.Left, firstMps2));
        _knocks.Add((FirstS + gapS, Foot.Left, secondMps2));
        int told = Read(0, FirstS + gapS + 1.5, everyS, Foot.Left, Foot.Right);
        told.ShouldBeLessThanOrEqualTo(1);
        if (told == 1)
        {
            _taps.Last!.Value.Foot.ShouldBe(Foot.Left);
            _taps.Last.Value.First.Seconds.ShouldBe(FirstS, everyS);
        }
        else
        {
            _taps.Last.ShouldBeNull();
        }

        return told == 1;
    }

    private int Read(double fromS, double toS, double everyS, params Foot[] feet)
    {
        int told = 0;
        for (int i = 0; fromS + (i * everyS) < toS - 1e-9; i++)
        {
            double at = fromS + (i * everyS);
            foreach (Foot foot in feet)
            {
                double knock = _knocks.Where(k => k.Foot == foot && IsNow(k.AtS)).Sum(k => k.Mps2), turn = _turns.Where(t => t.Foot == foot && IsNow(t.AtS)).Sum(t => t.Rad);
                if (_taps.Observe(foot, new ImuSample(At(at), new Vector3D(0, 0, 9.81 + knock), new Vector3D(0, turn / everyS, 0)))) told++;
            }

            bool IsNow(double s) => s > at - (everyS / 2) && s <= at + (everyS / 2);
        }

        return told;
    }

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);
}

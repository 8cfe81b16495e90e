using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Engine;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Safety;
using GaitSense.Feedback.Sound;

namespace GaitSense.Feedback.Tests;

/// <summary>The check before the walk: words ask, a double tap answers and is asked again, and without it there are no cues.</summary>
public sealed class StartCheckTests
{
    private static readonly CuePlan Plan = new() { DurationS = 3600, Safety = new SafetyPlan { StartCheck = true } };

    [Fact]
    public void EachFootAnswersAndMeansIt_PassesWithinHalfAMinute()
    {
        Stander person = new(Plan);
        person.Until(40);
        person.Outcome.ShouldBe(StartCheckOutcome.Passed);
        person.Said.ShouldBe([Phrases.CheckStand, Phrases.CheckSide, Phrases.CheckSide, Phrases.CheckMeant, Phrases.CheckGood]);
        person.Cues.Decided.Where(c => c.Phrase is Phrases.CheckSide).Select(c => c.Foot).ShouldBe([Foot.Left, Foot.Right]);
        person.Cues.Decided[^1].DecidedAt.Seconds.ShouldBeLessThan(30);
    }

    [Fact]
    public void OneEar_WordsTellTheSide()
    {
        Stander person = new(Plan with { Sound = new SoundOptions { Ears = EarMode.Left } });
        person.Until(40);
        person.Outcome.ShouldBe(StartCheckOutcome.Passed);
        person.Said.ShouldBe([Phrases.CheckStand, Phrases.CheckTapLeft, Phrases.CheckTapRight, Phrases.CheckMeant, Phrases.CheckGood]);
    }

    [Theory]
    [InlineData(0.3, 0.02)] // sway
    [InlineData(4, 0.02)] // tremor
    [InlineData(6, 0.06)] // clonus
    public void SwayingOrTremblingFeet_AnswerAllTheSame(double hz, double turnRad)
    {
        Stander person = new(Plan) { TrembleHz = hz, TrembleRad = turnRad };
        person.Until(60);
        person.Outcome.ShouldBe(StartCheckOutcome.Passed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public void OneTapOrARhythm_IsNoAnswer(int taps)
    {
        Stander person = new(Plan) { TapsAt = [.. Enumerable.Range(0, taps).Select(i => 0.3 * i)] };
        person.Until(40);
        person.Outcome.ShouldBe(StartCheckOutcome.NoAnswer);
    }

    [Fact]
    public void AnswersThatNobodyMeans_DoNotPass()
    {
        Stander person = new(Plan) { Means = static phrase => !string.Equals(phrase, Phrases.CheckMeant, StringComparison.Ordinal) };
        person.Until(45);
        person.Outcome.ShouldBe(StartCheckOutcome.NoAnswer);
        person.Said.Count(p => string.Equals(p, Phrases.CheckMeant, StringComparison.Ordinal)).ShouldBe(2);
        person.Said.ShouldNotContain(Phrases.CheckGood, StringComparer.Ordinal);
    }

    [Fact]
    public void FailedCheck_BeginsAgainWhenAFootTapsTwice()
    {
        bool hears = false;
        Stander person = new(Plan) { Means = _ => hears };
        person.Until(40);
        person.Outcome.ShouldBe(StartCheckOutcome.NoAnswer);
        person.Said.Last().ShouldBe(Phrases.CheckAgain);
        hears = true;
        person.Tap(Foot.Right);
        person.Until(90);
        person.Outcome.ShouldBe(StartCheckOutcome.Passed);
    }

    [Fact]
    public void RestlessFeet_EndTheCheckAndItBeginsAgainAtRest()
    {
        Mutation.SkipLong();
        Stander person = new(Plan) { TrembleHz = 0.4, TrembleRad = 0.3, TremblesUntilS = 70 };
        person.Until(60);
        person.Outcome.ShouldBe(StartCheckOutcome.NotStill);
        person.Said.Last().ShouldBe(Phrases.CheckHelp);
        person.Until(120);
        person.Outcome.ShouldBe(StartCheckOutcome.Passed);
    }

    [Fact]
    public void SensorsOnTheWrongFeet_IsFoundAndSaid()
    {
        Stander person = new(Plan) { SensorOf = static f => Other(f) };
        person.Until(60);
        person.Outcome.ShouldBe(StartCheckOutcome.WrongFoot);
        person.Said.ShouldContain(Phrases.CheckOtherFoot, StringComparer.Ordinal);
        person.Said.Last().ShouldBe(Phrases.CheckAgain);
    }

    [Fact]
    public void SensorsAndHeadphonesOnTheWrongSide_IsFoundByTheWords()
    {
        Stander person = new(Plan) { SensorOf = static f => Other(f), EarOf = static f => Other(f) };
        person.Until(80);
        person.Outcome.ShouldBe(StartCheckOutcome.WrongFoot);
    }

    [Fact]
    public void HeadphonesOnTheWrongSide_IsFound()
    {
        Stander person = new(Plan) { EarOf = static f => Other(f) };
        person.Until(60);
        person.Outcome.ShouldBe(StartCheckOutcome.WrongFoot);
    }

    [Fact]
    public void NoSoundToHear_IsFound()
    {
        Stander person = new(Plan) { Means = static _ => false };
        person.Until(60);
        person.Outcome.ShouldBe(StartCheckOutcome.NoAnswer);
    }

    [Fact]
    public void DeadSensor_IsNamedAndTheCheckGoesOnOnceItIsBack()
    {
        Stander person = new(Plan) { IsAlive = static (f, s) => f == Foot.Left || s > 20 };
        person.Until(19);
        person.Said.ShouldContain(Phrases.LostRight, StringComparer.Ordinal);
        person.Outcome.ShouldBe(StartCheckOutcome.UnderWay);
        person.Until(60);
        person.Outcome.ShouldBe(StartCheckOutcome.Passed);
    }

    [Fact]
    public void DeadSensor_ThatStaysDead_EndsTheCheck()
    {
        Stander person = new(Plan) { IsAlive = static (f, _) => f == Foot.Right };
        person.Until(70);
        person.Outcome.ShouldBe(StartCheckOutcome.SensorLost);
    }

    [Theory]
    [InlineData(95, true)]
    [InlineData(90, false)]
    [InlineData(80, false)]
    [InlineData(60, false)]
    [InlineData(50, false)]
    public void SensorsTooSlowForTaps_AreSaidToBeAndOnlyAPersonGoesOn(double rateHz, bool isFastEnough)
    {
        Stander person = new(Plan) { EveryS = 1 / rateHz };
        person.Until(60);
        person.Outcome.ShouldBe(isFastEnough ? StartCheckOutcome.Passed : StartCheckOutcome.SensorTooSlow);
        if (isFastEnough) return;
        person.Said.ShouldBe([Phrases.CheckStand, Phrases.CheckSlow]);
        person.Engine.Request(CueRequest.Go);
        person.Outcome.ShouldBe(StartCheckOutcome.Overruled);
    }

    [Fact]
    public void NotPassed_NoBeatsUntilSomebodySaysGo()
    {
        Stepper walk = new(Plan);
        walk.Walk(200);
        walk.Cues.Beats.ShouldBeEmpty();
        walk.Engine.Silence.ShouldBe(SilenceReason.Unchecked);
        walk.Engine.Request(CueRequest.Go);
        walk.WalkIn();
        walk.Engine.Report().StartCheck.ShouldBe(StartCheckOutcome.Overruled);
    }

    [Fact]
    public void StopDuringTheCheck_NothingMoreIsAsked()
    {
        Stander person = new(Plan);
        person.Until(5);
        person.Engine.Request(CueRequest.Stop);
        int said = person.Cues.Decided.Count;
        person.Until(60);
        person.Cues.Decided.Count.ShouldBe(said);
    }

    [Theory]
    [InlineData(CueRequest.BatteryLeft, Phrases.BatteryLeft)]
    [InlineData(CueRequest.BatteryRight, Phrases.BatteryRight)]
    public void BatteryThatWillNotLast_IsSaid(CueRequest request, string phrase)
    {
        Stepper walk = new();
        walk.Walk(20);
        walk.Engine.Request(request);
        walk.Pass(1);
        walk.Cues.Said.ShouldContain(phrase, StringComparer.Ordinal);
    }

    [Fact]
    public void BothBatteriesThatWillNotLast_AreSaidBetweenTheWordsOfTheCheckAndItGoesOn()
    {
        Stander person = new(Plan);
        person.Until(2);
        person.Engine.Request(CueRequest.BatteryLeft);
        person.Engine.Request(CueRequest.BatteryRight);
        person.Until(50);
        person.Outcome.ShouldBe(StartCheckOutcome.Passed);
        person.Cues.Said.ShouldBe([Phrases.CheckStand, Phrases.BatteryLeft, Phrases.BatteryRight, Phrases.CheckSide, Phrases.CheckSide, Phrases.CheckMeant, Phrases.CheckGood]);
    }

    private static Foot Other(Foot foot) => foot == Foot.Left ? Foot.Right : Foot.Left;

    // Somebody who sits or stands, listens, and taps twice with the foot that is asked for, two seconds after the question.
    private sealed class Stander
    {
        private const double ReactionS = 2;

        private readonly Queue<(Foot Foot, double AtS)> _taps = new();
        private double _nowS;
        private int _seen;

        public Stander(CuePlan plan) => Engine = new CueEngine(plan, new WalkPipelineOptions(), Cues);

        public CueEngine Engine { get; }

        public HeardCues Cues { get; } = new();

        public double EveryS { get; init; } = 0.01;

        public double TrembleHz { get; init; } = 0.3;

        public double TrembleRad { get; init; } = 0.002;

        public double TremblesUntilS { get; init; } = double.PositiveInfinity;

        public double[] TapsAt { get; init; } = [0, 0.45];

        /// <summary>Whether what is asked is heard and answered.</summary>
        public Func<string, bool> Means { get; init; } = static _ => true;

        public Func<Foot, Foot> SensorOf { get; init; } = static f => f;

        public Func<Foot, Foot> EarOf { get; init; } = static f => f;

        public Func<Foot, double, bool> IsAlive { get; init; } = static (_, _) => true;

        public StartCheckOutcome Outcome => Engine.Report().StartCheck;

        public IEnumerable<string> Said => Cues.Decided.Select(c => c.Phrase!);

        public void Tap(Foot foot)
        {
            foreach (double at in TapsAt) _taps.Enqueue((foot, _nowS + ReactionS + at));
        }

        public void Until(double seconds)
        {
            for (; _nowS < seconds; _nowS += EveryS)
            {
                Observe();
                while (_taps.TryPeek(out (Foot Foot, double AtS) over) && over.AtS <= _nowS - EveryS) _taps.Dequeue();
                foreach (Foot foot in (Foot[])[Foot.Left, Foot.Right])
                {
                    Foot sensor = SensorOf(foot);
                    if (!IsAlive(sensor, _nowS)) continue;
                    Engine.OnReading(sensor, Reading(foot));
                    Engine.OnPose(new FootPose(sensor, DeviceTime.FromSeconds(_nowS), default, default, 0, 0, FootPhase.FootFlat));
                }
            }
        }

        private ImuSample Reading(Foot foot)
        {
            bool taps = _taps.TryPeek(out (Foot Foot, double AtS) tap) && tap.Foot == foot && tap.AtS <= _nowS;
            // The heel beats 0.1 m from the toes.
            double w = 2 * Math.PI * TrembleHz, size = _nowS < TremblesUntilS ? TrembleRad : 0, shake = -0.1 * size * w * w * Math.Sin(w * _nowS);
            return new ImuSample(DeviceTime.FromSeconds(_nowS), new Vector3D(0, 0, 9.81 + shake + (taps ? 30 : 0)), new Vector3D(0, size * w * Math.Cos(w * _nowS), 0));
        }

        private void Observe()
        {
            for (; _seen < Cues.Decided.Count; _seen++)
            {
                Cue cue = Cues.Decided[_seen];
                Foot? asked = cue.Phrase switch
                {
                    Phrases.CheckSide => EarOf(cue.Foot!.Value),
                    Phrases.CheckTapLeft or Phrases.CheckMeant => Foot.Left,
                    Phrases.CheckTapRight => Foot.Right,
                    _ => null,
                };
                if (asked is { } foot && Means(cue.Phrase!)) Tap(foot);
            }
        }
    }
}

using GaitSense.Core;

namespace GaitSense.Feedback.Tests;

/// <summary>The check before the walk: words ask, a tap of the foot answers, and without it there are no cues.</summary>
public sealed class StartCheckTests
{
    private static readonly CuePlan Plan = new() { DurationS = 3600, Safety = new SafetyPlan { StartCheck = true } };

    [Fact]
    public void EachFootAnswers_PassesWithinHalfAMinuteAndCuesFollow()
    {
        Stander person = new(Plan);
        person.Until(40);
        person.Outcome.ShouldBe(StartCheckOutcome.Passed);
        person.Said.ShouldBe([Phrases.CheckStand, Phrases.CheckSide, Phrases.CheckSide, Phrases.CheckTapLeft, Phrases.CheckGood]);
        person.Cues.Decided.Where(c => c.Phrase is Phrases.CheckSide).Select(c => c.Foot).ShouldBe([Foot.Left, Foot.Right]);
        person.Cues.Decided[^1].DecidedAt.Seconds.ShouldBeLessThan(30);
    }

    [Fact]
    public void OneEar_WordsTellTheSide()
    {
        Stander person = new(Plan with { Sound = new SoundOptions { Ears = EarMode.Left } });
        person.Until(40);
        person.Outcome.ShouldBe(StartCheckOutcome.Passed);
        person.Said.ShouldBe([Phrases.CheckStand, Phrases.CheckTapLeft, Phrases.CheckTapRight, Phrases.CheckGood]);
    }

    [Fact]
    public void SwayingBody_IsStill()
    {
        Stander person = new(Plan) { SwayMps = 0.03 };
        person.Until(40);
        person.Outcome.ShouldBe(StartCheckOutcome.Passed);
    }

    [Fact]
    public void SensorsOnTheWrongFeet_IsFoundAndSaid()
    {
        Stander person = new(Plan) { SensorOf = static f => Other(f) };
        person.Until(60);
        person.Outcome.ShouldBe(StartCheckOutcome.WrongFoot);
        person.Said.ShouldContain(Phrases.CheckOtherFoot, StringComparer.Ordinal);
        person.Said.Last().ShouldBe(Phrases.CheckHelp);
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
        Stander person = new(Plan) { Hears = false };
        person.Until(60);
        person.Outcome.ShouldBe(StartCheckOutcome.NoAnswer);
    }

    [Fact]
    public void LooseSensorThatNeverRests_IsFound()
    {
        Stander person = new(Plan) { SwayMps = 0.2 };
        person.Until(60);
        person.Outcome.ShouldBe(StartCheckOutcome.NotStill);
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
        person.Cues.Said.ShouldBe([Phrases.CheckStand, Phrases.BatteryLeft, Phrases.BatteryRight, Phrases.CheckSide, Phrases.CheckSide, Phrases.CheckTapLeft, Phrases.CheckGood]);
    }

    private static Foot Other(Foot foot) => foot == Foot.Left ? Foot.Right : Foot.Left;

    // Somebody who stands, listens, and taps the foot that is asked for, two seconds after the question.
    private sealed class Stander
    {
        private const double EveryS = 0.01, ReactionS = 2, TapS = 0.5;

        private double _nowS, _tapFromS = double.PositiveInfinity;
        private Foot _tapping;
        private int _seen;

        public Stander(CuePlan plan) => Engine = new CueEngine(plan, new WalkPipelineOptions(), Cues);

        public CueEngine Engine { get; }

        public HeardCues Cues { get; } = new();

        public double SwayMps { get; init; } = 0.005;

        public bool Hears { get; init; } = true;

        public Func<Foot, Foot> SensorOf { get; init; } = static f => f;

        public Func<Foot, Foot> EarOf { get; init; } = static f => f;

        public Func<Foot, double, bool> IsAlive { get; init; } = static (_, _) => true;

        public StartCheckOutcome Outcome => Engine.Report().StartCheck;

        public IEnumerable<string> Said => Cues.Decided.Select(c => c.Phrase!);

        public void Until(double seconds)
        {
            for (; _nowS < seconds; _nowS += EveryS)
            {
                Hear();
                foreach (Foot foot in (Foot[])[Foot.Left, Foot.Right])
                    if (IsAlive(SensorOf(foot), _nowS)) Engine.OnPose(Pose(foot));
            }
        }

        private FootPose Pose(Foot foot)
        {
            double sinceS = _nowS - _tapFromS;
            bool taps = foot == _tapping && sinceS is >= 0 and < TapS;
            // Up and down again; the standing foot follows a little.
            double speed = taps ? 0.3 * Math.Abs(Math.Sin(2 * Math.PI * sinceS / TapS)) : SwayMps * Math.Abs(Math.Sin(_nowS)) + (sinceS is >= 0 and < TapS ? 0.04 : 0);
            return new FootPose(SensorOf(foot), DeviceTime.FromSeconds(_nowS), default, new Vector3D(0, 0, speed), 0, 0, taps ? FootPhase.PushOff : FootPhase.FootFlat);
        }

        private void Hear()
        {
            for (; _seen < Cues.Decided.Count; _seen++)
            {
                Cue cue = Cues.Decided[_seen];
                Foot? asked = cue.Phrase switch
                {
                    Phrases.CheckSide => EarOf(cue.Foot!.Value),
                    Phrases.CheckTapLeft => Foot.Left,
                    Phrases.CheckTapRight => Foot.Right,
                    _ => null,
                };
                if (Hears && asked is { } foot) (_tapping, _tapFromS) = (foot, cue.PlannedAt.Seconds + ReactionS);
            }
        }
    }
}

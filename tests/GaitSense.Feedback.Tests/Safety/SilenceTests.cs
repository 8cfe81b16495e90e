using GaitSense.Core;
using GaitSense.Feedback.Cues;

namespace GaitSense.Feedback.Tests;

/// <summary>Whatever goes wrong, cues stop within one step, and come back after four clean steps.</summary>
public sealed class SilenceTests
{
    private const double StepS = 0.5;

    private readonly Stepper _walk = new();

    [Fact]
    public void Freeze_InTheMiddleOfAStep_SilencesWithinOneStep()
    {
        _walk.WalkIn();
        _walk.Walk(5);
        _walk.Pass(10);
        _walk.Cues.Beats.Max(c => c.PlannedAt.Seconds).ShouldBeLessThanOrEqualTo(_walk.LandedS + StepS + 0.02);
        _walk.Engine.Silence.ShouldBe(SilenceReason.StepMissed);
    }

    [Fact]
    public void Freeze_JustAfterALanding_TakesTheNextBeatBackBeforeItIsHeard()
    {
        _walk.WalkIn();
        _walk.Walk(5);
        double landed = _walk.LandedS;
        _walk.Cues.Decided[^1].PlannedAt.Seconds.ShouldBeGreaterThan(landed + 0.3, "it was planned");
        _walk.Pass(10);
        _walk.Cues.Beats.Max(c => c.PlannedAt.Seconds).ShouldBeLessThan(landed + 0.1);
        _walk.Cues.Outcomes[^1].Cancelled.ShouldBe(SilenceReason.StepMissed);
    }

    [Theory, InlineData(Foot.Left, Phrases.LostLeft), InlineData(Foot.Right, Phrases.LostRight)]
    public void Sensor_ThatStaysAway_IsSaidOnceAndABriefHoleIsNot(Foot foot, string phrase)
    {
        _walk.WalkIn();
        for (int i = 0; i < 3; i++)
        {
            _walk.Walk(10);
            _walk.Sensed.Remove(foot);
            _walk.Walk(6);
            _walk.Sensed.Add(foot);
        }

        _walk.Cues.Said.Contains(phrase, StringComparer.Ordinal).ShouldBeFalse();
        _walk.Walk(10);
        _walk.Sensed.Remove(foot);
        double lost = _walk.NowS;
        _walk.Walk(120);
        Cue said = _walk.Cues.Heard.Where(c => string.Equals(c.Phrase, phrase, StringComparison.Ordinal)).ShouldHaveSingleItem();
        (said.PlannedAt.Seconds - lost).ShouldBeInRange(8, 10);
        _walk.Sensed.Add(foot);
        _walk.Walk(20);
        _walk.Sensed.Remove(foot);
        _walk.Walk(20);
        _walk.Cues.Said.Count(s => string.Equals(s, phrase, StringComparison.Ordinal)).ShouldBe(2, "it came back and went again");
    }

    [Theory, InlineData(Foot.Left), InlineData(Foot.Right)]
    public void Sensor_ThatFallsSilent_SilencesWithinOneStep(Foot foot)
    {
        _walk.WalkIn();
        _walk.Walk(5);
        double lost = _walk.NowS;
        _walk.Sensed.Remove(foot);
        _walk.Walk(6);
        _walk.Cues.Beats.Max(c => c.PlannedAt.Seconds).ShouldBeLessThanOrEqualTo(lost + StepS);
        _walk.Engine.Silence.ShouldBe(SilenceReason.SensorLost);
        _walk.Sensed.Add(foot);
        double back = _walk.NowS;
        _walk.Walk(6);
        _walk.Cues.Beats.First(c => c.PlannedAt.Seconds > back).PlannedAt.Seconds.ShouldBeInRange(back + (4 * StepS), back + (8 * StepS));
    }

    [Theory]
    [InlineData(SensorFaultKind.AccelScale, 4)]
    [InlineData(SensorFaultKind.GyroScale, 0.5)]
    [InlineData(SensorFaultKind.AxesDiffer, 0)]
    [InlineData(SensorFaultKind.GyroSign, 0)]
    [InlineData(SensorFaultKind.NotOnFoot, 1)]
    public void Sensor_WhoseReadingsCannotBeRight_SilencesUntilItsStridesAreBelieved(SensorFaultKind kind, double value)
    {
        _walk.WalkIn();
        _walk.Walk(5);
        double known = _walk.NowS;
        ((IWalkObserver)_walk.Engine).OnSensorFault(new SensorFault(Foot.Left, DeviceTime.FromSeconds(known), kind, value, SignedAxes.Same));
        _walk.Pass(0.02);
        _walk.Engine.Silence.ShouldBe(SilenceReason.SensorFault);
        _walk.IsBelieved = false;
        _walk.Walk(12);
        _walk.Cues.Beats.ShouldNotContain(c => c.PlannedAt.Seconds > known + 0.02);
        _walk.IsBelieved = true;
        double believed = _walk.NowS;
        _walk.Walk(6);
        _walk.Cues.Beats.First(c => c.PlannedAt.Seconds > believed).PlannedAt.Seconds.ShouldBeInRange(believed + (4 * StepS), believed + (8 * StepS));
    }

    [Fact]
    public void Sensor_WhoseScaleIsALittleOff_IsCuedOn()
    {
        _walk.WalkIn();
        ((IWalkObserver)_walk.Engine).OnSensorFault(new SensorFault(Foot.Left, DeviceTime.FromSeconds(_walk.NowS), SensorFaultKind.AccelScale, 1.13, SignedAxes.Same));
        _walk.Pass(0.02);
        _walk.Engine.Silence.ShouldNotBe(SilenceReason.SensorFault);
    }

    [Fact]
    public void Samples_OfBothFeetMissing_NoBeatMoreThanAStepAhead()
    {
        _walk.WalkIn();
        _walk.Walk(5);
        // The walk's clock stands still: nothing more is decided.
        _walk.Cues.Decided.Max(c => c.PlannedAt.Seconds).ShouldBeLessThanOrEqualTo(_walk.LandedS + StepS + 0.02);
    }

    [Fact]
    public void FeetSwapped_OnTheWay_SilencesWithinOneStep()
    {
        _walk.WalkIn();
        _walk.Walk(5);
        _walk.Next = _walk.Next == Foot.Left ? Foot.Right : Foot.Left;
        int before = _walk.Cues.Decided.Count;
        _walk.Step();
        _walk.Engine.Silence.ShouldBe(SilenceReason.StepMissed, "the foot that was to land has not been lifted");
        _walk.Cues.Decided.Count.ShouldBe(before);
        for (int i = 0; i < 3; i++) _walk.Step();
        _walk.Cues.Decided.Count.ShouldBe(before, "three clean steps are not four");
        _walk.Step();
        _walk.Cues.Decided.Count.ShouldBe(before + 1);
    }

    [Fact]
    public void Clock_ThatIsUnsure_SilencesAtOnce()
    {
        _walk.WalkIn();
        _walk.Walk(5);
        ((IWalkObserver)_walk.Engine).OnClockUncertainty(0.05);
        double at = _walk.NowS;
        _walk.Walk(5);
        _walk.Cues.Beats.Max(c => c.PlannedAt.Seconds).ShouldBeLessThanOrEqualTo(at);
        _walk.Engine.Silence.ShouldBe(SilenceReason.ClockUnsure);
    }

    [Fact]
    public void Landing_ThatIsUnsure_SilencesAtOnce()
    {
        _walk.WalkIn();
        _walk.Walk(5);
        _walk.Confidence = 0.3;
        _walk.Step();
        _walk.Engine.Silence.ShouldBe(SilenceReason.StepUnsure);
    }

    [Fact]
    public void Stop_CutsEverythingUntilGo()
    {
        _walk.WalkIn();
        _walk.Walk(5);
        _walk.Engine.Request(CueRequest.Stop);
        double at = _walk.NowS;
        _walk.Walk(20);
        _walk.Cues.Heard.Max(c => c.PlannedAt.Seconds).ShouldBeLessThanOrEqualTo(at);
        _walk.Engine.Request(CueRequest.Go);
        _walk.Walk(5);
        _walk.Cues.Beats.Last().PlannedAt.Seconds.ShouldBeGreaterThan(at + 20);
    }

    [Fact]
    public void Backward_InAForwardWalk_SilencesBeforeTheLanding()
    {
        _walk.WalkIn();
        _walk.Walk(5);
        double last = _walk.LandedS;
        _walk.Direction = WalkingDirection.Backward;
        _walk.Walk(5);
        _walk.Cues.Beats.Max(c => c.PlannedAt.Seconds).ShouldBeLessThanOrEqualTo(last, "the swing is seen to go backward before it lands");
    }

    [Fact]
    public void Loudness_FromOneCueToTheNext_AtMost6Db()
    {
        _walk.WalkIn();
        for (int i = 0; i < 5; i++)
        {
            _walk.Walk(20);
            _walk.Pass(6);
        }

        double[] gains = [.. _walk.Cues.Heard.Select(c => c.GainDb)];
        gains.Zip(gains.Skip(1)).Max(p => Math.Abs(p.Second - p.First)).ShouldBeLessThanOrEqualTo(6);
        gains.Max().ShouldBeLessThanOrEqualTo(0);
        gains[0].ShouldBeLessThanOrEqualTo(-6);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void CuesInPieces_EndForTheWalkWithWords(bool areOthersSaid)
    {
        _walk.WalkIn();
        for (int i = 0; i < 9; i++)
        {
            _walk.Walk(6);
            if (areOthersSaid) _walk.Engine.Request(CueRequest.BatteryLeft);
            _walk.Pass(2);
        }

        _walk.Walk(60);
        _walk.Engine.Report().Silences.Values.Sum().ShouldBe(7, "the seventh silence within two minutes is the last");
        _walk.Cues.Said.Count(s => string.Equals(s, Phrases.CuesEnd, StringComparison.Ordinal)).ShouldBe(1);
        _walk.Engine.Silence.ShouldBe(SilenceReason.TooManySilences);
    }

    // Two risers a stride; a flight that is taken one foot to the foot before it; a slope of one in four.
    [Theory, InlineData(0.34, 0.58), InlineData(-0.34, 0.58), InlineData(0.17, 0.29), InlineData(-0.25, 1)]
    public void Stairs_SilenceFromTheThirdStrideOnUntilTheGroundIsLevel(double riseM, double lengthM)
    {
        _walk.WalkIn();
        _walk.Walk(5);
        (double level, int landed) = (_walk.LengthM, _walk.Landings.Count);
        (_walk.RiseM, _walk.LengthM) = (riseM, lengthM);
        _walk.Walk(10);
        _walk.Engine.Silence.ShouldBe(SilenceReason.Steep);
        _walk.Cues.Beats.ShouldNotContain(c => c.PlannedAt.Seconds > _walk.Landings[landed + 2].AtS);
        (_walk.RiseM, _walk.LengthM) = (0, level);
        _walk.Walk(5);
        _walk.Engine.Silence.ShouldBe(SilenceReason.None);
    }

    // A ramp for wheelchairs, and heights that are not known better than this.
    [Theory, InlineData(0.1), InlineData(-0.1)]
    public void SlightSlope_IsCued(double riseM)
    {
        _walk.WalkIn();
        _walk.RiseM = riseM;
        _walk.Walk(20);
        _walk.Engine.Silence.ShouldBe(SilenceReason.None);
    }

    [Fact]
    public void SilencesThatAreRare_DoNotEndTheCues()
    {
        _walk.WalkIn();
        for (int i = 0; i < 9; i++)
        {
            _walk.Walk(20);
            _walk.Pass(2);
        }

        _walk.Cues.Said.ShouldNotContain(s => string.Equals(s, Phrases.CuesEnd, StringComparison.Ordinal));
    }

    [Fact]
    public void StopAndGo_IsToldWhyThereIsNoBeatYet()
    {
        for (int i = 0; i < 40; i++)
        {
            _walk.Walk(2);
            _walk.Pass(2);
        }

        _walk.Cues.Said.ShouldBe([Phrases.NotYet]);
    }
}

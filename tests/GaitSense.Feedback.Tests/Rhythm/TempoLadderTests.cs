using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Rhythm;

namespace GaitSense.Feedback.Tests;

/// <summary>The tempo climbs only for who is in time and walks well, and goes back for who is not: steps of 0.5 s at a preferred cadence of 120 steps/min, eight of which tell.</summary>
public sealed class TempoLadderTests
{
    private const double StepS = 0.5, OwnStepsPerMin = 120;

    private static readonly LadderPlan Plan = new() { Enabled = true, Steps = 8, UpAfterS = 20, BackOffAfterS = 15, StepPercent = 2, CapPercent = 6, MinPercent = -4, BackOffs = 2 };

    private readonly TempoLadder _ladder = new(Plan, Practice.Forward);

    // Eight steps until anything is known, then 20 s in time: the 47th step.
    [Fact]
    public void WalkerInTime_ClimbsAStepAtATime_UpToTheCap()
    {
        foreach (double level in (double[])[2, 4, 6])
        {
            Follow(46);
            _ladder.LevelPercent.ShouldBe(level - 2);
            Follow(4);
            (_ladder.LevelPercent, _ladder.HighestPercent).ShouldBe((level, level));
            _ladder.Pause();
        }

        Follow(200);
        (_ladder.LevelPercent, _ladder.HighestPercent, _ladder.BackOffs).ShouldBe((6, 6, 0));
    }

    [Fact]
    public void First_ClimbIsAtTheLastStepOfItsTime()
    {
        Follow(46);
        _ladder.LevelPercent.ShouldBe(0);
        Follow(1);
        _ladder.LevelPercent.ShouldBe(2);
        Follow(46);
        _ladder.LevelPercent.ShouldBe(2, "a new tempo has its own time");
    }

    [Fact]
    public void WalkerWhoDoesNotWalkWell_DoesNotClimb()
    {
        Follow(100, walksWell: false);
        _ladder.LevelPercent.ShouldBe(0);
    }

    // 96 steps/min against 100 are 4 % off, and landings that are all alike have a concentration of 1.
    [Fact]
    public void InTime_IncludesTheEdgesOfThePlan()
    {
        TempoLadder ladder = new(Plan with { TempoMatchPercent = 4, PhaseConcentration = 1 }, Practice.Forward);
        for (int i = 0; i < 45; i++) ladder.Step(0.625, 0, 0.6, 100, walksWell: true);
        ladder.LevelPercent.ShouldBe(2);
    }

    // Landings a quarter of a step before and after the beat in turn are at its tempo, and not with it.
    [Fact]
    public void StepsAtTheTempoButNotWithTheBeat_GoBackAfterFifteenSeconds_AndTheSecondTimeForGood()
    {
        Stray(36);
        _ladder.BackOffs.ShouldBe(0);
        Stray(1);
        (_ladder.BackOffs, _ladder.IsLocked, _ladder.LeadsTempo).ShouldBe((1, false, true));
        Stray(36);
        _ladder.BackOffs.ShouldBe(1, "what was before the first time does not count");
        Stray(1);
        (_ladder.BackOffs, _ladder.IsLocked, _ladder.LeadsTempo, _ladder.LevelPercent).ShouldBe((2, true, false, 0));
        Follow(200);
        _ladder.LevelPercent.ShouldBe(0);
    }

    // Steps of 33/64 s are 3 % slower than the tempo; of 0.6 s 17 %: the plan goes to -4 %.
    [Theory, InlineData(0.515625, -3.0303), InlineData(0.6, -4)]
    public void SlowerWalker_TheTempoGoesBackToTheSteps_AsFarAsThePlanGoes(double stepS, double levelPercent)
    {
        for (int i = 0; i < 38; i++) _ladder.Step(stepS, 0, StepS, OwnStepsPerMin, walksWell: true);
        _ladder.BackOffs.ShouldBe(1);
        _ladder.LevelPercent.ShouldBe(levelPercent, 1e-4);
        for (int i = 0; i < 38; i++) _ladder.Step(stepS * 1.2, 0, StepS, OwnStepsPerMin, walksWell: true);
        (_ladder.IsLocked, _ladder.LevelPercent).ShouldBe((true, 0));
    }

    // 16.5 s in time, two landings half a step off, and 12 s more.
    [Fact]
    public void TimeInTime_BeginsAgainAfterTimeOutOfIt()
    {
        Follow(40);
        for (int i = 0; i < 2; i++) Step(0.25, true);
        Follow(30);
        (_ladder.LevelPercent, _ladder.BackOffs).ShouldBe((0, 0));
        Follow(30);
        _ladder.LevelPercent.ShouldBe(2);
    }

    [Fact]
    public void Pause_WhatWasInTimeBeforeSaysNothing()
    {
        Follow(45);
        _ladder.Pause();
        Follow(46);
        _ladder.LevelPercent.ShouldBe(0);
        Follow(1);
        _ladder.LevelPercent.ShouldBe(2);
    }

    // At the cap nothing begins anew: the third stray landing is out of time, and 31 of them are 15 s.
    [Fact]
    public void WalkerAtTheCap_GoesBackAsSoon()
    {
        TempoLadder ladder = new(Plan with { CapPercent = 2 }, Practice.Forward);
        double periodS = StepS / 1.02;
        for (int i = 0; i < 47; i++) ladder.Step(StepS, 0, StepS, OwnStepsPerMin, walksWell: true);
        ladder.LevelPercent.ShouldBe(2);
        for (int i = 0; i < 49; i++) ladder.Step(periodS, 0, periodS, OwnStepsPerMin, walksWell: true);
        for (int i = 0; i < 34; i++) ladder.Step(periodS, periodS * (i % 2 == 0 ? 0.25 : -0.25), periodS, OwnStepsPerMin, walksWell: true);
        ladder.BackOffs.ShouldBe(1);
    }

    [Fact]
    public void BeatsAndStepsThatComeApart_AreTimeOutOfTime()
    {
        _ladder.LoseStep(10, 0.97);
        _ladder.LoseStep(4.9, 0.97);
        _ladder.BackOffs.ShouldBe(0);
        _ladder.LoseStep(0.1, 0.97);
        _ladder.BackOffs.ShouldBe(1);
        _ladder.LevelPercent.ShouldBe(-3, 1e-9);
        _ladder.LoseStep(14.9, 0.97);
        _ladder.BackOffs.ShouldBe(1);
    }

    [Theory, InlineData(false, Practice.Forward), InlineData(true, Practice.Backward)]
    public void LadderThatIsOff_OrBackward_NeverMoves(bool isEnabled, Practice practice)
    {
        TempoLadder ladder = new(Plan with { Enabled = isEnabled }, practice);
        for (int i = 0; i < 100; i++) ladder.Step(StepS, 0, StepS, OwnStepsPerMin, walksWell: true);
        ladder.LoseStep(100, 0.97);
        (ladder.LevelPercent, ladder.BackOffs, ladder.LeadsTempo).ShouldBe((0, 0, false));
    }

    private void Follow(int steps, bool walksWell = true)
    {
        for (int i = 0; i < steps; i++) Step(0, walksWell);
    }

    private void Stray(int steps)
    {
        for (int i = 0; i < steps; i++) Step(i % 2 == 0 ? 0.125 : -0.125, true);
    }

    // A step at the ladder's tempo.
    private void Step(double asynchronyS, bool walksWell)
    {
        double stepS = StepS / (1 + (_ladder.LevelPercent / 100));
        _ladder.Step(stepS, asynchronyS, stepS, OwnStepsPerMin, walksWell);
    }
}

using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.Volume;

namespace GaitSense.Training.Tests.Volume;

/// <summary>Volume as an outcome: minutes, strides, bouts and lengths, week by week.</summary>
public sealed class AdherenceTests
{
    private static readonly Plan Backward = Trainee.PlanOf("backward-8-weeks");

    private static Session Did(int day, TrainingTask task, Place place, double share = 1, StopReason stop = StopReason.None) =>
        Trainee.Done(Backward, Backward.SlotIn((day / 7) + 1, task, place), Trainee.Monday.AddDays(day), stop, share: share);

    [Fact]
    public void AWeek_IsWhatWasDoneOfWhatWasPlanned()
    {
        Session[] done = [Did(0, TrainingTask.ComfortableWalk, Place.Home), Did(2, TrainingTask.Backward, Place.Clinic), Did(4, TrainingTask.ComfortableWalk, Place.Home, 0.5, StopReason.Enough)];
        WeekVolume week = Adherence.Of(new() { Plans = [Backward], Sessions = done }, Trainee.Monday.AddDays(6)).ShouldHaveSingleItem();
        (week.Week, week.Planned, week.Done, week.EndedEarly, week.Free).ShouldBe((1, 3, 3, 1, 0));
        week.Minutes.ShouldBe(10 + 3 + 5, 1e-9);
        (week.Strides, week.Bouts).ShouldBe((300 + 300 + 150, 3));
        (week.Lengths, week.PlannedLengths, week.BackwardM).ShouldBe((4, 4, 16));
        week.DonePercent.ShouldBe(100);
    }

    [Fact]
    public void AWeekOfRest_IsAWeekWithZeroMinutes_AndFreeWalksAreCountedBeside()
    {
        Session free = Did(8, TrainingTask.ComfortableWalk, Place.Home) with { SlotId = null, PlanId = null };
        IReadOnlyList<WeekVolume> weeks = Adherence.Of(new() { Plans = [Backward], Sessions = [free] }, Trainee.Monday.AddDays(20));
        weeks.Select(w => (w.Week, w.Done, w.Free, w.Minutes)).ShouldBe([(1, 0, 0, 0.0), (2, 0, 1, 10.0), (3, 0, 0, 0.0)]);
    }

    // clinic.md, section 3: the dose is lengths of the plan's path; section 2: a timed test measures.
    [Fact]
    public void ATimedTest_IsNoPractice_NeitherMinutesNorMetresNorAFreeWalk()
    {
        Session test = Did(2, TrainingTask.Backward, Place.Clinic) with { SlotId = null, PlanId = null, Trials = [Verdicts.Some.Trial("3mbw@1", 1, 5)] };
        Adherence.Of(new() { Plans = [Backward], Sessions = [test] }, Trainee.Monday.AddDays(6))[0].ShouldSatisfyAllConditions(w => w.Free.ShouldBe(0), w => w.Minutes.ShouldBe(0), w => w.BackwardM.ShouldBe(0), w => w.Unmeasured.ShouldBe(0));
    }

    [Fact]
    public void MoreThanPlanned_IsNotMoreThanAll() =>
        Adherence.Of(new() { Plans = [Backward], Sessions = [.. Enumerable.Range(0, 5).Select(d => Did(d, TrainingTask.ComfortableWalk, Place.Home))] }, Trainee.Monday.AddDays(6))[0].ShouldSatisfyAllConditions(w => w.Done.ShouldBe(2), w => w.Minutes.ShouldBe(50));

    [Fact]
    public void WhatWasNotMeasured_IsNotZeroMinutes_ButSaid()
    {
        Session paper = Did(0, TrainingTask.ComfortableWalk, Place.Home) with { Measures = [], Source = SessionSource.Paper };
        Adherence.Of(new() { Plans = [Backward], Sessions = [paper] }, Trainee.Monday.AddDays(6))[0].ShouldSatisfyAllConditions(w => w.Done.ShouldBe(1), w => w.Unmeasured.ShouldBe(1));
        SessionDose.Of(paper).ShouldBe(new SessionDose());
    }

    [Fact]
    public void SimulatedSessions_AreNoPersonsVolume() =>
        Adherence.Of(new() { Plans = [Backward], Sessions = [Did(0, TrainingTask.ComfortableWalk, Place.Home) with { Source = SessionSource.Simulation }] }, Trainee.Monday.AddDays(6))[0].Minutes.ShouldBe(0);

    [Theory, InlineData(56, 8), InlineData(70, 10), InlineData(100, 10)]
    public void AVersion_ThatGoesOnLonger_HasItsWeeksToo(int day, int weeks)
    {
        Plan longer = Backward with { Id = Trainee.Id(20), Version = 2, From = Trainee.Monday.AddDays(49), FirstWeek = 8, To = Backward.To.AddDays(14) };
        Adherence.Of(new() { Plans = [Backward, longer] }, Trainee.Monday.AddDays(day - 1)).Count.ShouldBe(weeks);
    }

    [Fact]
    public void ASunday_BelongsToTheWeekBeforeIt() =>
        Adherence.Of(new() { Plans = [Backward], Sessions = [Did(6, TrainingTask.ComfortableWalk, Place.Home)] }, Trainee.Monday.AddDays(13)).Select(w => w.Minutes).ShouldBe([10, 0]);

    [Fact]
    public void WithoutAPlan_ThereAreNoWeeks() => Adherence.Of(new(), Trainee.Monday).ShouldBeEmpty();
}

using GaitSense.Core;
using GaitSense.Training.Days;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;

namespace GaitSense.Training.Tests.Days;

/// <summary>What became of a walk says how its session ended and what is kept of its dose.</summary>
public sealed class EndRuleTests
{
    [Theory]
    [InlineData(true, false, false, false, SessionStatus.Completed)]
    [InlineData(true, false, true, true, SessionStatus.EndedEarly)]
    [InlineData(true, false, true, false, SessionStatus.EndedEarly)]
    [InlineData(true, false, false, true, SessionStatus.EndedEarly)]
    [InlineData(true, true, false, false, SessionStatus.CutOff)]
    [InlineData(true, true, true, true, SessionStatus.CutOff)]
    [InlineData(false, false, false, false, SessionStatus.CutOff)] // "completed" without a sample
    [InlineData(false, false, true, true, SessionStatus.CutOff)] // whoever ended the waiting ended no walk
    public void AWalk_WithoutASampleOrWithAFailure_WasCutOff(bool hasSamples, bool hasFailed, bool isStopped, bool isDoseOpen, SessionStatus status) =>
        EndRule.StatusOf(hasSamples, hasFailed, isStopped, isDoseOpen).ShouldBe(status);

    [Fact]
    public void AWalk_WhoseSensorsNeverSentASample_IsNoPracticeAndFillsNoSlot()
    {
        Plan plan = Trainee.PlanOf("comfortable-walk");
        Slot slot = plan.Slots[0];
        Session session = Trainee.Done(plan, slot, Trainee.Monday, StopReason.Technical, status: EndRule.StatusOf(hasSamples: false, hasFailed: false, isStopped: true, isDoseOpen: true)) with
        {
            Measures = [.. EndRule.DoseOf(new DoseProgress(null), hasSummary: false).ToMeasures()],
        };
        DoneRule.Counts(session).ShouldBeFalse();
        DoneRule.MayGoOn(session).ShouldBeTrue();
        DoneRule.DaysDone(new() { Plans = [plan], Sessions = [session] }, plan, slot).ShouldBe(0);
    }

    [Fact]
    public void AWalk_ThatBrokeAfterAMinute_KeepsTheMinuteThatTheContactsShowed()
    {
        DoseProgress progress = new(null);
        for (double at = 0; at <= 60; at += 0.5) progress.OnEvent(new GaitEvent(Foot.Left, GaitEventKind.InitialContact, DeviceTime.FromSeconds(at), DeviceTime.FromSeconds(at), WalkingDirection.Forward, 1, null));
        EndRule.DoseOf(progress, hasSummary: false).Minutes!.Value.ShouldBe(1, 1e-9);
        EndRule.DoseOf(progress, hasSummary: true).Minutes.ShouldBeNull(); // the summary measured it
    }
}

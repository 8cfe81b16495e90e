using GaitSense.Training.Days;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.Volume;

namespace GaitSense.Training.Tests.Days;

/// <summary>Which sessions count as done: what the person ended does, what broke before anything was walked does not.</summary>
public sealed class DoneRuleTests
{
    private static readonly Plan Walks = Trainee.PlanOf("comfortable-walk");

    private static Session Ended(SessionStatus status, StopReason stop, SessionDose dose) =>
        Trainee.Done(Walks, Walks.Slots[0], Trainee.Monday, stop, status: status) with { Measures = [.. dose.ToMeasures()] };

    [Theory]
    [InlineData(SessionStatus.Completed, StopReason.None, true)]
    [InlineData(SessionStatus.EndedEarly, StopReason.Enough, true)]
    [InlineData(SessionStatus.EndedEarly, StopReason.Pain, true)]
    [InlineData(SessionStatus.EndedEarly, StopReason.Technical, false)]
    [InlineData(SessionStatus.CutOff, StopReason.None, false)]
    [InlineData(SessionStatus.Running, StopReason.None, false)]
    public void ASession_InWhichNothingWasWalked_CountsWhereThePersonEndedIt(SessionStatus status, StopReason stop, bool counts) =>
        DoneRule.Counts(Ended(status, stop, new SessionDose { Minutes = 0, Lengths = 0, Strides = 0 })).ShouldBe(counts);

    [Theory]
    [InlineData(2.0, null, null)]
    [InlineData(null, 1.0, null)]
    [InlineData(null, null, 40)]
    public void ASession_ThatBrokeAfterSomethingWasWalked_Counts(double? minutes, double? lengths, int? strides)
    {
        SessionDose dose = new() { Minutes = minutes, Lengths = lengths, Strides = strides };
        dose.IsSome.ShouldBeTrue();
        DoneRule.Counts(Ended(SessionStatus.EndedEarly, StopReason.Technical, dose)).ShouldBeTrue();
        DoneRule.Counts(Ended(SessionStatus.CutOff, StopReason.None, dose)).ShouldBeTrue();
    }

    // Nobody knows how much it was: it could have been all, and twice the dose would be more than too little.
    [Fact]
    public void ASession_ThatBrokeAndMeasuredNothing_Counts() => DoneRule.Counts(Ended(SessionStatus.CutOff, StopReason.None, new SessionDose())).ShouldBeTrue();
}

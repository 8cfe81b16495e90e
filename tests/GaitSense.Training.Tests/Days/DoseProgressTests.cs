using GaitSense.Core;
using GaitSense.Training.Days;
using GaitSense.Training.Plans;

namespace GaitSense.Training.Tests.Days;

public sealed class DoseProgressTests
{
    [Fact]
    public void WalkedTime_WithAPauseOfAMinute_IsWithoutThePause()
    {
        DoseProgress progress = new(Walk(minutes: 4));
        Step(progress, from: 10, seconds: 60);
        Step(progress, from: 130, seconds: 60);
        progress.WalkedS.ShouldBe(120, 1e-9);
    }

    [Fact]
    public void Dose_OfTwoMinutes_IsDoneAfterTwoMinutesOfWalkingAndNotBefore()
    {
        DoseProgress progress = new(Walk(minutes: 2));
        Step(progress, from: 0, seconds: 60);
        Step(progress, from: 200, seconds: 58);
        progress.IsDone.ShouldBeFalse();
        Step(progress, from: 258.5, seconds: 2);
        progress.IsDone.ShouldBeTrue();
    }

    [Fact]
    public void Rest_AfterTwoMinutes_IsDueUntilThePersonHasRested()
    {
        DoseProgress progress = new(Walk(minutes: 6) with { MinutesBetweenRests = 2, RestMinutes = 2 });
        Step(progress, from: 0, seconds: 119);
        progress.IsRestDue.ShouldBeFalse();
        Step(progress, from: 119.5, seconds: 2);
        progress.IsRestDue.ShouldBeTrue();
        Step(progress, from: 131, seconds: 5); // ten seconds of standing are no rest
        progress.IsRestDue.ShouldBeTrue();
        Step(progress, from: 300, seconds: 5);
        progress.IsRestDue.ShouldBeFalse();
    }

    [Fact]
    public void WhoGoesOnAfterAShortRest_IsOfferedTheNextOneAfterAsLongAStretch()
    {
        DoseProgress progress = new(Walk(minutes: 6) with { MinutesBetweenRests = 2, RestMinutes = 2 });
        Step(progress, from: 0, seconds: 60);
        progress.GoOn(); // a stop that was no rest
        Step(progress, from: 60.5, seconds: 60);
        progress.IsRestDue.ShouldBeTrue();
        progress.GoOn();
        progress.IsRestDue.ShouldBeFalse();
        Step(progress, from: 131, seconds: 110);
        progress.IsRestDue.ShouldBeFalse();
        Step(progress, from: 241.5, seconds: 12);
        progress.IsRestDue.ShouldBeTrue();
    }

    [Fact]
    public void Steps_BeforeTheSessionBegins_AreNoPartOfIt()
    {
        DoseProgress progress = new(Walk(minutes: 6) with { MinutesBetweenRests = 2, RestMinutes = 2 });
        Step(progress, from: 0, seconds: 130);
        progress.OnStride(Stride(Foot.Left, WalkingDirection.Backward, 0.4));
        progress.StartAnew();
        (progress.WalkedS, progress.IsRestDue, progress.BackwardM).ShouldBe((0, false, null));
        Step(progress, from: 140, seconds: 60);
        progress.WalkedS.ShouldBe(60, 1e-9);
    }

    [Theory, InlineData(29.5, true), InlineData(30, false)]
    public void ARest_IsHalfAMinuteOfStanding(double seconds, bool due)
    {
        DoseProgress progress = new(Walk(minutes: 6) with { MinutesBetweenRests = 2, RestMinutes = 2 });
        Step(progress, from: 0, seconds: 120);
        Step(progress, from: 120 + seconds, seconds: 5);
        progress.IsRestDue.ShouldBe(due);
    }

    [Fact]
    public void FeetThatAreLifted_AreNoSteps()
    {
        DoseProgress progress = new(Walk(minutes: 2));
        for (double at = 0; at < 60; at += 0.5) progress.OnEvent(Contact(at) with { Kind = GaitEventKind.TerminalContact });
        progress.WalkedS.ShouldBe(0);
    }

    [Fact]
    public void Contacts_ToldInAnotherOrderThanTheyHappened_AreNotCountedTwice()
    {
        DoseProgress progress = new(Walk(minutes: 2));
        foreach (double at in (double[])[1, 2.5, 2, 3]) progress.OnEvent(Contact(at));
        progress.WalkedS.ShouldBe(2, 1e-9);
    }

    [Fact]
    public void Lengths_OfFourMetres_AreCountedByTheStridesBackwardOfBothFeet()
    {
        DoseProgress progress = new(new OfferedSession { PlanId = Guid.Empty, SlotId = Guid.Empty, Task = TrainingTask.Backward, Place = Place.Clinic, Lengths = 2, PathM = 4 });
        for (int i = 0; i < 10; i++)
        {
            progress.OnStride(Stride(Foot.Left, WalkingDirection.Backward, 0.4));
            progress.OnStride(Stride(Foot.Right, WalkingDirection.Backward, 0.4));
            progress.OnStride(Stride(Foot.Left, WalkingDirection.Forward, 1.2));
        }

        progress.Lengths.ShouldNotBeNull().ShouldBe(1, 1e-9);
        progress.IsDone.ShouldBeFalse();
        for (int i = 0; i < 6; i++) progress.OnStride(Stride(Foot.Left, WalkingDirection.Backward, 0.8));
        progress.BackwardM.ShouldNotBeNull().ShouldBe(6.4, 1e-9); // the left foot 8.8 m, the right 4
        progress.IsDone.ShouldBeTrue(); // "stop" is said before the path's end, so the last length is not walked to it
    }

    [Fact]
    public void WalkBesideThePlan_IsNeverDone()
    {
        DoseProgress progress = new(offer: null);
        Step(progress, from: 0, seconds: 3600);
        progress.IsDone.ShouldBeFalse();
        progress.IsRestDue.ShouldBeFalse();
        progress.Lengths.ShouldBeNull();
    }

    private static OfferedSession Walk(double minutes) => new() { PlanId = Guid.Empty, SlotId = Guid.Empty, Task = TrainingTask.ComfortableWalk, Place = Place.Home, Minutes = minutes };

    private static void Step(DoseProgress progress, double from, double seconds)
    {
        for (double at = from; at <= from + seconds + 1e-9; at += 0.5) progress.OnEvent(Contact(at));
    }

    private static GaitEvent Contact(double at) => new(Foot.Left, GaitEventKind.InitialContact, DeviceTime.FromSeconds(at), DeviceTime.FromSeconds(at), WalkingDirection.Forward, 1, null);

    private static Stride Stride(Foot foot, WalkingDirection direction, double lengthM) => new() { Foot = foot, Direction = direction, LengthM = lengthM };
}

using GaitSense.Simulation.People;

namespace GaitSense.Simulation.Tests;

/// <summary>A person over eight weeks: the same for a seed, and each course is what its name says.</summary>
public sealed class TraineeTests
{
    private static readonly SimulatedTrainee[] People = [.. Enumerable.Range(1, 300).Select(n => new SimulatedTrainee(7, n))];

    private static IEnumerable<SimulatedTrainee> Of(TraineeCourse course) => People.Where(p => p.Truth.Course == course);

    private static double Longest(SimulatedTrainee person, int from, int to) => Enumerable.Range(from, to - from).Average(d => person.On(d).Capacity);

    [Fact]
    public void TheSameSeed_IsTheSamePerson_OnEachDay()
    {
        SimulatedTrainee again = new(7, 42);
        again.Truth.ShouldBe(People[41].Truth);
        Enumerable.Range(0, 56).ShouldAllBe(d => again.On(d) == People[41].On(d) && again.Walk(d, 0, 5) == People[41].Walk(d, 0, 5));
        new SimulatedTrainee(8, 42).On(3).ShouldNotBe(People[41].On(3));
    }

    [Fact]
    public void WhatIsAskedOnOneDay_ChangesNoOther()
    {
        SimulatedTrainee asked = new(7, 5);
        for (int i = 0; i < 20; i++) asked.Walk(3, i, 2 + i);
        asked.On(4).ShouldBe(People[4].On(4));
        asked.Walk(4, 0, 6).ShouldBe(People[4].Walk(4, 0, 6));
    }

    [Theory]
    [InlineData(TraineeCourse.Improves, 1.08, 1.35)]
    [InlineData(TraineeCourse.Stays, 0.97, 1.03)]
    [InlineData(TraineeCourse.Worsens, 0.60, 0.88)]
    [InlineData(TraineeCourse.Skips, 0.97, 1.03)]
    public void ACourse_IsWhatItsNameSays(TraineeCourse course, double least, double most) =>
        Of(course).Average(p => Longest(p, 49, 56) / Longest(p, 0, 7)).ShouldBeInRange(least, most);

    [Fact]
    public void ARelapse_TakesNearlyHalf_AndRecoversInPart()
    {
        SimulatedTrainee[] early = [.. Of(TraineeCourse.Relapses).Where(p => p.Truth.RelapseDay is >= 7 and <= 12)];
        early.Length.ShouldBeGreaterThan(3);
        early.Average(p => Longest(p, p.Truth.RelapseDay!.Value, p.Truth.RelapseDay!.Value + 7) / Longest(p, 0, 7)).ShouldBeInRange(0.45, 0.70);
        early.Average(p => Longest(p, 49, 56) / Longest(p, 0, 7)).ShouldBeInRange(0.75, 1.0);
        early.ShouldAllBe(p => p.On(p.Truth.RelapseDay!.Value).Relapse && !p.On(p.Truth.RelapseDay!.Value - 1).Relapse);
    }

    [Fact]
    public void Heat_TiresThoseWhomItTires()
    {
        double Change(TraineeCourse course) => Of(course).Average(p => Enumerable.Range(0, 56).Select(p.On).Where(d => d.IsWarm).Select(d => d.Capacity).DefaultIfEmpty(1).Average() / Enumerable.Range(0, 56).Select(p.On).Where(d => !d.IsWarm).Average(d => d.Capacity));
        Change(TraineeCourse.TiresInHeat).ShouldBeInRange(0.45, 0.65);
        Change(TraineeCourse.Stays).ShouldBeInRange(0.85, 0.95);
        int Stops(TraineeCourse course) => Of(course).Sum(p => Enumerable.Range(0, 56).Where(d => p.On(d).IsWarm).Count(d => p.Walk(d, 0, p.Truth.LongestMinutes / 3).Stop == TraineeStop.Heat));
        Stops(TraineeCourse.TiresInHeat).ShouldBeGreaterThan(5 * Stops(TraineeCourse.Stays));
    }

    [Fact]
    public void ThoseWhoSkip_TrainSeldom_AndAreAwayForDays()
    {
        Of(TraineeCourse.Skips).Average(p => Enumerable.Range(0, 56).Count(d => p.On(d).WantsToTrain)).ShouldBeLessThan(Of(TraineeCourse.Stays).Average(p => Enumerable.Range(0, 56).Count(d => p.On(d).WantsToTrain)) / 2);
        Of(TraineeCourse.Skips).ShouldAllBe(p => Enumerable.Range(p.Truth.AwayFrom!.Value, p.Truth.AwayDays).All(d => !p.On(d).WantsToTrain));
    }

    [Fact]
    public void AWalk_IsNeverMoreThanWasAskedFor_AndWholeWhereNothingStopsIt()
    {
        foreach (SimulatedTrainee person in People.Take(60))
            for (int day = 0; day < 56; day++)
            {
                TraineeWalk walk = person.Walk(day, 0, 6, 2, 2), back = person.WalkBackward(day, 1, 8, 4);
                walk.WalkedS.ShouldBeInRange(1, 360);
                back.Lengths.ShouldBeInRange(0, 8);
                back.BackwardM.ShouldBeLessThanOrEqualTo(32);
                if (walk.Stop == TraineeStop.None) (walk.WalkedS, walk.Bouts, walk.DurationS).ShouldBe((360, 3, 600));
                if (back.Stop == TraineeStop.None) (back.Lengths, back.BackwardM).ShouldBe((8, 32));
                new[] { walk.FatigueBefore, walk.FatigueAfter, walk.Pain, back.FatigueAfter }.ShouldAllBe(f => f >= 1 && f <= 5);
            }
    }

    [Fact]
    public void Rests_LetAPersonWalkFarther()
    {
        double Done(double? between) => People.Sum(p => p.Walk(10, 0, 12, between, 2).WalkedS);
        Done(2).ShouldBeGreaterThan(1.05 * Done(null));
    }

    [Fact]
    public void AmongPeople_EachGateIsReached()
    {
        TraineeDay[] days = [.. People.SelectMany(p => Enumerable.Range(0, 56).Select(p.On))];
        double Share(Func<TraineeDay, bool> of) => (double)days.Count(of) / days.Length;
        Share(d => d.IsWarm).ShouldBeInRange(0.05, 0.3);
        Share(d => d.Ill).ShouldBeInRange(0.01, 0.06);
        Share(d => d.Eyes).ShouldBeInRange(0.01, 0.06);
        Share(d => d.Emergency).ShouldBeInRange(0.0003, 0.003);
        Share(d => d.Falls > 0).ShouldBeInRange(0.002, 0.02);
        Share(d => !d.Company).ShouldBeInRange(0.1, 0.4);
        People.Count(p => p.Truth.DiseaseSteps >= 6).ShouldBeInRange(10, 60);
    }
}

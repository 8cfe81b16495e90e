using GaitSense.Training.Plans;

namespace GaitSense.Training.Tests.Plans;

/// <summary>A version of a plan is never changed: what follows is another version, with its number and its reason.</summary>
public sealed class PlanVersionTests
{
    private static readonly Plan First = Trainee.PlanOf("comfortable-walk");

    [Fact]
    public void TheNewestVersionThatHasBegun_IsTheDaysPlan()
    {
        Plan second = First with { Id = Trainee.Id(20), Version = 2, From = Trainee.Monday.AddDays(14), FirstWeek = 3, Slots = [.. First.Slots.Where(s => s.Week >= 3)] };
        IReadOnlyList<Plan> both = PlanVersions.Add([First], second);
        PlanVersions.On(both, Trainee.Monday.AddDays(-1)).ShouldBeNull();
        PlanVersions.On(both, Trainee.Monday.AddDays(13)).ShouldBe(First);
        PlanVersions.On(both, Trainee.Monday.AddDays(14)).ShouldBe(second);
        PlanVersions.On(both, First.To).ShouldBe(second);
        PlanVersions.On(both, First.To.AddDays(1)).ShouldBeNull();
        PlanVersions.WeekOn(second, Trainee.Monday.AddDays(20)).ShouldBe(3);
        PlanVersions.FirstDayOf(second, 8).ShouldBe(PlanVersions.FirstDayOf(First, 8));
    }

    [Theory]
    [InlineData("same id")]
    [InlineData("same number")]
    [InlineData("number left out")]
    [InlineData("no reason")]
    [InlineData("another person")]
    [InlineData("too much")]
    [InlineData("no sessions")]
    public void WhatIsNoNewVersion_IsNotAdded(string what)
    {
        Plan next = First with { Id = Trainee.Id(20), Version = 2, Reason = "shorter" };
        next = what switch
        {
            "same id" => next with { Id = First.Id },
            "same number" => next with { Version = 1 },
            "number left out" => next with { Version = 3 },
            "no reason" => next with { Reason = " " },
            "no sessions" => next with { Slots = [] },
            "another person" => next with { PersonId = Trainee.Id(99) },
            _ => next with { Slots = [First.Slots[0] with { Minutes = 21 }] },
        };
        Should.Throw<ArgumentException>(() => PlanVersions.Add([First], next));
    }

    // RFC 9562, version 8: the first 16 bytes of SHA-256 of parent and name, with version and variant; computed elsewhere (Python's hashlib).
    [Fact]
    public void AnIdentifier_ThatFollowsFromAnother_IsTheSameEverywhere() =>
        DerivedId.Of(Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"), "slot 3").ShouldBe(Guid.Parse("f428aeba-651e-861f-bc66-6f767f91fa23"));

    [Fact]
    public void AVersion_ThatASessionFollowed_IsInUse()
    {
        PlanVersions.IsInUse(First, []).ShouldBeFalse();
        PlanVersions.IsInUse(First, [Trainee.Done(First, First.Slots[0], Trainee.Monday)]).ShouldBeTrue();
    }
}

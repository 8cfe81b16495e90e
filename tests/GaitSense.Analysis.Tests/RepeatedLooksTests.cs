using GaitSense.Analysis.Statistics;

namespace GaitSense.Analysis.Tests;

/// <summary>How far values must lie from the first visits before some in a row say anything.</summary>
public sealed class RepeatedLooksTests
{
    // Of a person whose mean and SD are known, two visits are above a height with the chance of one, squared, and below likewise.
    [Theory, InlineData(0.05, 1.002), InlineData(0.01, 1.472), InlineData(0.005, 1.645)]
    public void Factor_OfTwoVisitsAndAKnownPerson_IsThatOfTheNormalDistribution(double share, double expected) =>
        RepeatedLooks.Factor(new LooksPlan { First = 200, Looks = 2, KnownFreedom = 1e5 }, share).ShouldBe(expected, 0.02);

    // One visit against some first ones: 5 % are beyond Student's point times root (1 + 1 / n), whatever n; by tables of Student's t.
    [Theory, InlineData(3, 4.303), InlineData(5, 2.776), InlineData(10, 2.262)]
    public void Chance_OfOneVisit_IsStudents(int first, double t)
    {
        RepeatedLooks.Chance(t * Math.Sqrt(1 + (1.0 / first)), new LooksPlan { First = first, Looks = 1, InARow = 1 }).ShouldBe(0.05, 0.0005);
        RepeatedLooks.StudentPoint(first - 1, 0.975).ShouldBe(t, 0.001);
    }

    [Fact]
    public void Factor_MoreLooksFewerFirstVisitsSmallerShareOrDependence_IsLarger()
    {
        LooksPlan plan = new() { First = 8, Looks = 8 };
        double usual = RepeatedLooks.Factor(plan, 0.01);
        RepeatedLooks.Factor(plan with { Looks = 24 }, 0.01).ShouldBeGreaterThan(usual);
        RepeatedLooks.Factor(plan with { First = 5 }, 0.01).ShouldBeGreaterThan(usual);
        RepeatedLooks.Factor(plan, 0.005).ShouldBeGreaterThan(usual);
        RepeatedLooks.Factor(plan with { Correlation = 0.3 }, 0.01).ShouldBeGreaterThan(usual);
        RepeatedLooks.Factor(plan with { InARow = 3 }, 0.01).ShouldBeLessThan(usual);
        RepeatedLooks.Factor(plan with { KnownFreedom = 4 }, 0.01).ShouldBeLessThan(usual);
    }

    [Fact]
    public void Factor_OfADependenceNearNone_IsThatOfNone() =>
        RepeatedLooks.Factor(new LooksPlan { First = 6, Looks = 12, InARow = 3, Correlation = 1e-6 }, 0.01).ShouldBe(RepeatedLooks.Factor(new LooksPlan { First = 6, Looks = 12, InARow = 3 }, 0.01), 0.01);

    [Fact]
    public void Factor_ItsOwnChance_IsTheShare()
    {
        LooksPlan plan = new() { First = 5, Looks = 24, InARow = 4, Correlation = 0.4 };
        RepeatedLooks.Chance(RepeatedLooks.Factor(plan, 0.05 / 9), plan).ShouldBe(0.05 / 9, 1e-5);
    }

    [Fact]
    public void Factor_OfPlansThatAreNone_IsRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => RepeatedLooks.Factor(new LooksPlan { First = 5, Looks = 8 }, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => RepeatedLooks.Factor(new LooksPlan { First = 5, Looks = 3, InARow = 4 }, 0.01));
        Should.Throw<ArgumentOutOfRangeException>(() => RepeatedLooks.Factor(new LooksPlan { First = 5, Looks = 8, Correlation = 0.95 }, 0.01));
        Should.Throw<InvalidOperationException>(() => RepeatedLooks.Factor(new LooksPlan { First = 1, Looks = 8 }, 0.01));
    }
}

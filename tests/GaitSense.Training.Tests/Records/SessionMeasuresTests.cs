using GaitSense.Analysis.Summary;
using GaitSense.Analysis.Tests;
using GaitSense.Core;
using GaitSense.Training.Records;

namespace GaitSense.Training.Tests.Records;

public sealed class SessionMeasuresTests
{
    [Fact]
    public void Measures_OfAWalk_HaveAValueOrAReasonAndNeverBoth() =>
        Of((WalkingDirection.Forward, 60), (WalkingDirection.Backward, 4)).ShouldAllBe(m => m.Value.HasValue != (m.Withheld != null));

    [Fact]
    public void Measures_OfFeetWithLengthsOf120And126Centimetres_HaveEachFootsOwnAndTheirSymmetry()
    {
        IReadOnlyList<Measure> measures = Of((WalkingDirection.Forward, 80));
        Value(measures, "stride_length_m", Foot.Left).ShouldBe(1.20, 0.02);
        Value(measures, "stride_length_m", Foot.Right).ShouldBe(1.26, 0.02);
        Value(measures, "stride_length_m", side: null).ShouldBe(1.23, 0.02);
        Value(measures, "stride_length_symmetry_percent", side: null).ShouldBe(100 * (1.26 - 1.20) / 1.23, 1.5); // Robinson 1987, the right foot's larger
        Measure length = measures.Single(m => m.Name is "stride_length_m" && m.Side == Foot.Left);
        length.Low95.ShouldNotBeNull().ShouldBeLessThan(length.Value!.Value);
        length.High95.ShouldNotBeNull().ShouldBeGreaterThan(length.Value!.Value);
        length.Unit.ShouldBe("m");
    }

    [Fact]
    public void Measures_OfAWalkForwardOnly_HaveNothingBackward() =>
        Of((WalkingDirection.Forward, 60)).ShouldAllBe(m => m.Direction != WalkingDirection.Backward);

    [Fact]
    public void Measures_OfAFewStridesBackward_SayThatTheyAreTooFew()
    {
        Measure speed = Of((WalkingDirection.Forward, 60), (WalkingDirection.Backward, 4)).Single(m => m.Name is "speed_mps" && m.Direction == WalkingDirection.Backward && m.Side is null);
        speed.Value.ShouldBeNull();
        speed.Withheld.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Strides_OfBothDirections_AreCountedApartAndTogether()
    {
        IReadOnlyList<Measure> measures = Of((WalkingDirection.Forward, 60), (WalkingDirection.Backward, 20));
        measures.Single(m => m.Name is "valid_strides" && m.Direction == WalkingDirection.Forward).Value.ShouldBe(120);
        measures.Single(m => m.Name is "valid_strides" && m.Direction == WalkingDirection.Backward).Value.ShouldBe(40);
        measures.Single(m => m.Name is "strides").Value.ShouldBe(160);
    }

    [Fact]
    public void Measures_OfATimedTest_AreHowMuchWasWalked_AndNoPaceThatWouldStandAmongWalks()
    {
        IReadOnlyList<Measure> measures = SessionMeasures.OfTest(WalkSummary.From(new FakeWalk().Play((WalkingDirection.Forward, 60), (WalkingDirection.Backward, 20))));
        measures.Select(m => m.Name).ShouldBe(["walked_s", "distance_m", "steps", "strides", "bouts", "backward_m"]);
        measures.Count(m => m.Unit is not ("s" or "m" or "1")).ShouldBe(0);
    }

    private static IReadOnlyList<Measure> Of(params (WalkingDirection Direction, int Strides)[] parts) => SessionMeasures.Of(WalkSummary.From(new FakeWalk().Play(parts)));

    private static double Value(IReadOnlyList<Measure> measures, string name, Foot? side) =>
        measures.Single(m => string.Equals(m.Name, name, StringComparison.Ordinal) && m.Side == side && m.Direction == WalkingDirection.Forward).Value.ShouldNotBeNull();
}

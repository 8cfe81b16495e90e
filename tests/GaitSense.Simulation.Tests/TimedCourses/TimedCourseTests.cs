using GaitSense.Core;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.TimedCourses;

namespace GaitSense.Simulation.Tests.TimedCourses;

/// <summary>Simulated tests on marked courses: people walk where the course is, and the truth is geometry.</summary>
public sealed class TimedCourseTests
{
    private static readonly GaitParameters Person = new() { StrideLengthM = 1.2, CadenceStepsPerMin = 100 };

    [Theory]
    [InlineData(false, 7.62, Foot.Left)]
    [InlineData(false, 7.62, Foot.Right)]
    [InlineData(true, 3, Foot.Left)]
    public void WalkerAtALine_LeavesAfterGo_CrossesOnce_AndStopsAtTheSecondLine(bool isBackward, double lengthM, Foot first)
    {
        SimulatedLineTest test = new LineCourse { Person = Person, LengthM = lengthM, IsBackward = isBackward, FirstFoot = first, BehindM = 0.01, StopsOffM = 0.02, RunOutM = 1.5 }.Walk(3);
        test.GoS.ShouldBe(test.Walk.Strides.Min(s => s.HeelOffS) - 0.4, 1e-9);
        test.LeavesS.ShouldBe(test.Walk.Strides.Min(s => s.TerminalContactS), 1e-9);
        test.Walk.Strides.MinBy(s => s.TerminalContactS)!.Foot.ShouldBe(first);
        foreach (Foot foot in BothFeet.InOrder)
        {
            test.Line.BeyondM(foot, test.GoS).ShouldBe(-lengthM - 0.01, 1e-3);
            test.Line.BeyondM(foot, test.CrossesS - 0.01).ShouldBeLessThan(0);
            test.Line.BeyondM(foot, test.Walk.DurationS).ShouldBe(1.52, 0.02);
        }

        test.Line.BeyondM(test.Crosses, test.CrossesS).ShouldBe(0, 1e-4);
        test.Walk.Strides.ShouldAllBe(s => s.Manner == (isBackward ? WalkManner.Backward : WalkManner.Forward));
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(-0.02)]
    public void FootThatShallLandOnTheLine_DoesSo(double atM) =>
        new LineCourse { Person = Person, LandsAtM = atM }.Walk(5).NearestLandingM.ShouldBe(atM, 0.004);

    [Fact]
    public void LandingJustBeforeTheLine_LeavesItToTheOtherFoot()
    {
        SimulatedLineTest before = new LineCourse { Person = Person, LandsAtM = -0.01 }.Walk(5), beyond = new LineCourse { Person = Person, LandsAtM = 0.01 }.Walk(5);
        before.Crosses.ShouldNotBe(beyond.Crosses);
        (before.CrossesS - beyond.CrossesS).ShouldBeInRange(0.2, 0.7);
    }

    [Fact]
    public void FalseStart_IsBeforeGo_AndTheTestBeginsAgain()
    {
        SimulatedLineTest test = new LineCourse { Person = Person, StartsFalsely = true, StandS = 6 }.Walk(7);
        test.FalseStartS!.Value.ShouldBeLessThan(test.GoS - 6);
        test.Walk.Strides.Count(s => s.TerminalContactS < test.GoS).ShouldBeGreaterThan(3);
        test.Walk.Strides.ShouldNotContain(s => s.TerminalContactS > test.GoS - 5 && s.TerminalContactS < test.GoS);
    }

    [Fact]
    public void Corridor_HasTurnsAtItsEnds_AndAWayThatAddsUp()
    {
        SimulatedCorridorTest test = new CorridorCourse { Person = Person, LengthM = 20, DurationS = 120, RestsAtS = 50, RestS = 12 }.Walk(9);
        test.Lengths.ShouldBe(test.TurnsS.Count(t => t <= test.StopS));
        test.Lengths.ShouldBeInRange(4, 6);
        double walked = test.WalkedM(test.GoS, test.StopS);
        walked.ShouldBe(test.WalkedM(test.GoS, test.GoS + 60) + test.WalkedM(test.GoS + 60, test.StopS), 1e-9);
        walked.ShouldBe(Person.SpeedMps * (120 - 12), 0.12 * walked);
        test.Walk.DurationS.ShouldBeGreaterThan(test.StopS);
        double rest = test.Walk.Strides.OrderBy(s => s.TerminalContactS).Zip(test.Walk.Strides.OrderBy(s => s.TerminalContactS).Skip(1)).Max(p => p.Second.HeelOffS - p.First.FootFlatS);
        rest.ShouldBeInRange(11, 14);
    }

    [Fact]
    public void UpAndGo_HasItsPartsInOrder_AndComesBackToTheChair()
    {
        foreach (bool draws in (bool[])[true, false])
        {
            SimulatedChairTest test = new ChairCourse { Person = Person, DrawsFeetBack = draws }.Walk(11);
            double[] times = [test.GoS, test.FirstStepS, test.TurnFromS, test.TurnToS, test.SitTurnFromS, test.LandsS, test.SitsS];
            times.ShouldBe(times.Order());
            (test.FirstStepS - test.GoS).ShouldBeGreaterThan(1.3);
            test.Walk.Body[^1].PositionM.Length.ShouldBeLessThan(0.9);
            test.Walk.Body.Max(b => b.PositionM.X).ShouldBeInRange(2.4, 3.8);
            Math.Abs(test.Walk.Body[^1].HeadingRad).ShouldBe(2 * Math.PI, 1e-9);
            // Nobody turns on the way out, and the body has turned round in the turn.
            test.Walk.Body.Where(b => b.TimeS < test.TurnFromS).ShouldAllBe(b => b.HeadingRad == 0);
            test.Walk.Body.First(b => b.TimeS >= test.TurnToS).HeadingRad.ShouldBe(Math.PI, 1e-9);
        }
    }

    [Fact]
    public void SameSeed_GivesTheSameTest()
    {
        LineCourse course = new() { Person = Person, Taps = [new FootTap(Foot.Left, 2, 40, true)] };
        (SimulatedLineTest a, SimulatedLineTest b) = (course.Walk(13), course.Walk(13));
        (a.GoS, a.LeavesS, a.CrossesS).ShouldBe((b.GoS, b.LeavesS, b.CrossesS));
        course.Walk(14).CrossesS.ShouldNotBe(a.CrossesS);
    }
}

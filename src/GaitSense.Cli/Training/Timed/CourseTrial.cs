using GaitSense.Core;
using GaitSense.Simulation;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.TimedCourses;
using GaitSense.Training.TimedTests;

namespace GaitSense.Cli.Training.Timed;

/// <summary>One simulated attempt at a timed test: a walk that waits for "go", and its truth. Times are its own walk's.</summary>
internal sealed record CourseTrial
{
    // Where no corridor is given.
    private const double CorridorM = 30;

    // A second task takes this off pace and step [D].
    private const double DualTaskScale = 0.94;

    /// <summary>The walk.</summary>
    public required SimulatedWalk Walk { get; init; }

    /// <summary>When "go" is given, s.</summary>
    public required double GoS { get; init; }

    /// <summary>When a hand stops the clock, s; null: its time ends it.</summary>
    public double? StopS { get; init; }

    /// <summary>When the last foot is down, s.</summary>
    public required double WalkedByS { get; init; }

    /// <summary>What the feet's result should be, in the test's unit; null: the feet have none.</summary>
    public double? Truth { get; init; }

    /// <summary>An attempt by a simulated person.</summary>
    /// <param name="setting">The test.</param>
    /// <param name="person">Who walks.</param>
    /// <param name="seed">Chance.</param>
    public static CourseTrial Of(TestSetting setting, GaitParameters person, ulong seed)
    {
        DeterministicRandom chance = new(seed, 5);
        double reaction = 0.25 + (0.4 * chance.NextDouble());
        Foot first = chance.NextDouble() < 0.5 ? Foot.Left : Foot.Right;
        return setting.Test.Kind switch
        {
            TestKind.Line => Line(setting, person, seed, reaction, first),
            TestKind.Chair => Chair(setting, person, seed, reaction),
            _ => Corridor(setting, person, seed, reaction),
        };
    }

    private static CourseTrial Line(TestSetting setting, GaitParameters person, ulong seed, double reactionS, Foot first)
    {
        SimulatedLineTest test = new LineCourse
        {
            Person = person,
            LengthM = setting.Test.Layout.LengthM,
            RunOutM = setting.Test.Layout.RunOutM ?? 1.5,
            IsBackward = setting.Test.IsBackward,
            ReactionS = reactionS,
            FirstFoot = first,
        }.Walk(seed);
        return Made(test.Walk, test.GoS, test.CrossesS) with { Truth = test.CrossesS - test.LeavesS };
    }

    private static CourseTrial Chair(TestSetting setting, GaitParameters person, ulong seed, double reactionS)
    {
        SimulatedChairTest test = new ChairCourse { Person = person, LengthM = setting.Test.LengthM ?? 3, ReactionS = reactionS }.Walk(seed);
        return Made(test.Walk, test.GoS, test.SitsS);
    }

    private static CourseTrial Corridor(TestSetting setting, GaitParameters person, ulong seed, double reactionS)
    {
        if (setting.Test.Kind == TestKind.DualTask && setting.InstructionGiven is "dual")
            person = person with { StrideLengthM = DualTaskScale * person.StrideLengthM, CadenceStepsPerMin = DualTaskScale * person.CadenceStepsPerMin };
        SimulatedCorridorTest test = new CorridorCourse { Person = person, LengthM = setting.CorridorM ?? CorridorM, DurationS = setting.Test.DurationS ?? setting.Test.LimitS, ReactionS = reactionS }.Walk(seed);
        return Made(test.Walk, test.GoS, stopS: null) with { Truth = setting.Test.Kind == TestKind.Distance ? test.WalkedM(test.GoS, test.StopS) : null };
    }

    private static CourseTrial Made(SimulatedWalk walk, double goS, double? stopS) => new() { Walk = walk, GoS = goS, StopS = stopS, WalkedByS = walk.Strides.Max(s => s.EndS) };
}

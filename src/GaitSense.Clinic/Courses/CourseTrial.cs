using GaitSense.Core;
using GaitSense.Simulation;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.TimedCourses;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;

namespace GaitSense.Clinic.Courses;

/// <summary>One simulated attempt at a timed test: a walk that waits for "go", and its truth. Times are its own walk's.</summary>
public sealed record CourseTrial
{
    /// <summary>Length of a simulated corridor where none is given, m.</summary>
    public const double CorridorM = 30;

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

    /// <summary>What a result should be, by the definition that is its name, or the speed of a dual task's walk.</summary>
    public required TrialPart Truth { get; init; }

    /// <summary>What parts of the attempt should be, by their names. <value>The default is none.</value></summary>
    public IReadOnlyList<TrialPart> TruthParts { get; init; } = [];

    /// <summary>The attempts of a whole test, one after the other: of several parts each has its trials; of one, who rejects a trial has another.</summary>
    /// <param name="setting">The test.</param>
    /// <param name="attempt">Which, from 0.</param>
    /// <param name="person">Who walks.</param>
    /// <param name="seed">Chance.</param>
    public static CourseTrial Of(TestSetting setting, int attempt, GaitParameters person, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(setting);
        IReadOnlyList<TestSetting> parts = setting.Parts;
        return Of(parts[Math.Min(attempt / PerPart(setting), parts.Count - 1)], person, (seed * 1000) + (ulong)attempt);
    }

    /// <summary>Attempts of one part of a test.</summary>
    public static int PerPart(TestSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return setting.Test.PracticeTrials + setting.Test.Trials;
    }

    /// <summary>An attempt by a simulated person.</summary>
    /// <param name="setting">The test.</param>
    /// <param name="person">Who walks.</param>
    /// <param name="seed">Chance.</param>
    public static CourseTrial Of(TestSetting setting, GaitParameters person, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(setting);
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
        return Made(test.Walk, test.GoS, test.CrossesS, new(TestDefinitions.FeetLeaveToCross, test.CrossesS - test.LeavesS, "s"));
    }

    private static CourseTrial Chair(TestSetting setting, GaitParameters person, ulong seed, double reactionS)
    {
        SimulatedChairTest test = new ChairCourse { Person = person, LengthM = setting.Test.LengthM ?? 3, ReactionS = reactionS }.Walk(seed);
        return Made(test.Walk, test.GoS, test.SitsS, new(TestDefinitions.WatchFromGo, test.SitsS - test.GoS, "s")) with
        {
            TruthParts =
            [
                new("first_step", test.FirstStepS - test.GoS, "s"), new("way_out", test.TurnFromS - test.FirstStepS, "s"), new("turn", test.TurnToS - test.TurnFromS, "s"),
                new("way_back", test.SitTurnFromS - test.TurnToS, "s"), new("last_step", test.LandsS - test.SitTurnFromS, "s"), new("sit", test.SitsS - test.LandsS, "s"),
            ],
        };
    }

    private static CourseTrial Corridor(TestSetting setting, GaitParameters person, ulong seed, double reactionS)
    {
        if (setting.Test.Kind == TestKind.DualTask && setting.InstructionGiven is "dual")
            person = person with { StrideLengthM = DualTaskScale * person.StrideLengthM, CadenceStepsPerMin = DualTaskScale * person.CadenceStepsPerMin };
        SimulatedCorridorTest test = new CorridorCourse { Person = person, LengthM = setting.CorridorM ?? CorridorM, DurationS = setting.Test.DurationS ?? setting.Test.LimitS, ReactionS = reactionS }.Walk(seed);
        return setting.Test.Kind == TestKind.DualTask
            ? Made(test.Walk, test.GoS, stopS: null, new("speed", SteadyMps(test), "m/s"))
            : Made(test.Walk, test.GoS, stopS: null, new(TestDefinitions.StrideSum, test.WalkedM(test.GoS, test.StopS), "m")) with { TruthParts = [new("lengths", test.Lengths, "1")] };
    }

    // Of strides that do not turn, way over time, as the test has it.
    private static double SteadyMps(SimulatedCorridorTest test)
    {
        SimulatedStride[] steady = [.. test.Walk.Strides.Where(s => s.StartS is not null && s.TerminalContactS > test.GoS && s.EndS < test.StopS && Math.Abs(s.TurnRad) <= SteadyStride.TurnPerStrideDeg * Math.PI / 180)];
        return steady.Sum(s => s.LengthM) / steady.Sum(s => s.EndS - s.StartS!.Value);
    }

    private static CourseTrial Made(SimulatedWalk walk, double goS, double? stopS, TrialPart truth) => new() { Walk = walk, GoS = goS, StopS = stopS, WalkedByS = walk.Strides.Max(s => s.EndS), Truth = truth };
}

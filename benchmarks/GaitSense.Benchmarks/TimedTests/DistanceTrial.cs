using GaitSense.Simulation.TimedCourses;
using GaitSense.Training.TimedTests;

namespace GaitSense.Benchmarks;

/// <summary>One simulated walk of two or six minutes, and what was made of it.</summary>
internal sealed record DistanceTrial
{
    public required string Preset { get; init; }

    public required double WalkedM { get; init; }

    public required double SumM { get; init; }

    public required int Lengths { get; init; }

    public required int CountedLengths { get; init; }

    /// <summary>Relative error of the worst minute in which the person walked.</summary>
    public required double WorstMinute { get; init; }

    public required double? DwiError { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public required int Announced { get; init; }

    /// <summary>Whether it says that the time was over in a turn: whether the last length is a whole one is then a matter of a step.</summary>
    public bool EndsInATurn => Notes.Any(n => n.StartsWith("the time was over in a turn", StringComparison.Ordinal));

    public bool IsLengthsRight => Lengths == CountedLengths || (EndsInATurn && Math.Abs(Lengths - CountedLengths) == 1);

    public double SumError => (SumM / WalkedM) - 1;

    public static DistanceTrial Run(string id, ulong seed)
    {
        TestedPerson person = new(seed);
        TestDefinition definition = TestDefinitions.Find(id)!;
        double corridor = new[] { 30.0, 20, 15, 30 }[(int)(seed / 10 % 4)];
        bool rests = person.Random.NextDouble() < 0.3, tires = person.Random.NextDouble() < 0.4;
        CorridorCourse course = new()
        {
            Person = tires ? person.Gait with { LengthDriftPerMin = -0.03, CadenceDriftPerMin = -0.015 } : person.Gait,
            LengthM = corridor,
            DurationS = definition.DurationS!.Value,
            ReactionS = person.ReactionS(),
            TurnSteps = 5 + (int)(person.Random.NextDouble() * 3),
            TurnsLeft = person.Random.NextDouble() < 0.5,
            RestsAtS = rests ? 40 + (30 * person.Random.NextDouble()) : null,
            RestS = 25,
        };
        SimulatedCorridorTest test = course.Walk(seed);
        int announced = 0;
        TimedTestRun run = new(new TestSetting { Test = definition, CorridorM = corridor }, () => Guid.Empty, n => announced += n.Kind == TestNoticeKind.Minute ? 1 : 0);
        Clicker clicker = new(run, [new(TestRequestKind.Arm, test.GoS - 1), new(TestRequestKind.Go, test.GoS)], 0);
        TestedWalk.Run(test.Walk, person.Sensor, seed, clicker, run);
        TrialOutcome outcome = run.Outcome ?? throw new InvalidOperationException($"{id} {seed}: {run.State}, {string.Join(", ", clicker.Refused)}");
        double[] truth = [.. Enumerable.Range(0, (int)(course.DurationS / 60)).Select(m => test.WalkedM(test.GoS + (60 * m), test.GoS + (60 * (m + 1))))];
        double[] found = [.. truth.Select((_, m) => Part($"distance_minute_{m + 1}"))];
        return new DistanceTrial
        {
            Preset = person.Preset,
            WalkedM = test.WalkedM(test.GoS, test.StopS),
            SumM = Part("stride_sum"),
            Lengths = test.Lengths,
            CountedLengths = (int)Part("lengths"),
            WorstMinute = truth.Select((t, m) => Math.Abs((found[m] / t) - 1)).Max(),
            DwiError = truth.Length == 6 ? Part("dwi_6_1") - (100 * (truth[5] - truth[0]) / truth[0]) : null,
            Notes = outcome.Notes,
            Announced = announced,
        };

        double Part(string name) => outcome.Parts.Single(p => string.Equals(p.Name, name, StringComparison.Ordinal)).Value;
    }
}

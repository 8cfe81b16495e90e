using GaitSense.Core;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.TimedCourses;
using GaitSense.Training.TimedTests;

namespace GaitSense.Benchmarks;

/// <summary>One simulated Timed Up and Go, and what was made of it.</summary>
internal sealed record ChairTrial
{
    public static readonly string[] Segments = ["first_step", "way_out", "turn", "way_back", "last_step"];

    public required string Preset { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Error of each segment, s; null: withheld.</summary>
    public required double[]? ErrorsS { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public static ChairTrial Run(ulong seed)
    {
        TestedPerson person = new(seed);
        ChairCourse course = new()
        {
            Person = person.Gait,
            SeatedS = 6,
            ReactionS = person.ReactionS(),
            RiseS = 0.9 + (1.1 * person.Random.NextDouble()),
            DrawsFeetBack = person.Random.NextDouble() < 0.4,
            TurnSteps = 4 + (int)(person.Random.NextDouble() * 4),
            SitTurnSteps = 4 + (int)(person.Random.NextDouble() * 3),
            TurnsAlike = person.Random.NextDouble() < 0.5,
            SitS = 0.8 + person.Random.NextDouble(),
            Taps = person.Random.NextDouble() < 0.2 ? [new FootTap(Foot.Right, 2, 40, true), new FootTap(Foot.Right, 2.35, 40, true)] : [],
        };
        SimulatedChairTest test = course.Walk(seed);
        TimedTestRun run = new(new TestSetting { Test = TestDefinitions.Find("tug")! }, () => Guid.Empty);
        Clicker clicker = new(run, [new(TestRequestKind.Arm, test.GoS - 1), new(TestRequestKind.Go, test.GoS), new(TestRequestKind.Stop, person.PressS(test.SitsS))], 0);
        TestedWalk.Run(test.Walk, person.Sensor, seed, clicker, run);
        TrialOutcome? outcome = run.Outcome;
        double[] truth = [test.FirstStepS - test.GoS, test.TurnFromS - test.FirstStepS, test.TurnToS - test.TurnFromS, test.SitTurnFromS - test.TurnToS, test.LandsS - test.SitTurnFromS];
        double?[] found = [.. Segments.Select(s => outcome?.Parts.Where(p => string.Equals(p.Name, s, StringComparison.Ordinal)).Select(p => (double?)p.Value).FirstOrDefault())];
        return new ChairTrial
        {
            Preset = person.Preset,
            Seed = seed,
            ErrorsS = found.All(f => f is not null) ? [.. found.Select((f, i) => f!.Value - truth[i])] : null,
            Notes = outcome?.Notes ?? [$"{run.State}: {string.Join(", ", clicker.Refused)}"],
        };
    }
}

using GaitSense.Core;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.TimedCourses;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;
using GaitSense.Training.TimedTests.Feet;

namespace GaitSense.Benchmarks;

/// <summary>One simulated test over a marked line, and what was made of it.</summary>
internal sealed record LineTrial
{
    public required ulong Seed { get; init; }

    public required string Preset { get; init; }

    public required double TruthS { get; init; }

    /// <summary>Where the nearest landing was, m beyond the line.</summary>
    public required double NearestM { get; init; }

    /// <summary>Errors of the candidates against the truth, s: the feet on a course with one line only, on one with the second line, and that with the button.</summary>
    public required IReadOnlyList<Verdict> Ways { get; init; }

    public required double LeaveErrorS { get; init; }

    /// <summary>Whether there was a false start, and whether it was kept as one.</summary>
    public required (bool Was, bool Kept) FalseStart { get; init; }

    public required IReadOnlyList<string> Refused { get; init; }

    /// <summary>What one way of looking says.</summary>
    /// <param name="ErrorsS">Error of each candidate, the preselected first; empty: withheld.</param>
    /// <param name="IsFlagged">Whether it is said to be unsure.</param>
    /// <param name="HasRange">Whether the truth is within what is said to be possible (99 %) of a candidate.</param>
    internal readonly record struct Verdict(double[] ErrorsS, bool IsFlagged, bool HasRange)
    {
        public bool IsOne => ErrorsS.Length == 1;

        public bool IsOneWithin(double s) => IsOne && Math.Abs(ErrorsS[0]) <= s;

        public bool HasTruth => ErrorsS.Any(e => Math.Abs(e) <= 0.10);

        public bool HasTruthOrRange => HasTruth || HasRange;

        public bool IsWrongUnflagged => IsOne && !IsFlagged && Math.Abs(ErrorsS[0]) > 0.15;
    }

    /// <summary>Runs one.</summary>
    /// <param name="id">The test's key.</param>
    /// <param name="seed">Chance.</param>
    /// <param name="landsOnLine">Whether a foot is made to land within 3 cm of the line.</param>
    public static LineTrial Run(string id, ulong seed, bool landsOnLine)
    {
        TestedPerson person = new(seed);
        TestDefinition definition = TestDefinitions.Find(id)!;
        LineCourseLayout layout = definition.Layout;
        bool isFalse = person.Random.NextDouble() < 0.1;
        LineCourse course = new()
        {
            Person = person.Gait,
            LengthM = layout.LengthM,
            RunOutM = layout.RunOutM!.Value,
            IsBackward = layout.IsBackward,
            BehindM = 0.02 * person.Random.NextDouble(),
            StopsOffM = 0.015 * person.Random.NextVariation(),
            ReactionS = person.ReactionS(),
            FirstFoot = person.FirstFoot,
            StartsFalsely = isFalse,
            LandsAtM = landsOnLine ? 0.03 * ((2 * person.Random.NextDouble()) - 1) : null,
            StandS = 6,
            Taps = person.Random.NextDouble() < 0.15 ? [new FootTap(Foot.Left, 2, 40, true), new FootTap(Foot.Left, 2.4, 40, true)] : [],
        };
        SimulatedLineTest test = course.Walk(seed);
        TimedTestRun run = new(new TestSetting { Test = definition }, () => Guid.Empty);
        List<TestRequest> requests = [];
        if (test.FalseStartS is { } early) requests.Add(new(TestRequestKind.Arm, early - 1));
        requests.Add(new(TestRequestKind.Arm, test.GoS - 1.2));
        requests.Add(new(TestRequestKind.Go, test.GoS));
        requests.Add(new(TestRequestKind.Stop, Math.Min(person.PressS(test.CrossesS), test.Walk.DurationS - 0.3)));
        Clicker clicker = new(run, requests, 0.1 * (person.Random.NextDouble() - 0.5));
        TestedWalk.Run(test.Walk, person.Sensor, seed, clicker, run);
        double truth = test.CrossesS - test.LeavesS;
        TrialOutcome? outcome = run.Outcome;
        FeetTime[] feet = [.. outcome?.Feet ?? []];
        bool flagged = outcome?.Notes.Any(n => n.StartsWith("the feet's time is known to", StringComparison.Ordinal)) ?? true;
        return new LineTrial
        {
            Seed = seed,
            Preset = person.Preset,
            TruthS = truth,
            NearestM = test.NearestLandingM,
            LeaveErrorS = (run.Feet.FirstSwingAfter(test.GoS)?.Swing.LeavesS ?? double.NaN) - test.LeavesS,
            FalseStart = (isFalse, run.Trials.Any(t => t.Validity == Validity.Invalid && t.Reason.StartsWith("false start", StringComparison.Ordinal))),
            Refused = clicker.Refused,
            Ways =
            [
                Alone(run.Feet, layout with { RunOutM = null }, test, truth),
                Alone(run.Feet, layout, test, truth),
                new([.. feet.Select(f => f.TimeS - truth)], flagged, LineCrossing.Find(run.Feet, in layout, test.GoS) is { } found
                    && found.Candidates.Any(c => feet.Any(f => Math.Abs(f.EndS - c.TimeS) < 1e-9) && IsWithin(in c, truth + found.LeavesS))),
            ],
        };
    }

    private static bool IsWithin(in CrossingCandidate c, double timeS) => timeS > c.EarliestS - 0.005 && timeS < c.LatestS + 0.005;

    private static Verdict Alone(FeetRecord feet, LineCourseLayout layout, SimulatedLineTest test, double truthS)
    {
        if (LineCrossing.Find(feet, in layout, test.GoS) is not { } found) return new([], true, false);
        CrossingCandidate first = found.Candidates[0];
        return new([.. found.Candidates.Select(c => c.TimeS - found.LeavesS - truthS)], first.LatestS - first.EarliestS > 0.2, found.Candidates.Any(c => IsWithin(in c, truthS + found.LeavesS)));
    }
}

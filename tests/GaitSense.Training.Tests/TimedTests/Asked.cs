using GaitSense.Training.TimedTests;

namespace GaitSense.Training.Tests.TimedTests;

/// <summary>Tests under way, and what is asked of them, in few words.</summary>
internal static class Asked
{
    public static TestRequest Arm(double s) => new(TestRequestKind.Arm, s);

    public static TestRequest Go(double s) => new(TestRequestKind.Go, s);

    public static TestRequest Stop(double s) => new(TestRequestKind.Stop, s);

    public static TestRequest Accept(double s, int? candidate = null) => new(TestRequestKind.Accept, s) { Candidate = candidate };

    public static TestRequest Of(TestRequestKind kind, double s, string? reason = null) => new(kind, s) { Reason = reason };

    /// <summary>The value of a part by its name.</summary>
    public static double Part(this TrialOutcome outcome, string name) => outcome.Parts.Single(p => string.Equals(p.Name, name, StringComparison.Ordinal)).Value;

    public static TimedTestRun Run(string id, Action<TestNotice>? tell = null, double? corridorM = null, string? official = null, string? instruction = null)
    {
        int n = 0;
        return new TimedTestRun(
            new TestSetting { Test = TestDefinitions.Find(id)!, CorridorM = corridorM, Official = official, Instruction = instruction },
            () => new Guid(++n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), tell);
    }
}

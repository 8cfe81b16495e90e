using System.Text.Json;
using GaitSense.Training.Programmes;

namespace GaitSense.Training.TimedTests;

/// <summary>The tests that come with GaitSense, and how tests are read from a file of one's own.</summary>
public static class TestDefinitions
{
    /// <summary>The clinic's stopwatch from "go" until the leading foot has crossed the line, or the person sits.</summary>
    public const string WatchFromGo = "watch-from-go";

    /// <summary>From the leading foot's leaving to its crossing, by the feet.</summary>
    public const string FeetLeaveToCross = "feet-leave-to-cross";

    /// <summary>Laps times the corridor's length, and the rest of the last one.</summary>
    public const string LapDistance = "lap-distance";

    /// <summary>The sum of valid strides.</summary>
    public const string StrideSum = "stride-sum";

    /// <summary>Cost of the second task on walking speed, by steady strides.</summary>
    public const string SpeedCost = "speed-cost";

    private static readonly Lazy<IReadOnlyList<TestDefinition>> Included = new(ReadIncluded);

    /// <summary>All that come with GaitSense.</summary>
    public static IReadOnlyList<TestDefinition> All => Included.Value;

    /// <summary>The newest version of a test by its key (any case), or null.</summary>
    /// <param name="id">The key: "t25fw".</param>
    public static TestDefinition? Find(string id) =>
        All.Where(d => string.Equals(d.Id, id, StringComparison.OrdinalIgnoreCase)).MaxBy(d => d.Version);

    /// <summary>Reads tests.</summary>
    /// <param name="json">The text of a file of tests.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <exception cref="GaitSense.Core.GaitSenseException">It is no such file, or a test in it cannot be.</exception>
    public static IReadOnlyList<TestDefinition> Read(string json, string name)
    {
        TestDefinition[]? tests;
        try
        {
            tests = JsonSerializer.Deserialize(json, TimedTestContext.Default.TestDefinitionArray);
        }
        catch (JsonException e)
        {
            throw new TestDefinitionException($"{name}: not a file of timed tests ({e.Message.ReplaceLineEndings(" ")}).", e);
        }

        foreach (TestDefinition test in tests ?? throw new TestDefinitionException($"{name}: holds no timed tests."))
            if (FindFault(test) is { } fault) throw new TestDefinitionException($"{name}: {test.Name}: {fault}");
        if (tests.GroupBy(t => t.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
            throw new TestDefinitionException($"{name}: {twice.Key} is there twice; a change is a new version.");
        return tests;
    }

    /// <summary>What cannot be about a test; null: nothing.</summary>
    /// <param name="test">The test.</param>
    public static string? FindFault(TestDefinition test)
    {
        ArgumentNullException.ThrowIfNull(test);
        return test switch
        {
            { Id.Length: 0 } or { Version: < 1 } => "it needs an id, and a version from 1.",
            { Kind: TestKind.Line or TestKind.Chair, LengthM: not (>= 1 and <= 20) } => "its course must be 1 to 20 m long.",
            { RunOutM: not (null or (>= 0.5 and <= 5)) } => "the second line must be 0.5 to 5 m beyond the first.",
            { Kind: TestKind.Distance or TestKind.DualTask, DurationS: not (>= 10 and <= 720) } => "it must last 10 to 720 s.",
            { LimitS: not (>= 5 and <= 900) } => "the limit of a trial must be 5 to 900 s.",
            { Trials: not (>= 1 and <= 10) } or { PracticeTrials: not (>= 0 and <= 5) } or { Failures: not (>= 1 and <= 5) } => "1 to 10 trials, 0 to 5 for practice, an end after 1 to 5 failures.",
            { Instructions.Count: 0 } => "an instruction must be given.",
            { Summary: not ("mean" or "single") } => "trials are summarised as \"mean\" or \"single\".",
            _ when !test.Definitions.Contains(test.Official, StringComparer.Ordinal) => $"its official definition \"{test.Official}\" is none of its definitions.",
            _ when test.Instructions.FirstOrDefault(i => !test.Script.ContainsKey(i)) is { } mute => $"there is nothing to read aloud for \"{mute}\".",
            _ => null,
        };
    }

    private static IReadOnlyList<TestDefinition> ReadIncluded() => Read(TrainingJson.EmbeddedText("timed-tests.json"), "timed-tests.json");
}

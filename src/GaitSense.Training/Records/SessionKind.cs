using System.Text.Json;

namespace GaitSense.Training.Records;

/// <summary>What a session was: practice of a task, or timed tests. It is read from the session's trials, so sessions of earlier builds say it too.</summary>
public static class SessionKind
{
    /// <summary>What a table has in place of a task where a session was timed tests.</summary>
    public const string TimedTest = "timed_test";

    /// <summary>The timed tests that were done in a session, each once and in order, with the version of its definition: "t25fw@1"; empty: it was practice.</summary>
    public static IReadOnlyList<string> TestsOf(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return [.. session.Trials.OrderBy(t => t.No).Select(t => t.Test).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether a session was timed tests. Such a session measures: it is no practice and no dose of a plan, however much was walked in it.</summary>
    public static bool IsTest(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.Trials.Count > 0;
    }

    /// <summary>A session's kind as files have it: its tests ("t25fw@1"), else what was practised ("comfortable_walk").</summary>
    public static string KeyOf(Session session) => TestsOf(session) is { Count: > 0 } tests ? string.Join('+', tests) : TaskOf(session);

    /// <summary>What was done in a session, for the desk: "timed test t25fw", "comfortable_walk".</summary>
    public static string Of(Session session) => TestsOf(session) is { Count: > 0 } tests ? "timed test " + string.Join(", ", tests.Select(t => t.Split('@')[0])) : TaskOf(session);

    private static string TaskOf(Session session) => JsonNamingPolicy.SnakeCaseLower.ConvertName(session.Task.ToString());
}

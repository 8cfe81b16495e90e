using GaitSense.Training.Records;

namespace GaitSense.Training.TimedTests;

/// <summary>The unit of a timed test's official result. A trial keeps its definition, not its unit: a definition has one unit, whatever test it is of.</summary>
public static class ResultUnit
{
    /// <summary>The unit of what a definition gives: "s", "m", "%"; null: the definition is not known here.</summary>
    /// <param name="definition">Its key: "watch-from-go"; null: none.</param>
    public static string? Of(string? definition) => definition switch
    {
        TestDefinitions.WatchFromGo or TestDefinitions.FeetLeaveToCross => "s",
        TestDefinitions.LapDistance or TestDefinitions.StrideSum => "m",
        TestDefinitions.SpeedCost => "%",
        _ => null,
    };

    /// <summary>The unit of a trial's official result: that of its definition, else of its test as it is known here; null: neither is.</summary>
    public static string? Of(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        return Of(trial.Definition) ?? TestDefinitions.Find(trial.Test.Split('@')[0])?.Unit;
    }
}
